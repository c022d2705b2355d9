// SPDX-License-Identifier: Apache-2.0
package org.clearway.paper;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.clearway.access.AccountId;
import org.clearway.access.Role;
import org.clearway.journal.ActId;
import org.clearway.language.Language;
import org.clearway.time.Micros;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Reads what {@link PaperView} keeps.
record PaperRows(JdbcClient rows) {
    /// The last number that was handed out; 0 where none was.
    long last() {
        return rows.sql("select coalesce(max(serial), 0) from paper_sheet")
                .query(Long.class)
                .single();
    }

    Optional<OnSheet> sheet(SheetNumber number) {
        return rows.sql(
                        "select s.*, r.language, r.preset, r.printed from paper_sheet s join paper_run r on r.run = s.run"
                                + " where s.number = ?")
                .param(number.toString())
                .query((row, n) -> sheet(row, number))
                .optional();
    }

    private OnSheet sheet(ResultSet row, SheetNumber number) throws SQLException {
        return new OnSheet(
                number,
                RunId.parse(row.getString("run")),
                Blank.valueOf(row.getString("blank")),
                Language.valueOf(row.getString("language")),
                Optional.ofNullable(row.getString("preset")).map(Preset::new),
                Micros.instant(row.getLong("printed")),
                SheetState.valueOf(row.getString("state")),
                Micros.instant(row.getLong("since")),
                acts(number));
    }

    private List<OnSheet.OnAct> acts(SheetNumber number) {
        return rows.sql("select * from paper_act where number = ? order by position")
                .param(number.toString())
                .query((row, n) -> new OnSheet.OnAct(
                        ActId.parse(row.getString("act")),
                        row.getInt("line"),
                        Role.valueOf(row.getString("written_by")),
                        Optional.ofNullable(row.getString("again")).map(Again::valueOf),
                        new AccountId(row.getString("account")),
                        Micros.instant(row.getLong("entered"))))
                .list();
    }

    /// The state of a sheet, and whether something was entered from it at another sitting.
    Optional<Standing> standing(SheetNumber number, SittingId sitting) {
        return rows.sql(
                        "select state, (select count(*) from paper_act where number = s.number and sitting <> ?) as before"
                                + " from paper_sheet s where number = ?")
                .params(sitting.toString(), number.toString())
                .query((row, n) -> new Standing(SheetState.valueOf(row.getString("state")), row.getLong("before") > 0))
                .optional();
    }

    /// @param before whether something was entered from it at another sitting
    record Standing(SheetState state, boolean before) {
        boolean over() {
            return before || state != SheetState.PRINTED && state != SheetState.ENTERED;
        }
    }

    Optional<PrintRun> run(RunId run) {
        return rows.sql("select * from paper_run where run = ?")
                .param(run.toString())
                .query((row, n) -> run(row))
                .optional();
    }

    /// The latest first.
    List<PrintRun> runs(int most) {
        return rows.sql("select * from paper_run order by position desc limit ?")
                .param(most)
                .query((row, n) -> run(row))
                .list();
    }

    private PrintRun run(ResultSet row) throws SQLException {
        RunId id = RunId.parse(row.getString("run"));
        return new PrintRun(
                id,
                Blank.valueOf(row.getString("blank")),
                Language.valueOf(row.getString("language")),
                Optional.ofNullable(row.getString("preset")).map(Preset::new),
                new AccountId(row.getString("account")),
                Micros.instant(row.getLong("printed")),
                sheets(id));
    }

    private LinkedHashMap<SheetNumber, SheetState> sheets(RunId run) {
        var sheets = new LinkedHashMap<SheetNumber, SheetState>();
        rows.sql("select number, state from paper_sheet where run = ? order by serial")
                .param(run.toString())
                .query((row, n) -> sheets.put(
                        SheetNumber.parse(row.getString("number")), SheetState.valueOf(row.getString("state"))))
                .list();
        return sheets;
    }
}
