// SPDX-License-Identifier: Apache-2.0
package org.clearway.gate;

/// How a count came to be recorded.
public enum Taken {
    /// At the gate, as people pass.
    AT_THE_GATE,
    /// By somebody who remembers, later.
    LATE,
    /// From the paper forms of an hour when nothing else worked.
    FROM_PAPER
}
