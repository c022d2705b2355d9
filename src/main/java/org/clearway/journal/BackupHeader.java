// SPDX-License-Identifier: Apache-2.0
package org.clearway.journal;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the first line of a backup's file tells, unsealed: whose it is and how far it goes.
///
/// @param head the head of the chain that it goes up to, as one signed line
/// @param position how many entries the journal had
/// @param recorded when the last of them was recorded
/// @param made when the copy was made, by the machine's clock
/// @param program the version of the program that made it
/// @param scenario the scenario that the node reconstructs or exercises
/// @param box opens a copy of keys, and with it the entries; absent in a copy of entries
record BackupHeader(
        Kind kind,
        String head,
        long position,
        Instant recorded,
        Instant made,
        String program,
        Optional<String> scenario,
        Optional<Keys.LockBox> box) {
    static final int FORMAT = 1;
    private static final String MARK = "clearway-backup";

    enum Kind {
        ENTRIES,
        KEYS
    }

    /// Thrown where a newer program made the file.
    static final class Newer extends Exception {
        private static final long serialVersionUID = 1L;
        private final int format;

        Newer(int format) {
            this.format = format;
        }

        int format() {
            return format;
        }
    }

    Heads.Noted noted() {
        return Heads.parse(head);
    }

    StreamId stream() {
        return noted().stream();
    }

    String line() {
        var fields = new LinkedHashMap<String, Object>();
        fields.put(MARK, (long) FORMAT);
        fields.put("kind", kind.name());
        fields.put("head", head);
        fields.put("position", position);
        fields.put("recorded", recorded.toString());
        fields.put("made", made.toString());
        fields.put("program", program);
        scenario.ifPresent(name -> fields.put("scenario", name));
        box.ifPresent(it -> fields.put(
                "box",
                Map.of(
                        "salt",
                        text(it.salt()),
                        "memoryKib",
                        (long) it.memoryKib(),
                        "passes",
                        (long) it.passes(),
                        "wrapped",
                        text(it.wrapped()))));
        return Canonical.text(fields);
    }

    /// Reads what {@link #line} wrote.
    /// @throws IllegalArgumentException where it is none
    static BackupHeader parse(String line) throws Newer {
        try {
            JsonNode fields = JsonMapper.builder().build().readTree(line);
            int format = fields.required(MARK).intValue();
            if (format > FORMAT) throw new Newer(format);
            if (format < 1) throw new IllegalArgumentException("format " + format);
            var header = new BackupHeader(
                    Kind.valueOf(text(fields, "kind")),
                    text(fields, "head"),
                    fields.required("position").longValue(),
                    Instant.parse(text(fields, "recorded")),
                    Instant.parse(text(fields, "made")),
                    text(fields, "program"),
                    Optional.ofNullable(fields.get("scenario")).map(JsonNode::stringValue),
                    box(fields.get("box")));
            header.noted();
            if (header.position < 0 || (header.kind == Kind.KEYS) != header.box.isPresent()) {
                throw new IllegalArgumentException("Not the header of a backup.");
            }
            return header;
        } catch (JacksonException | DateTimeException e) {
            throw new IllegalArgumentException("Not the header of a backup.", e);
        }
    }

    private static Optional<Keys.LockBox> box(@Nullable JsonNode box) {
        if (box == null) return Optional.empty();
        int memory = box.required("memoryKib").intValue();
        int passes = box.required("passes").intValue();
        // Whoever hands over a file must not have this machine work for ever.
        if (memory < 1 || memory > 1_048_576 || passes < 1 || passes > 100) {
            throw new IllegalArgumentException("Not a lock of ours.");
        }
        return Optional.of(new Keys.LockBox(
                Base64.getDecoder().decode(text(box, "salt")),
                memory,
                passes,
                Base64.getDecoder().decode(text(box, "wrapped"))));
    }

    private static String text(JsonNode fields, String name) {
        return fields.required(name).stringValue();
    }

    private static String text(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
