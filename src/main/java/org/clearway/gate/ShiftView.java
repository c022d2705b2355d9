// SPDX-License-Identifier: Apache-2.0
package org.clearway.gate;

import java.util.List;
import java.util.stream.Collectors;
import org.clearway.journal.Entry;
import org.clearway.journal.View;
import org.clearway.time.Micros;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Shifts that were closed, and who signed them.
final class ShiftView implements View {
    @Override
    public List<Table> tables() {
        return List.of(new Table("gate_shift", "position"));
    }

    @Override
    public void apply(Entry entry, JdbcClient rows) {
        switch (entry.body()) {
            case ShiftClosed closed -> closed(entry, closed, rows);
            case ShiftSigned signed ->
                rows.sql("update gate_shift set signed_by = ? where shift = ? and signed_by is null")
                        .param(entry.account().name())
                        .param(signed.shift().toString())
                        .update();
            default -> {}
        }
    }

    private static void closed(Entry entry, ShiftClosed body, JdbcClient rows) {
        rows.sql("insert into gate_shift (position, shift, corridor, crossing, hours_from, hours_to, zone, households,"
                        + " people, cards, paper, explained, closed_by, known_from)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .param(entry.position())
                .param(ShiftId.of(entry.id().act()).toString())
                .param(body.corridor().slug())
                .param(body.crossing().slug())
                .param(Micros.of(entry.occurred().from()))
                .param(Micros.of(entry.occurred().to()))
                .param(entry.occurred().zone().getId())
                .param(body.households())
                .param(body.people())
                .param(body.cards())
                .param(body.paper().orElse(null))
                .param(body.explained().entrySet().stream()
                        .map(one -> one.getKey() + "=" + one.getValue())
                        .collect(Collectors.joining(" ")))
                .param(entry.account().name())
                .param(Micros.of(entry.received()))
                .update();
    }
}
