// SPDX-License-Identifier: Apache-2.0
package org.clearway.journal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Every kind of entry, view and index that this program knows.
final class Kinds {
    private final BodyCodec codec = new BodyCodec();
    private final Map<Class<?>, EntryKind> newest = new HashMap<>();
    private final Map<String, EntryKind> byName = new HashMap<>();
    private final List<View> views = new ArrayList<>();
    private final List<Index> indexes = new ArrayList<>();

    Kinds(List<Chapter> chapters) {
        for (Chapter chapter : chapters) {
            views.addAll(chapter.views());
            indexes.addAll(chapter.indexes());
            for (EntryKind kind : chapter.kinds()) {
                if (byName.put(kind.name() + " " + kind.version(), kind) != null) {
                    throw new IllegalStateException("Two kinds of entry are called " + kind.name() + ".");
                }
                newest.merge(kind.body(), kind, (a, b) -> a.version() > b.version() ? a : b);
            }
        }
    }

    List<View> views() {
        return views;
    }

    List<Index> indexes() {
        return indexes;
    }

    BodyCodec codec() {
        return codec;
    }

    EntryKind of(Body body) {
        EntryKind kind = newest.get(body.getClass());
        if (kind == null) throw new IllegalStateException("No chapter holds " + body.getClass() + ".");
        return kind;
    }

    @Nullable
    EntryKind named(String type, int version) {
        return byName.get(type + " " + version);
    }

    Body read(String type, int version, String canonicalJson) {
        EntryKind kind = named(type, version);
        return kind == null ? new UnknownBody(canonicalJson) : codec.read(kind.body(), canonicalJson);
    }
}
