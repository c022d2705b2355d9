// SPDX-License-Identifier: Apache-2.0
package org.clearway.journal;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.clearway.access.Sensitivity;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Entries as lines of JSON, without the fields above a class. A sealed field stays sealed. Bodies of unknown types are
/// withheld whole: nobody has said what their fields are.
final class Export {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Export() {}

    static void write(Connection connection, Kinds kinds, Sensitivity upTo, BufferedWriter out) throws SQLException {
        Envelopes.each(connection, "position >= ? order by position", List.of(0L), envelope -> {
            try {
                out.write(envelope.json(shown(envelope, kinds, upTo)));
                out.write('\n');
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static Object shown(Envelope envelope, Kinds kinds, Sensitivity upTo) {
        EntryKind kind = kinds.named(envelope.type(), envelope.version());
        if (kind == null) return Map.of("withheld", List.of("*"));
        JsonNode body = JSON.readTree(envelope.body());
        var shown = new LinkedHashMap<String, @Nullable Object>();
        var withheld = new TreeSet<String>();
        for (RecordComponent component : kind.body().getRecordComponents()) {
            JsonNode value = body.get(component.getName());
            if (value == null) continue;
            Kept kept = component.getAnnotation(Kept.class);
            if (kept != null && kept.as().compareTo(upTo) <= 0) {
                shown.put(component.getName(), new Canonical.Raw(canonical(value)));
            } else {
                withheld.add(component.getName());
            }
        }
        if (!withheld.isEmpty()) shown.put("withheld", List.copyOf(withheld));
        return shown;
    }

    /// The node was read from canonical JSON, and Jackson keeps the order of members and the form of whole numbers.
    private static String canonical(JsonNode node) {
        return Canonical.text(Trees.plain(node));
    }
}
