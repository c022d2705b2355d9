// SPDX-License-Identifier: Apache-2.0
package org.clearway.care;

import java.util.Optional;
import org.clearway.access.AccountId;
import org.clearway.time.Occurred;

/// A line of a stock card. What a service gives within an hour is one line, as long as nothing else comes between.
///
/// @param quantity what was told
/// @param change what it changed on the card: less than told where more was given than the card had, or where a later
///     count already holds it
/// @param balance what the card has after it
/// @param beyond what was given, up to here and since the last count, beyond what the card had: the discrepancy that
///     the next count settles
public record CardLine(
        CardKind kind,
        Occurred when,
        long quantity,
        long change,
        long balance,
        long beyond,
        Optional<StockReason> because,
        AccountId account) {}
