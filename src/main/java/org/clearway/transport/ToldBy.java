// SPDX-License-Identifier: Apache-2.0
package org.clearway.transport;

/// Which office told something of a vehicle, where nobody here sees it.
public enum ToldBy {
    /// Those at the crossing, by radio or telephone.
    CROSSING,
    COORDINATION,
    CONVOY_LEADER,
    OTHER_SAFE_AREA
}
