// SPDX-License-Identifier: Apache-2.0
package org.clearway.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Comma-separated values by RFC 4180 in UTF-8, with the mark by which spreadsheet programs know that encoding. The
/// first column numbers the lines, and the last line says how many there were.
final class CsvSheet implements Sheet {
    /// Always with its distance from UTC, and with `+00:00` where there is none.
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);

    private final Writer out;
    private final About about;
    private final ZoneId zone;
    private long number;

    CsvSheet(OutputStream out, About about) throws IOException {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 15);
        this.about = about;
        this.zone = about.zone();
        this.out.write('\ufeff');
        cell(about.numberHeading());
        for (Column column : about.columns()) next(about.heading(column));
        this.out.write("\r\n");
        if (!about.tagged()) return;
        for (Column column : about.columns()) {
            this.out.write(',');
            this.out.write(column.tag());
        }
        this.out.write("\r\n");
    }

    @Override
    public void take(Line line) throws IOException {
        out.write(Long.toString(++number));
        for (Cell cell : line.cells()) {
            out.write(',');
            switch (cell) {
                case Cell.Text(String text) -> cell(text);
                case Cell.Figure(long figure) -> out.write(Long.toString(figure));
                case Cell.Day(var day) -> out.write(day.toString());
                case Cell.Moment(var instant) -> out.write(MOMENT.format(instant.atZone(zone)));
                case Cell.Unknown unknown -> {}
            }
        }
        out.write("\r\n");
    }

    @Override
    public void end(long lines) throws IOException {
        cell(about.end(lines));
        out.write(",".repeat(about.columns().size()));
        out.write("\r\n");
        out.flush();
    }

    private void next(String text) throws IOException {
        out.write(',');
        cell(text);
    }

    private void cell(String raw) throws IOException {
        String text = CellText.harmless(raw);
        if (text.chars().noneMatch(sign -> sign == '"' || sign == ',' || sign == '\r' || sign == '\n' || sign == ';')) {
            out.write(text);
            return;
        }
        out.write('"');
        out.write(text.replace("\"", "\"\""));
        out.write('"');
    }
}
