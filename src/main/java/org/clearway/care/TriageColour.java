// SPDX-License-Identifier: Apache-2.0
package org.clearway.care;

/// How urgently somebody needs treatment: the colours of START (practice §2.1).
public enum TriageColour {
    /// Immediate.
    RED,
    /// Delayed.
    YELLOW,
    /// Minor: walks.
    GREEN,
    /// Dead, or beyond help with what is there.
    BLACK
}
