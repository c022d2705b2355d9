// SPDX-License-Identifier: Apache-2.0
package org.clearway.transport;

/// For whom a place in a safe area is fit. Each place is counted once.
public enum PlaceKind {
    /// For anyone who climbs a step and lies on a mat.
    GENERAL,
    /// Reached without a step, with room for a wheelchair.
    STEP_FREE,
    /// A bed for who cannot sit up.
    LYING
}
