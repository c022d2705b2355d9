// SPDX-License-Identifier: Apache-2.0
package org.clearway.transport;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.clearway.gate.CardNumber;
import org.clearway.journal.Journal;
import org.clearway.language.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Makes the marks of cards, under the keys of days: this node's own, and those that it was given by
/// the nodes whose manifests it takes in. They stand beside the journal, and are forgotten when no trip of
/// their day can be open any more.
record Marks(JdbcClient rows) {
    /// More keys of one day are of no use, and each makes every card take longer to be known.
    private static final int MOST_OF_A_DAY = 100;

    /// This node's key of a day, drawn where there is none.
    static DayKey own(Journal journal, LocalDate day) {
        Optional<DayKey> kept = new Marks(journal.now().rows()).own(day);
        if (kept.isPresent()) return kept.get();
        // Each act's id has 74 bits of chance; together they have more than a key can hold.
        DayKey drawn =
                DayKey.of(day, digest(journal.ids().next() + "/" + journal.ids().next()));
        journal.keep(rows -> {
            var marks = new Marks(rows);
            if (marks.own(day).isEmpty()) marks.insert(drawn, true);
        });
        return new Marks(journal.now().rows()).own(day).orElseThrow();
    }

    private static byte[] digest(String drawn) {
        return Arrays.copyOf(Digested.bytes(drawn.getBytes(StandardCharsets.US_ASCII)), DayKey.SECRET_BYTES);
    }

    /// The marks that a card may have made here, one for each key that is kept.
    List<Mark> of(CardNumber number) {
        return rows.sql("select day, secret from transport_day_key order by day desc, secret")
                .query((row, n) ->
                        key(row.getString("day"), row.getString("secret")).mark(number))
                .list();
    }

    Optional<DayKey> own(LocalDate day) {
        return rows.sql("select day, secret from transport_day_key where day = ? and own = 1")
                .param(day.toString())
                .query((row, n) -> key(row.getString("day"), row.getString("secret")))
                .optional();
    }

    List<LocalDate> ownDays() {
        return rows.sql("select day from transport_day_key where own = 1")
                .query((row, n) -> LocalDate.parse(row.getString("day")))
                .list();
    }

    /// Those of the keys of a manifest's days that are not kept here.
    List<DayKeyCheck> missing(List<DayKeyCheck> wanted) {
        return wanted.stream()
                .filter(check ->
                        keys(check.day()).stream().noneMatch(key -> key.check().equals(check)))
                .toList();
    }

    private List<DayKey> keys(LocalDate day) {
        return rows.sql("select day, secret from transport_day_key where day = ?")
                .param(day.toString())
                .query((row, n) -> key(row.getString("day"), row.getString("secret")))
                .list();
    }

    /// Keeps a key that another node drew.
    /// @throws Problem `transport.day-keys` where there are too many of its day
    void keep(DayKey key) {
        List<DayKey> kept = keys(key.day());
        if (kept.contains(key)) return;
        if (kept.size() >= MOST_OF_A_DAY) throw Problem.of("transport.day-keys", "most", MOST_OF_A_DAY);
        insert(key, false);
    }

    private void insert(DayKey key, boolean own) {
        rows.sql("insert into transport_day_key (day, secret, own) values (?, ?, ?)")
                .param(key.day().toString())
                .param(key.secret())
                .param(own ? 1 : 0)
                .update();
    }

    /// Forgets the keys of days before one on which nobody boarded who is on a trip that lasts.
    void forget(LocalDate before) {
        rows.sql("delete from transport_day_key where day < ? and day not in (select p.day"
                        + " from transport_passage p join transport_trip t on t.trip = p.trip"
                        + " where p.day is not null and t.state not in ('CLOSED', 'CANCELLED'))")
                .param(before.toString())
                .update();
    }

    private static DayKey key(String day, String secret) {
        return new DayKey(LocalDate.parse(day), secret);
    }
}
