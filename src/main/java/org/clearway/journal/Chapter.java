// SPDX-License-Identifier: Apache-2.0
package org.clearway.journal;

import java.util.List;

/// What one capability brings to the journal: its kinds of entry, its views, its indexes.
public record Chapter(String name, List<EntryKind> kinds, List<View> views, List<Index> indexes) {
    public Chapter {
        kinds = List.copyOf(kinds);
        views = List.copyOf(views);
        indexes = List.copyOf(indexes);
    }

    public static Chapter of(String name, List<EntryKind> kinds, View... views) {
        return new Chapter(name, kinds, List.of(views), List.of());
    }
}
