// SPDX-License-Identifier: Apache-2.0
package org.clearway.care;

/// Why stock is lost, put right, refused, or is not what it should be.
public enum StockReason {
    EXPIRED,
    DAMAGED,
    SPOILED,
    SPILLED,
    TAKEN_AWAY,
    MISSING,
    NOT_RECORDED,
    RECORDED_WRONGLY,
    RETURNED,
    WRONG_ITEM,
    NOT_ORDERED,
    NO_ROOM,
    /// Looked for, and not found.
    UNEXPLAINED
}
