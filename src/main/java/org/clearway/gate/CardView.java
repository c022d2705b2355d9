// SPDX-License-Identifier: Apache-2.0
package org.clearway.gate;

import java.util.List;
import org.clearway.journal.Entry;
import org.clearway.journal.View;
import org.clearway.time.Micros;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The cards on record, by pseudonym, each with its household as it was sealed.
final class CardView implements View {
    static final String LIVE = "LIVE";
    static final String DEAD = "DEAD";

    @Override
    public List<Table> tables() {
        return List.of(new Table("gate_card", "position"));
    }

    @Override
    public void apply(Entry entry, JdbcClient rows) {
        switch (entry.body()) {
            case CardIssued issued ->
                rows.sql("insert into gate_card (position, subject, card, corridor, crossing, hour, zone, replacement,"
                                + " household, standing) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                        .param(entry.position())
                        .param(entry.subject().orElseThrow().pseudonym())
                        .param(CardId.of(entry.id().act()).toString())
                        .param(issued.corridor().slug())
                        .param(issued.crossing().slug())
                        .param(Micros.of(entry.occurred().from()))
                        .param(entry.occurred().zone().getId())
                        .param(issued.replacement() ? 1 : 0)
                        .param(issued.household().closed().line())
                        .param(LIVE)
                        .update();
            case CardReplaced replaced ->
                rows.sql("update gate_card set standing = ?, successor = ? where subject = ?")
                        .param(DEAD)
                        .param(CardId.of(entry.id().act()).toString())
                        .param(entry.subject().orElseThrow().pseudonym())
                        .update();
            default -> {}
        }
    }
}
