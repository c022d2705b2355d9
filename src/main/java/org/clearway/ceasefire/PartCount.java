// SPDX-License-Identifier: Apache-2.0
package org.clearway.ceasefire;

import org.clearway.geo.AreaId;

/// What a reporter counted in one area.
public record PartCount(AreaId area, Count count) {}
