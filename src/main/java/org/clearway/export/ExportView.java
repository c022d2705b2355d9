// SPDX-License-Identifier: Apache-2.0
package org.clearway.export;

import java.util.List;
import java.util.Optional;
import org.clearway.agreement.CorridorId;
import org.clearway.export.ExportEntries.TableAsked;
import org.clearway.export.ExportEntries.TableCutOff;
import org.clearway.export.ExportEntries.TableTaken;
import org.clearway.journal.Entry;
import org.clearway.journal.View;
import org.clearway.time.Micros;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Each table that was asked for, and what became of it, in `table_export`.
final class ExportView implements View {
    @Override
    public List<Table> tables() {
        return List.of(new Table("table_export", "position"));
    }

    @Override
    public void apply(Entry entry, JdbcClient rows) {
        switch (entry.body()) {
            case TableAsked asked ->
                rows.sql("insert into table_export (position, export, asked, account, what, from_day, to_day,"
                                + " corridor, language, format, purpose) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                        .param(entry.position())
                        .param(asked.export().toString())
                        .param(Micros.of(entry.recorded()))
                        .param(entry.account().name())
                        .param(asked.table().name())
                        .param(text(asked.from()))
                        .param(text(asked.to()))
                        .param(asked.corridor().map(CorridorId::slug).orElse(null))
                        .param(asked.language().name())
                        .param(asked.format().name())
                        .param(asked.purpose().name())
                        .update();
            case TableTaken taken ->
                rows.sql("update table_export set ended = ?, lines = ?, digest = ? where export = ?")
                        .params(
                                Micros.of(entry.recorded()),
                                taken.lines(),
                                taken.digest().hex(),
                                taken.export().toString())
                        .update();
            case TableCutOff cut ->
                rows.sql("update table_export set ended = ?, lines = ?, why = ? where export = ?")
                        .params(
                                Micros.of(entry.recorded()),
                                cut.lines(),
                                cut.why().name(),
                                cut.export().toString())
                        .update();
            default -> {}
        }
    }

    private static @org.jspecify.annotations.Nullable String text(Optional<?> value) {
        return value.map(Object::toString).orElse(null);
    }
}
