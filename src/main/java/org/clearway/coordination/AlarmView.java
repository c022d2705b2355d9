// SPDX-License-Identifier: Apache-2.0
package org.clearway.coordination;

import java.util.List;
import org.clearway.journal.Entry;
import org.clearway.journal.View;
import org.clearway.time.Micros;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Who has taken which alarm on.
final class AlarmView implements View {
    @Override
    public List<Table> tables() {
        return List.of(new Table("alarm_owner", "position"));
    }

    @Override
    public void apply(Entry entry, JdbcClient rows) {
        if (!(entry.body() instanceof AlarmOwned owned)) return;
        rows.sql("insert into alarm_owner (position, corridor, alarm, account, known_from) values (?, ?, ?, ?, ?)")
                .param(entry.position())
                .param(owned.corridor().slug())
                .param(owned.alarm().code())
                .param(owned.taken() ? entry.account().name() : null)
                .param(Micros.of(entry.received()))
                .update();
    }
}
