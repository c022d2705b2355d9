// SPDX-License-Identifier: Apache-2.0
package org.clearway.journal;

import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Every kind of entry, view and index that this program knows.
final class Kinds {
    private final BodyCodec codec = new BodyCodec();
    private final Map<Class<?>, EntryKind> newest = new HashMap<>();
    private final Map<String, EntryKind> byName = new HashMap<>();
    private final Set<EntryKind> sealing = new HashSet<>();
    private final List<View> views = new ArrayList<>();
    private final List<Index> indexes = new ArrayList<>();
    private final List<BesideTable> beside = new ArrayList<>();

    Kinds(List<Chapter> chapters) {
        for (Chapter chapter : chapters) {
            views.addAll(chapter.views());
            indexes.addAll(chapter.indexes());
            beside.addAll(chapter.beside());
            for (EntryKind kind : chapter.kinds()) {
                if (byName.put(kind.name() + " " + kind.version(), kind) != null) {
                    throw new IllegalStateException("Two kinds of entry are called " + kind.name() + ".");
                }
                if (Arrays.stream(kind.body().getRecordComponents())
                        .map(RecordComponent::getGenericType)
                        .anyMatch(type -> type.getTypeName().contains(Sealed.class.getName()))) {
                    sealing.add(kind);
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

    /// The tables that no entry tells of and of which the newest copy alone is kept.
    List<String> copiedOnce() {
        return beside.stream()
                .filter(table -> table.copies() == BesideTable.Copies.NEWEST)
                .map(BesideTable::name)
                .toList();
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

    /// The body of an entry. What this program has no kind for, or cannot read, is kept as it came: one entry never
    /// stops the others.
    Body read(String type, int version, String canonicalJson) {
        EntryKind kind = named(type, version);
        if (kind == null) return new UnknownBody(canonicalJson);
        try {
            return codec.read(kind.body(), canonicalJson);
        } catch (RuntimeException unreadable) {
            return new UnknownBody(canonicalJson);
        }
    }

    /// The sealed values of an entry; none where its kind is not known.
    List<Sealed.Closed<?>> sealedIn(Envelope envelope) {
        EntryKind kind = named(envelope.type(), envelope.version());
        if (kind == null || !sealing.contains(kind)) return List.of();
        var closed = new ArrayList<Sealed.Closed<?>>();
        Body body = read(envelope.type(), envelope.version(), envelope.body());
        if (body instanceof UnknownBody) return List.of();
        for (Object value : codec.values(body)) {
            if (value instanceof Sealed.Closed<?> sealed) closed.add(sealed);
        }
        return closed;
    }

    /// A line that is another one as soon as this program would make other views of the same entries.
    String digest() {
        var lines = new TreeSet<String>();
        byName.keySet().forEach(name -> lines.add("kind " + name));
        for (View view : views) view.tables().forEach(table -> lines.add("table " + table.name()));
        for (Index index : indexes) index.tables().forEach(table -> lines.add("table " + table.name()));
        byte[] text = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(Crypto.sha256().digest(text));
    }
}
