// SPDX-License-Identifier: Apache-2.0
package org.clearway.journal;

import java.util.Optional;

/// Says where acts come from that somebody did not think of at a desk just now: which sheet of paper they stand on. A
/// front desk records them as any other, and knows nothing of it.
@FunctionalInterface
public interface Tracing {
    /// What goes with an act; empty for one that comes from nowhere else.
    Optional<Trace> of(ActId act);

    /// One more entry of an act, and what must hold besides.
    record Trace(Draft draft, Rule rule) {}

    static void within(Journal journal, Tracing tracing, Runnable work) {
        ScopedValue.where(Bound.VALUE, new Bound(journal, tracing)).run(work);
    }

    static Optional<Trace> of(Journal journal, ActId act) {
        return Bound.VALUE.isBound() && Bound.VALUE.get().journal() == journal
                ? Bound.VALUE.get().tracing().of(act)
                : Optional.empty();
    }

    /// What the acts of one thread come from, in one journal.
    record Bound(Journal journal, Tracing tracing) {
        private static final ScopedValue<Bound> VALUE = ScopedValue.newInstance();
    }
}
