// SPDX-License-Identifier: Apache-2.0
package org.clearway.paper;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What stands in one part of a sheet: its head, or one of its lines. It was read field by field before, so that each
/// value is of its kind, and what is required is there.
///
/// @param line its number; 0 for the head
/// @param texts by field
public record Part(int line, Map<String, List<String>> texts) {
    public Part {
        texts = Map.copyOf(texts);
    }

    Optional<String> maybe(String field) {
        return texts.getOrDefault(field, List.of()).stream().findFirst().filter(text -> !text.isBlank());
    }

    String text(String field) {
        return maybe(field).orElseThrow(() -> new IllegalArgumentException("Nothing stands in " + field + "."));
    }

    Optional<Long> number(String field) {
        return maybe(field).map(Long::parseLong);
    }

    /// A number that counts none where nothing was written.
    long figure(String field) {
        return number(field).orElse(0L);
    }

    <E extends Enum<E>> E one(String field, Class<E> type) {
        return Enum.valueOf(type, text(field));
    }

    <E extends Enum<E>> Optional<E> maybeOne(String field, Class<E> type) {
        return maybe(field).map(name -> Enum.valueOf(type, name));
    }

    <E extends Enum<E>> Set<E> several(String field, Class<E> type) {
        var set = EnumSet.noneOf(type);
        for (String name : texts.getOrDefault(field, List.of())) set.add(Enum.valueOf(type, name));
        return set;
    }

    <E extends Enum<E>> List<E> inOrder(String field, Class<E> type) {
        return new ArrayList<>(several(field, type));
    }
}
