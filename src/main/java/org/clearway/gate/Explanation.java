// SPDX-License-Identifier: Apache-2.0
package org.clearway.gate;

/// Why two figures of a shift differ, as those who close it see it. That nobody knows is an answer too.
public enum Explanation {
    /// No card was wanted, or none was needed: people who do not board.
    NO_CARD_WANTED,
    /// Cards of families who were counted in another shift.
    COUNTED_BEFORE,
    /// Children who were handed over have their cards elsewhere.
    HANDED_OVER,
    /// The sheet of paper was begun late, or lost in part.
    PAPER_NOT_WHOLE,
    /// Somebody was counted twice, or not at all.
    COUNT_MISTAKEN,
    UNEXPLAINED
}
