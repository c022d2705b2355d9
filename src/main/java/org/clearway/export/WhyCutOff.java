// SPDX-License-Identifier: Apache-2.0
package org.clearway.export;

/// Why a file did not become whole.
public enum WhyCutOff {
    /// Whoever it was sent to went away, or there was no room for it where it was written.
    NOT_TAKEN,
    /// It took longer than a moment can be held on to.
    TOO_LONG,
    /// It has more lines than a sheet of a spreadsheet holds.
    TOO_MANY_LINES,
    /// What the node was reading failed.
    NODE
}
