// SPDX-License-Identifier: Apache-2.0
package org.clearway.places;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.clearway.language.Problem;

/// A table in a file, as spreadsheet programs write it: lines of cells apart by commas, semicolons or tabs, in UTF-8;
/// a cell in quotation marks may hold any of these (RFC 4180).
final class TableText {
    static final int MOST_BYTES = 4 * 1024 * 1024;
    private static final int MOST_ROWS = 5_000;
    private static final char MARK = '\uFEFF';

    /// @param line on which it begins, from 1
    record Row(int line, List<String> cells) {}

    private final String text;
    private final char between;
    private final List<Row> rows = new ArrayList<>();
    private int at;
    private int line = 1;

    private TableText(String text) {
        this.text = text;
        this.between = between(text.lines().findFirst().orElse(""));
    }

    /// Every row that is not empty, the heads of the columns first.
    /// @throws Problem `places.table-too-large`, `places.table-not-text`, `places.table-empty`,
    ///     `places.table-quote-open`
    static List<Row> read(byte[] file) {
        if (file.length > MOST_BYTES) {
            throw Problem.of("places.table-too-large", "most", MOST_ROWS);
        }
        var table = new TableText(text(file));
        while (table.at < table.text.length()) table.row();
        if (table.rows.size() < 2) throw Problem.of("places.table-empty");
        return table.rows;
    }

    private static String text(byte[] file) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
            return !text.isEmpty() && text.charAt(0) == MARK ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new Problem("places.table-not-text", Map.of(), e);
        }
    }

    /// Whatever stands most often in the first line.
    private static char between(String heads) {
        return Stream.of(',', ';', '\t')
                .max(Comparator.comparingLong((Character sign) ->
                        heads.chars().filter(one -> one == sign).count()))
                .orElse(',');
    }

    private void row() {
        int began = line;
        var cells = new ArrayList<String>();
        do {
            cells.add(cell(began));
        } while (at < text.length() && text.charAt(at++) == between);
        if (cells.stream().allMatch(String::isBlank)) return;
        if (rows.size() > MOST_ROWS) throw Problem.of("places.table-too-large", "most", MOST_ROWS);
        rows.add(new Row(began, List.copyOf(cells)));
    }

    /// Leaves off before what ends the cell: a sign between cells, or the end of a line.
    private String cell(int began) {
        var cell = new StringBuilder();
        boolean quoted = at < text.length() && text.charAt(at) == '"';
        if (quoted) at++;
        while (at < text.length()) {
            char sign = text.charAt(at);
            if (quoted && sign == '"') {
                if (at + 1 == text.length() || text.charAt(at + 1) != '"') {
                    quoted = false;
                    at++;
                    continue;
                }
                at++;
            } else if (!quoted && (sign == between || sign == '\n')) {
                if (sign == '\n') line++;
                return cell.toString().strip();
            } else if (sign == '\n') {
                line++;
            }
            cell.append(sign);
            at++;
        }
        if (quoted) throw Problem.of("places.table-quote-open", "line", began);
        return cell.toString().strip();
    }
}
