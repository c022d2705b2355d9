// SPDX-License-Identifier: Apache-2.0
package org.clearway;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The entries of a node as they stand in its journal, whatever database that is in. An entry never changes, so each is
/// read once.
final class ToldEntries {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Node node;
    private final List<One> all = new ArrayList<>();
    private long reached;

    ToldEntries(Node node) {
        this.node = node;
    }

    /// @param text of its body
    record One(long position, String type, String act, Optional<String> subject, String text, JsonNode body) {
        /// What stands at a place in the body, as `/load/adults`; nothing where nothing does.
        JsonNode at(String place) {
            return body.at(place);
        }

        long number(String place) {
            return at(place).asLong(0);
        }

        String word(String place) {
            return at(place).asString("");
        }
    }

    /// Those of some types, in the order of the journal.
    Stream<One> of(String... types) {
        readOn();
        Set<String> asked = Set.of(types);
        return all.stream().filter(one -> asked.contains(one.type()));
    }

    /// Those of every type but one.
    Stream<One> allBut(String type) {
        readOn();
        return all.stream().filter(one -> !one.type().equals(type));
    }

    long sum(ToLongFunction<One> of, String... types) {
        return of(types).mapToLong(of).sum();
    }

    /// The different words at a place of entries of a type.
    Set<String> words(String place, String type) {
        return of(type).map(one -> one.word(place)).collect(Collectors.toUnmodifiableSet());
    }

    private void readOn() {
        node.journal()
                .now()
                .rows()
                .sql("select position, type, act, subject, body from entry where position > ? order by position")
                .param(reached)
                .query((row, n) -> {
                    String text = new String(row.getBytes("body"), StandardCharsets.UTF_8);
                    return new One(
                            row.getLong("position"),
                            row.getString("type"),
                            row.getString("act"),
                            Optional.ofNullable(row.getString("subject")),
                            text,
                            JSON.readTree(text));
                })
                .list()
                .forEach(one -> {
                    all.add(one);
                    reached = one.position();
                });
    }
}
