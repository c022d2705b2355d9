// SPDX-License-Identifier: Apache-2.0
package org.clearway.gate;

import java.util.List;
import org.clearway.journal.Entry;
import org.clearway.journal.View;
import org.clearway.time.Micros;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What the boxes of past hours held, and the concerns, sealed.
final class ChoiceView implements View {
    @Override
    public List<Table> tables() {
        return List.of(
                new Table("gate_choice", "corridor, crossing, hour, choice"), new Table("gate_concern", "position"));
    }

    @Override
    public void apply(Entry entry, JdbcClient rows) {
        switch (entry.body()) {
            case HourTallied tallied -> tallied(entry, tallied, rows);
            case ConcernRaised raised ->
                rows.sql("insert into gate_concern (position, concern, corridor, crossing, hour, zone, told)"
                                + " values (?, ?, ?, ?, ?, ?, ?)")
                        .param(entry.position())
                        .param(ConcernId.of(entry.id().act()).toString())
                        .param(raised.corridor().slug())
                        .param(raised.crossing().slug())
                        .param(Micros.of(entry.occurred().from()))
                        .param(entry.occurred().zone().getId())
                        .param(raised.told().closed().line())
                        .update();
            default -> {}
        }
    }

    /// An hour that came twice, by a clock that was set back, has two boxes.
    private static void tallied(Entry entry, HourTallied body, JdbcClient rows) {
        body.chosen()
                .forEach((choice, number) -> rows.sql("insert into gate_choice (corridor, crossing, hour, choice, zone,"
                                + " number) values (?, ?, ?, ?, ?, ?) on conflict (corridor, crossing, hour, choice)"
                                + " do update set number = gate_choice.number + excluded.number")
                        .param(body.corridor().slug())
                        .param(body.crossing().slug())
                        .param(Micros.of(entry.occurred().from()))
                        .param(choice.name())
                        .param(entry.occurred().zone().getId())
                        .param(number)
                        .update());
    }
}
