// SPDX-License-Identifier: Apache-2.0
package org.clearway.care;

/// How a figure came to be recorded.
public enum HowRecorded {
    /// With a touch, as it happened.
    AT_ONCE,
    /// By somebody who remembers, later.
    LATE,
    /// From the paper forms of an hour when nothing else worked.
    FROM_PAPER
}
