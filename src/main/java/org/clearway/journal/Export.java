// SPDX-License-Identifier: Apache-2.0
package org.clearway.journal;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.clearway.access.Sensitivity;
import org.clearway.journal.JournalEntries.Exported;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Entries as lines of JSON, without the fields above a class. A sealed field stays sealed. Bodies of unknown types are
/// withheld whole: nobody has said what their fields are.
///
/// An export up to STRICTLY_CONFIDENTIAL lacks nothing of the entries that this program knows, so that whoever holds it
/// can check the chain: take a line, take its `hash` out, and SHA-256 over what is left, as RFC 8785 writes it, is that
/// hash; it stands again as `previous` in the next line of the same `stream`. An export up to a lower class has
/// neither `hash` nor `previous`: whoever has all of an entry but a small number could find the number from its hash.
final class Export {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Export() {}

    static void write(Connection connection, Kinds kinds, Sensitivity upTo, long lastPosition, BufferedWriter out)
            throws SQLException {
        Envelopes.each(
                connection,
                "position <= ? order by position",
                List.of(lastPosition),
                envelope -> {
                    try {
                        out.write(line(envelope, kinds, upTo));
                        out.write('\n');
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                },
                Envelopes.Damaged.STOPS);
    }

    /// How many entries there were before the export that is the act `id`, be it on record already or not yet.
    static long entriesBefore(JdbcClient rows, Kinds kinds, ActId id) {
        return rows
                .sql("select type, version, body from entry where act = ?")
                .param(id.toString())
                .query((row, n) -> kinds.read(
                        row.getString("type"),
                        row.getInt("version"),
                        new String(row.getBytes("body"), StandardCharsets.UTF_8)))
                .list()
                .stream()
                .flatMap(body -> body instanceof Exported exported ? Stream.of(exported.entries()) : Stream.empty())
                .findFirst()
                .orElseGet(() ->
                        rows.sql("select count(*) from entry").query(Long.class).single());
    }

    private static String line(Envelope envelope, Kinds kinds, Sensitivity upTo) {
        String all = envelope.json(shown(envelope, kinds, upTo));
        if (upTo == Sensitivity.STRICTLY_CONFIDENTIAL) return all;
        Map<String, @Nullable Object> members = Trees.members(JSON.readTree(all));
        members.remove("hash");
        members.remove("previous");
        // What stands beside a body has a class too: who recorded it is for those who work with the node, and a
        // pseudonym still tells which entries concern the same people.
        if (upTo.compareTo(Sensitivity.CONFIDENTIAL) < 0) members.remove("subject");
        if (upTo.compareTo(Sensitivity.RESTRICTED) < 0) members.remove("account");
        return Canonical.text(members);
    }

    private static Object shown(Envelope envelope, Kinds kinds, Sensitivity upTo) {
        EntryKind kind = kinds.named(envelope.type(), envelope.version());
        if (kind == null) return Map.of("withheld", List.of("*"));
        if (upTo == Sensitivity.STRICTLY_CONFIDENTIAL) return new Canonical.Raw(envelope.body());
        JsonNode body = JSON.readTree(envelope.body());
        var shown = new LinkedHashMap<String, @Nullable Object>();
        var withheld = new TreeSet<String>();
        for (RecordComponent component : kind.body().getRecordComponents()) {
            JsonNode value = body.get(component.getName());
            if (value == null) continue;
            Kept kept = component.getAnnotation(Kept.class);
            if (kept != null && kept.as().compareTo(upTo) <= 0) {
                shown.put(component.getName(), Trees.plain(value));
            } else {
                withheld.add(component.getName());
            }
        }
        if (!withheld.isEmpty()) shown.put("withheld", List.copyOf(withheld));
        return shown;
    }
}
