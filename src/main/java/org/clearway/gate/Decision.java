// SPDX-License-Identifier: Apache-2.0
package org.clearway.gate;

/// What the coordination cell decides of a corridor's gates.
public enum Decision {
    OPEN,
    /// For a while: to be resumed.
    PAUSE,
    /// Until further notice.
    SUSPEND,
    RESUME,
    CLOSE;

    /// Whether people may be taken in after it.
    public boolean lets() {
        return this == OPEN || this == RESUME;
    }
}
