// SPDX-License-Identifier: Apache-2.0
package org.clearway.corridor;

import org.clearway.time.Period;

/// What our own gates counted of a time. Zero is a figure.
///
/// @param people who left through the corridor
/// @param households the families among them; who travels alone is one
/// @param livestock head
/// @param peopleBack who came back through it
public record Through(
        Period period, long people, long households, long privateVehicles, long livestock, long peopleBack) {}
