// SPDX-License-Identifier: Apache-2.0
package org.clearway.journal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.clearway.language.Problem;
import org.clearway.time.Micros;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// How the last runs went, and where copies of the keys are: rows beside the journal.
final class BackupRuns {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final Journal journal;

    BackupRuns(Journal journal) {
        this.journal = journal;
    }

    enum What {
        ENTRIES,
        KEYS,
        CHECK
    }

    /// A place that keys were copied to, and how many of those that it opens were destroyed since.
    record Copy(String place, String told, Instant copied, long destroyed) {}

    void good(What what, Instant at, long position) {
        journal.keep(rows -> rows.sql("insert into backup_run (what, tried, good, position) values (?, ?, ?, ?)"
                        + " on conflict (what) do update set tried = excluded.tried, good = excluded.good,"
                        + " position = excluded.position, problem = null, details = null")
                .params(what.name(), Micros.of(at), Micros.of(at), position)
                .update());
    }

    void failed(What what, Instant at, Problem problem) {
        journal.keep(rows -> rows.sql("insert into backup_run (what, tried, problem, details) values (?, ?, ?, ?)"
                        + " on conflict (what) do update set tried = excluded.tried, problem = excluded.problem,"
                        + " details = excluded.details")
                .params(
                        what.name(),
                        Micros.of(at),
                        problem.code(),
                        Canonical.text(new TreeMap<String, Object>(problem.details())))
                .update());
    }

    Optional<Backups.Run> last(What what) {
        return rows().sql("select tried, good, position, problem, details from backup_run where what = ?")
                .param(what.name())
                .query((row, n) -> {
                    long good = row.getLong("good");
                    Optional<Instant> at = row.wasNull() ? Optional.empty() : Optional.of(Micros.instant(good));
                    return new Backups.Run(
                            Micros.instant(row.getLong("tried")),
                            at,
                            row.getLong("position"),
                            problem(row.getString("problem"), row.getString("details")));
                })
                .optional();
    }

    void copied(BackupPlace place, Instant at, long destroyed) {
        journal.keep(rows -> rows.sql("insert into keys_copy (place, told, copied, destroyed) values (?, ?, ?, ?)"
                        + " on conflict (place) do update set told = excluded.told, copied = excluded.copied,"
                        + " destroyed = excluded.destroyed")
                .params(place.id(), place.folder().toString(), Micros.of(at), destroyed)
                .update());
    }

    /// @return whether there was one
    boolean forget(String place) {
        boolean known = copies().stream().anyMatch(copy -> copy.place().equals(place));
        journal.keep(rows ->
                rows.sql("delete from keys_copy where place = ?").param(place).update());
        return known;
    }

    List<Copy> copies() {
        return rows().sql("select place, told, copied, destroyed from keys_copy order by copied, place")
                .query((row, n) -> new Copy(
                        row.getString("place"),
                        row.getString("told"),
                        Micros.instant(row.getLong("copied")),
                        row.getLong("destroyed")))
                .list();
    }

    private JdbcClient rows() {
        return journal.now().rows();
    }

    private static Optional<Problem> problem(@Nullable String code, @Nullable String details) {
        if (code == null) return Optional.empty();
        var values = new TreeMap<String, String>();
        try {
            if (details != null) {
                for (Map.Entry<String, JsonNode> one : JSON.readTree(details).properties()) {
                    values.put(one.getKey(), one.getValue().asString());
                }
            }
        } catch (JacksonException e) {
            // Told without its values.
        }
        return Optional.of(new Problem(code, values));
    }
}
