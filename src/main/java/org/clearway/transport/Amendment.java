// SPDX-License-Identifier: Apache-2.0
package org.clearway.transport;

/// Why a manifest has a new version.
public enum Amendment {
    /// Somebody was late, and there was room.
    CAME_LATE,
    /// Somebody came out again. Why is not asked.
    CAME_OUT,
    /// The manifest said something else than what was so.
    MISTAKE,
    /// The vehicle broke down, and people went on in another.
    BREAKDOWN,
    /// People changed vehicles for another reason.
    CHANGED_VEHICLE
}
