// SPDX-License-Identifier: Apache-2.0
package org.clearway.arms;

import java.time.LocalDate;

/// What a receipt proves.
public sealed interface ReceiptCheck {
    /// So many things were handed over on that day.
    ///
    /// @param over whether its time is over
    record Genuine(LocalDate day, int items, LocalDate validUntil, boolean over) implements ReceiptCheck {}

    /// Number and code do not belong together, or are not of this desk.
    record NotOurs() implements ReceiptCheck {}
}
