// SPDX-License-Identifier: Apache-2.0
package org.clearway.transport;

/// How those who travel together came to be on record.
public enum PassageKind {
    /// By their card.
    HOUSEHOLD,
    /// By count, without a card: all of a trip's together.
    COUNTED,
    /// They came in, and no manifest has them.
    EXTRA
}
