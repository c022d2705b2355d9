// SPDX-License-Identifier: Apache-2.0
package org.clearway.paper;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clearway.access.AccountId;
import org.clearway.language.Language;

/// Sheets of one form that were printed at once.
///
/// @param sheets each with what became of it, in the order of their numbers
public record PrintRun(
        RunId id,
        Blank blank,
        Language language,
        Optional<Preset> preset,
        AccountId by,
        Instant printed,
        java.util.SequencedMap<SheetNumber, SheetState> sheets) {
    public PrintRun {
        sheets = java.util.Collections.unmodifiableSequencedMap(new java.util.LinkedHashMap<>(sheets));
    }

    public long count(SheetState state) {
        return sheets.values().stream().filter(state::equals).count();
    }

    public List<SheetNumber> numbers() {
        return sheets.keySet().stream().toList();
    }

    /// How many of its sheets stand so.
    public Map<SheetState, Long> counts() {
        var counts = new java.util.EnumMap<SheetState, Long>(SheetState.class);
        for (SheetState state : sheets.values()) counts.merge(state, 1L, Long::sum);
        return counts;
    }
}
