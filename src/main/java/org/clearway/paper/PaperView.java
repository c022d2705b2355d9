// SPDX-License-Identifier: Apache-2.0
package org.clearway.paper;

import java.util.List;
import org.clearway.journal.Entry;
import org.clearway.journal.View;
import org.clearway.paper.PaperEntries.ReadOffSheet;
import org.clearway.paper.PaperEntries.SheetPutOut;
import org.clearway.paper.PaperEntries.SheetsPrinted;
import org.clearway.time.Micros;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The sheets that were printed, in `paper_run` and `paper_sheet`, and the acts read off them, in `paper_act`.
final class PaperView implements View {
    @Override
    public List<Table> tables() {
        return List.of(
                new Table("paper_run", "run"), new Table("paper_sheet", "number"), new Table("paper_act", "position"));
    }

    @Override
    public void apply(Entry entry, JdbcClient rows) {
        switch (entry.body()) {
            case SheetsPrinted printed -> printed(entry, printed, rows);
            case ReadOffSheet read -> read(entry, read, rows);
            case SheetPutOut out ->
                state(entry, out.sheet(), SheetState.valueOf(out.why().name()), rows);
            default -> {}
        }
    }

    private static void printed(Entry entry, SheetsPrinted printed, JdbcClient rows) {
        rows.sql("insert into paper_run (run, position, blank, language, preset, account, printed)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .param(printed.run().toString())
                .param(entry.position())
                .param(printed.blank().name())
                .param(printed.language().name())
                .param(printed.preset().map(Preset::id).orElse(null))
                .param(entry.account().name())
                .param(Micros.of(entry.recorded()))
                .update();
        for (long serial = printed.first(); serial < printed.first() + printed.copies(); serial++) {
            rows.sql("insert into paper_sheet (number, run, serial, blank, state, since) values (?, ?, ?, ?, ?, ?)")
                    .params(
                            new SheetNumber(printed.mark(), serial).toString(),
                            printed.run().toString(),
                            serial,
                            printed.blank().name(),
                            SheetState.PRINTED.name(),
                            Micros.of(entry.recorded()))
                    .update();
        }
    }

    private static void read(Entry entry, ReadOffSheet read, JdbcClient rows) {
        rows.sql("insert into paper_act (position, number, act, sitting, line, written_by, again, account, entered)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .param(entry.position())
                .param(read.sheet().toString())
                .param(entry.id().act().toString())
                .param(read.sitting().toString())
                .param(read.line())
                .param(read.by().name())
                .param(read.again().map(Again::name).orElse(null))
                .param(entry.account().name())
                .param(Micros.of(entry.recorded()))
                .update();
        state(entry, read.sheet(), SheetState.ENTERED, rows);
    }

    private static void state(Entry entry, SheetNumber sheet, SheetState state, JdbcClient rows) {
        rows.sql("update paper_sheet set state = ?, account = ?, since = ? where number = ?")
                .params(state.name(), entry.account().name(), Micros.of(entry.recorded()), sheet.toString())
                .update();
    }
}
