// SPDX-License-Identifier: Apache-2.0
package org.clearway.care;

import java.time.Duration;
import java.util.List;
import org.clearway.care.CareEntries.TouchUndone;
import org.clearway.journal.Entry;
import org.clearway.journal.View;
import org.clearway.time.Micros;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What was given, who went without and who was in need of treatment: sums by the hour, and the touches of the last
/// day, so that a desk may undo its own. Whether a token was shown makes no difference here.
final class TouchView implements View {
    /// How long a touch can be undone.
    static final Duration KEPT = Duration.ofDays(1);

    @Override
    public List<Table> tables() {
        return List.of(new Table("care_hour", "point, hour, kind, what, how"), new Table("care_touch", "position"));
    }

    @Override
    public void apply(Entry entry, JdbcClient rows) {
        Told.of(entry.body()).ifPresent(told -> touched(entry, told, rows));
        if (entry.body() instanceof TouchUndone undone) undone(undone.touch(), rows);
    }

    private static void touched(Entry entry, Told told, JdbcClient rows) {
        rows.sql("insert into care_hour (point, hour, kind, what, how, people, touches) values (?, ?, ?, ?, ?, ?, 1)"
                        + " on conflict (point, hour, kind, what, how) do update set"
                        + " people = care_hour.people + excluded.people, touches = care_hour.touches + 1")
                .param(told.point().slug())
                .param(Micros.of(entry.occurred().from()))
                .param(told.kind().name())
                .param(told.what())
                .param(told.how().name())
                .param(told.people())
                .update();
        rows.sql("insert into care_touch (position, touch, point, hour, zone, kind, what, how, people, account,"
                        + " recorded) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .param(entry.position())
                .param(TouchId.of(entry.id().act()).toString())
                .param(told.point().slug())
                .param(Micros.of(entry.occurred().from()))
                .param(entry.occurred().zone().getId())
                .param(told.kind().name())
                .param(told.what())
                .param(told.how().name())
                .param(told.people())
                .param(entry.account().name())
                .param(Micros.of(entry.received()))
                .update();
        rows.sql("delete from care_touch where recorded < ?")
                .param(Micros.of(entry.received().minus(KEPT)))
                .update();
    }

    private static void undone(TouchId touch, JdbcClient rows) {
        rows.sql("update care_hour set people = care_hour.people - t.people, touches = care_hour.touches - 1"
                        + " from care_touch t where t.touch = ? and care_hour.point = t.point"
                        + " and care_hour.hour = t.hour and care_hour.kind = t.kind and care_hour.what = t.what"
                        + " and care_hour.how = t.how")
                .param(touch.toString())
                .update();
        rows.sql("delete from care_touch where touch = ?")
                .param(touch.toString())
                .update();
    }
}
