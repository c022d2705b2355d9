// SPDX-License-Identifier: Apache-2.0
package org.clearway.care;

import java.time.LocalDate;
import java.util.Optional;
import org.clearway.language.Problem;

/// Something came or went.
///
/// @param batch needed but for an issue, which takes what expires first unless told otherwise
/// @param expires of a batch that comes, where it expires
/// @param because of a loss or an adjustment
public record StockMove(
        PointId point,
        ItemCode item,
        MoveKind kind,
        long quantity,
        Optional<BatchId> batch,
        Optional<LocalDate> expires,
        Optional<StockReason> because) {
    /// @throws Problem `care.quantity`, `care.batch-missing`, `care.reason-missing`
    public StockMove {
        if (quantity < 1) throw Problem.of("care.quantity", "value", quantity);
        boolean handedOver = kind == MoveKind.RECEIPT || kind == MoveKind.ISSUE;
        if (batch.isEmpty() && kind != MoveKind.ISSUE) throw Problem.of("care.batch-missing", "item", item);
        if (because.isEmpty() && !handedOver) throw Problem.of("care.reason-missing", "item", item);
    }

    public static StockMove receipt(
            PointId point, ItemCode item, long quantity, BatchId batch, Optional<LocalDate> expires) {
        return new StockMove(point, item, MoveKind.RECEIPT, quantity, Optional.of(batch), expires, Optional.empty());
    }

    public static StockMove issue(PointId point, ItemCode item, long quantity) {
        return new StockMove(
                point, item, MoveKind.ISSUE, quantity, Optional.empty(), Optional.empty(), Optional.empty());
    }

    public static StockMove loss(PointId point, ItemCode item, long quantity, BatchId batch, StockReason because) {
        return new StockMove(
                point, item, MoveKind.LOSS, quantity, Optional.of(batch), Optional.empty(), Optional.of(because));
    }

    /// @param change up or down, not zero
    public static StockMove adjustment(PointId point, ItemCode item, long change, BatchId batch, StockReason because) {
        return new StockMove(
                point,
                item,
                change > 0 ? MoveKind.ADJUSTED_UP : MoveKind.ADJUSTED_DOWN,
                Math.abs(change),
                Optional.of(batch),
                Optional.empty(),
                Optional.of(because));
    }

    /// Whether it takes away what must be there to be taken.
    boolean needsStock() {
        return kind == MoveKind.LOSS || kind == MoveKind.ADJUSTED_DOWN;
    }
}
