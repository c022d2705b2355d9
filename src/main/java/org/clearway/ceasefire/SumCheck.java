// SPDX-License-Identifier: Apache-2.0
package org.clearway.ceasefire;

/// Whether a reporter's total agrees with the parts that the same reporter states.
public sealed interface SumCheck {
    record Agrees(Count total) implements SumCheck {}

    /// Kept as stated; nobody can say which of the two is meant.
    record Differs(Count stated, int sum) implements SumCheck {}

    record PartsNotStated() implements SumCheck {}

    /// Parts are told of some places only, and do not exceed the total.
    record PartsOnlySome(Count stated, int sum) implements SumCheck {}

    /// Parts are told and no total; none is made up from them.
    record TotalNotStated() implements SumCheck {}

    static SumCheck of(Stated stated) {
        if (stated.parts().isEmpty()) return new PartsNotStated();
        if (stated.total().isEmpty()) return new TotalNotStated();
        Count total = stated.total().get();
        int sum = Math.toIntExact(
                stated.parts().stream().mapToLong(part -> part.count().value()).sum());
        boolean all = stated.partsComplete() && stated.namedWithoutCounts().isEmpty();
        if (!all && sum <= total.value()) return new PartsOnlySome(total, sum);
        return sum == total.value() ? new Agrees(total) : new Differs(total, sum);
    }
}
