// SPDX-License-Identifier: Apache-2.0
package org.clearway.export;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/// A workbook of two sheets, the first of which says what the second one is. Lines go out as they come: text stands in
/// its cell, and not in a list of texts that would have to be held until the end. A cell is a number, a date or text,
/// and never a formula.
final class XlsxSheet implements Sheet {
    /// What a spreadsheet program opens, without the heading, the tags and the end.
    private static final long MOST = Worksheet.MAX_ROWS - 3L;

    /// What such a file says of the program that wrote it is two numbers, and no more.
    private static final String VERSION_OF_FORM = "1.0";

    private static final int FLUSH_EVERY = 500;
    private static final String DAY = "yyyy-mm-dd";
    private static final String MOMENT = "yyyy-mm-dd hh:mm:ss";

    private final Workbook book;
    private final Worksheet front;
    private final Worksheet data;
    private final About about;
    private final ZoneId zone;
    private long number;
    private int row;

    XlsxSheet(OutputStream out, About about) {
        this.about = about;
        this.zone = about.zone();
        this.book = new Workbook(out, "Clearway", VERSION_OF_FORM);
        this.front = book.newWorksheet(about.words().say("export.sheet.about"));
        this.data = book.newWorksheet(about.words().say("export.sheet.data"));
        if (about.wanted().language().rightToLeft()) {
            front.rightToLeft();
            data.rightToLeft();
        }
        heading();
    }

    private void heading() {
        List<Column> columns = about.columns();
        data.freezePane(1, 1);
        data.width(0, 10);
        text(data, 0, 0, about.words().say("export.column.number"));
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            data.width(i + 1, column.width());
            text(data, 0, i + 1, about.heading(column));
            if (!column.tag().isEmpty()) text(data, 1, i + 1, column.tag());
        }
        data.range(0, 0, 0, columns.size()).style().bold().wrapText(true).set();
        row = about.tagged() ? 2 : 1;
    }

    @Override
    public void take(Line line) throws IOException {
        if (number == MOST) throw new TooManyLines();
        data.value(row, 0, ++number);
        int column = 0;
        for (Cell cell : line.cells()) put(++column, cell);
        row++;
        if (row % FLUSH_EVERY == 0) data.flush();
    }

    private void put(int column, Cell cell) {
        switch (cell) {
            case Cell.Text(String told) -> text(data, row, column, told);
            case Cell.Figure(long figure) -> data.value(row, column, figure);
            case Cell.Day(var day) -> {
                data.value(row, column, day);
                data.style(row, column).format(DAY).set();
            }
            case Cell.Moment(Instant instant) -> {
                data.value(row, column, LocalDateTime.ofInstant(instant, zone));
                data.style(row, column).format(MOMENT).set();
            }
            case Cell.Unknown unknown -> {}
        }
    }

    @Override
    public void end(long lines) throws IOException {
        text(data, row, 0, about.end(lines));
        data.finish();
        front.width(0, 28);
        front.width(1, 100);
        int line = 0;
        for (List<String> said : about.said(lines)) {
            text(front, line, 0, said.getFirst());
            text(front, line, 1, said.getLast());
            front.style(line, 0).bold().set();
            front.style(line, 1).wrapText(true).set();
            line++;
        }
        front.finish();
        book.finish();
    }

    private static void text(Worksheet sheet, int row, int column, String raw) {
        String text = CellText.clean(raw);
        if (!text.isEmpty()) sheet.inlineString(row, column, text);
    }

    /// There are more lines than a sheet holds.
    static final class TooManyLines extends IOException {
        private static final long serialVersionUID = 1;

        TooManyLines() {
            super("A sheet holds " + MOST + " lines.");
        }
    }
}
