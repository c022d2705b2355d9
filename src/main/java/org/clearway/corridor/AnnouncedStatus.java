// SPDX-License-Identifier: Apache-2.0
package org.clearway.corridor;

/// What somebody announces a corridor to be. It says nothing of whether passage is assured, or of anybody passing.
public enum AnnouncedStatus {
    OPEN,
    /// Stopped for a while by whoever runs it, to go on.
    PAUSED,
    /// Stopped until further notice.
    SUSPENDED,
    /// Kept from working by somebody, as the announcer says.
    BLOCKED,
    CLOSED
}
