// SPDX-License-Identifier: Apache-2.0
package org.clearway.journal;

import java.util.ArrayList;
import java.util.List;

/// What one capability brings to the journal: its kinds of entry, its views, its indexes, and its tables that no entry
/// tells of.
public record Chapter(
        String name, List<EntryKind> kinds, List<View> views, List<Index> indexes, List<BesideTable> beside) {
    public Chapter {
        kinds = List.copyOf(kinds);
        views = List.copyOf(views);
        indexes = List.copyOf(indexes);
        beside = List.copyOf(beside);
    }

    public static Chapter of(String name, List<EntryKind> kinds, View... views) {
        return new Chapter(name, kinds, List.of(views), List.of(), List.of());
    }

    /// The same with one more index.
    public Chapter with(Index index) {
        var more = new ArrayList<>(indexes);
        more.add(index);
        return new Chapter(name, kinds, views, more, beside);
    }

    /// The same with one more table that no entry tells of.
    public Chapter beside(String table, BesideTable.Copies copies) {
        var more = new ArrayList<>(beside);
        more.add(new BesideTable(table, copies));
        return new Chapter(name, kinds, views, indexes, more);
    }
}
