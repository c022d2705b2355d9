// SPDX-License-Identifier: Apache-2.0
package org.clearway.gate;

/// Which way people pass a gate.
public enum Direction {
    /// Out of the zone.
    OUT,
    /// Back into it.
    BACK
}
