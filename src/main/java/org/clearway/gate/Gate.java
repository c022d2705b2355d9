// SPDX-License-Identifier: Apache-2.0
package org.clearway.gate;

import org.clearway.agreement.CorridorId;
import org.clearway.corridor.CrossingId;

/// A crossing point of a corridor, as a desk that counts.
public record Gate(CorridorId corridor, CrossingId crossing) {}
