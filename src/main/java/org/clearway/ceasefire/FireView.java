// SPDX-License-Identifier: Apache-2.0
package org.clearway.ceasefire;

import java.util.List;
import org.clearway.journal.Entry;
import org.clearway.journal.View;
import org.clearway.places.Withdrawals;
import org.clearway.time.Micros;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Writes observations of fire as rows of two times. Positions stay sealed.
final class FireView implements View {
    @Override
    public List<Table> tables() {
        return List.of(new Table("fire", "position"));
    }

    @Override
    public void apply(Entry entry, JdbcClient rows) {
        Withdrawals.close(entry, "fire", "fire", rows);
        if (!(entry.body() instanceof FireObserved observed)) return;
        long known = Micros.of(entry.received());
        observed.corrects()
                .ifPresent(wrong -> rows.sql("update fire set known_to = ? where fire = ? and known_to = ?")
                        .param(known)
                        .param(wrong.toString())
                        .param(Micros.FOREVER)
                        .update());
        rows.sql(
                        "insert into fire (position, fire, corridor, kind, noticed, reckoning, counted, nearness, place, account,"
                                + " told, valid_from, valid_to, known_from, known_to)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .param(entry.position())
                .param(observed.fire().toString())
                .param(observed.corridor().slug())
                .param(observed.kind().name())
                .param(observed.noticed().name())
                .param(observed.count().map(count -> count.how().name()).orElse(null))
                .param(observed.count()
                        .flatMap(FireCount::count)
                        .map(Count::value)
                        .orElse(null))
                .param(observed.nearness().name())
                .param(observed.where().map(where -> where.closed().line()).orElse(null))
                .param(entry.account().name())
                .param(entry.occurred().line())
                .param(Micros.of(entry.occurred().from()))
                .param(Micros.of(entry.occurred().to()))
                .param(known)
                .param(Micros.FOREVER)
                .update();
    }
}
