// SPDX-License-Identifier: Apache-2.0
package org.clearway.care;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A table that the program ships: its columns named in the first line, cells apart by semicolons, `#` before a remark.
final class Csv {
    private Csv() {}

    static List<Map<String, String>> read(String resource) {
        try (InputStream in = Csv.class.getResourceAsStream(resource)) {
            if (in == null) throw new IllegalStateException("The table " + resource + " is missing.");
            List<List<String>> lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> Arrays.stream(line.split(";", -1))
                            .map(String::strip)
                            .toList())
                    .toList();
            return table(resource, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String cell(Map<String, String> line, String column) {
        String cell = line.get(column);
        if (cell == null) throw new IllegalStateException("There is no column " + column + ".");
        return cell;
    }

    private static List<Map<String, String>> table(String resource, List<List<String>> lines) {
        List<String> columns = lines.getFirst();
        var table = new ArrayList<Map<String, String>>();
        for (List<String> cells : lines.subList(1, lines.size())) {
            if (cells.size() != columns.size()) {
                throw new IllegalStateException("A line of " + resource + " has " + cells.size() + " cells: " + cells);
            }
            var line = new LinkedHashMap<String, String>();
            for (int i = 0; i < columns.size(); i++) line.put(columns.get(i), cells.get(i));
            table.add(line);
        }
        return table;
    }
}
