// SPDX-License-Identifier: Apache-2.0
package org.clearway;

import static org.clearway.access.Retention.FOR_EVER;
import static org.clearway.access.Sensitivity.PUBLIC;

import java.util.List;
import org.clearway.journal.Body;
import org.clearway.journal.Chapter;
import org.clearway.journal.EntryKind;
import org.clearway.journal.Kept;

/// A chapter that only a bench gives to a journal, and only in a folder that goes when the bench is over: entries that
/// say nothing and from which nothing is derived. What they cost is what the journal itself costs.
final class BenchNotes {
    private BenchNotes() {}

    record Noted(
            @Kept(as = PUBLIC, until = FOR_EVER) long client,
            @Kept(as = PUBLIC, until = FOR_EVER) long number,
            @Kept(as = PUBLIC, until = FOR_EVER) long figure)
            implements Body {}

    static Chapter chapter() {
        return Chapter.of("bench", List.of(new EntryKind("bench.noted", 1, Noted.class)));
    }
}
