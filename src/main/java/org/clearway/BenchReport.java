// SPDX-License-Identifier: Apache-2.0
package org.clearway;

import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.clearway.language.Language;
import org.clearway.language.Wording;
import tools.jackson.databind.json.JsonMapper;

/// What a bench found: figures in rows, some beside their budget. Printed as a table for people, or as one JSON object
/// that holds the same.
final class BenchReport {
    private final String bench;
    private final Instant taken;
    private final long seed;
    private final BenchMachine machine;
    private final List<Row> rows = new ArrayList<>();
    private final Map<String, Missing> missing = new LinkedHashMap<>();

    /// @param taken when the bench began
    /// @param seed of everything that was left to chance
    BenchReport(String bench, Instant taken, long seed, BenchMachine machine) {
        this.bench = bench;
        this.taken = taken.truncatedTo(ChronoUnit.SECONDS);
        this.seed = seed;
        this.machine = machine;
    }

    enum Format {
        TABLE,
        JSON
    }

    enum Bound {
        AT_MOST,
        AT_LEAST
    }

    /// @param limit in the unit of its figure
    record Budget(BenchMeasure measure, Bound bound, double limit) {
        static Budget atMost(BenchMeasure measure, double limit) {
            return new Budget(measure, Bound.AT_MOST, limit);
        }

        static Budget atLeast(BenchMeasure measure, double limit) {
            return new Budget(measure, Bound.AT_LEAST, limit);
        }

        boolean keptBy(double value) {
            return bound == Bound.AT_MOST ? value <= limit : value >= limit;
        }
    }

    /// Some figures of one thing, said under the words `bench.row.WORDS`, with what is put into those words.
    private record Row(String words, Map<String, ?> values, Map<BenchMeasure, Double> figures, List<Budget> budgets) {
        String key() {
            return words
                    + values.entrySet().stream()
                            .map(value -> "_" + value.getValue() + "_" + value.getKey())
                            .collect(Collectors.joining());
        }
    }

    private record Missing(String words, Map<String, ?> values) {}

    void add(String words, Map<String, ?> values, Map<BenchMeasure, Double> figures, Budget... budgets) {
        rows.add(new Row(words, values, new LinkedHashMap<>(figures), List.of(budgets)));
    }

    /// Says that `what` was not measured.
    /// @param words why, under `bench.not-measured.WORDS`
    void missing(String what, String words, Map<String, ?> values) {
        missing.put(what, new Missing(words, values));
    }

    void print(Format format, Language language, PrintStream out) {
        switch (format) {
            case TABLE -> out.print(table(Wording.of(language)));
            case JSON -> out.println(JsonMapper.builder().build().writeValueAsString(object()));
        }
    }

    private Map<String, Object> object() {
        var object = new LinkedHashMap<String, Object>();
        object.put("bench", bench);
        object.put("version", ProgramVersion.text());
        object.put("taken", taken.toString());
        object.put("seed", seed);
        object.put("machine", machine.facts());
        var figures = new LinkedHashMap<String, Object>();
        var budgets = new LinkedHashMap<String, Object>();
        for (Row row : rows) {
            var ofRow = new LinkedHashMap<String, Object>();
            row.figures().forEach((measure, value) -> ofRow.put(measure.key(), rounded(measure, value)));
            figures.put(row.key(), ofRow);
            for (Budget budget : row.budgets()) {
                budgets.put(
                        row.key() + "." + budget.measure().key(),
                        Map.of(
                                budget.bound().name().toLowerCase(Locale.ROOT),
                                rounded(budget.measure(), budget.limit()),
                                "kept",
                                budget.keptBy(row.figures().getOrDefault(budget.measure(), Double.NaN))));
            }
        }
        object.put("figures", figures);
        object.put("budgets", budgets);
        var why = new LinkedHashMap<String, Object>();
        missing.forEach((what, reason) -> why.put(what, say(Wording.of(Language.EN), reason)));
        object.put("not_measured", why);
        return object;
    }

    private String table(Wording words) {
        var text = new StringBuilder();
        text.append(words.say(
                        "bench.title",
                        Map.of("bench", bench, "version", ProgramVersion.text(), "taken", taken.toString())))
                .append('\n');
        machine.facts()
                .forEach((fact, value) -> text.append("  ")
                        .append(words.say("bench.machine." + fact, Map.of("value", String.valueOf(value))))
                        .append('\n'));
        text.append("  ")
                .append(words.say("bench.seed", Map.of("seed", Long.toString(seed))))
                .append('\n');
        for (int from = 0; from < rows.size(); ) {
            int to = from + 1;
            while (to < rows.size() && sameMeasures(rows.get(from), rows.get(to))) to++;
            section(words, rows.subList(from, to), text);
            from = to;
        }
        if (!missing.isEmpty()) text.append('\n');
        missing.values().forEach(reason -> text.append(say(words, reason)).append('\n'));
        return text.toString();
    }

    private static boolean sameMeasures(Row one, Row other) {
        return one.figures().keySet().stream()
                .toList()
                .equals(other.figures().keySet().stream().toList());
    }

    /// Rows with the same measures, below one head.
    private static void section(Wording words, List<Row> rows, StringBuilder text) {
        var lines = new ArrayList<List<String>>();
        var head = new ArrayList<String>();
        head.add("");
        rows.getFirst().figures().keySet().forEach(measure -> head.add(words.say(measure)));
        lines.add(head);
        for (Row row : rows) {
            var line = new ArrayList<String>();
            line.add(words.say("bench.row." + row.words(), row.values()));
            row.figures().forEach((measure, value) -> line.add(grouped(measure, value)));
            line.add(row.budgets().stream()
                    .map(budget -> verdict(words, budget, row))
                    .collect(Collectors.joining("; ")));
            lines.add(line);
        }
        int columns = head.size();
        var widths = new int[columns];
        for (List<String> line : lines) {
            for (int i = 0; i < columns; i++)
                widths[i] = Math.max(widths[i], line.get(i).length());
        }
        text.append('\n');
        for (List<String> line : lines) {
            var padded = new StringBuilder();
            for (int i = 0; i < line.size(); i++) {
                String cell = line.get(i);
                if (i == 0) padded.append(cell).repeat(' ', widths[0] - cell.length());
                else if (i < columns)
                    padded.repeat(' ', 2 + widths[i] - cell.length()).append(cell);
                else if (!cell.isEmpty()) padded.append("  ").append(cell);
            }
            text.append(padded.toString().stripTrailing()).append('\n');
        }
    }

    private static String verdict(Wording words, Budget budget, Row row) {
        double value = row.figures().getOrDefault(budget.measure(), Double.NaN);
        return words.say(
                "bench.budget." + budget.bound(),
                Map.of(
                        "measure", words.say(budget.measure()),
                        "limit",
                                rounded(budget.measure(), budget.limit())
                                        .stripTrailingZeros()
                                        .toPlainString(),
                        "kept", words.say(budget.keptBy(value) ? "bench.kept" : "bench.not-kept")));
    }

    private static String say(Wording words, Missing reason) {
        return words.say("bench.not-measured." + reason.words(), reason.values());
    }

    private static BigDecimal rounded(BenchMeasure measure, double value) {
        return BigDecimal.valueOf(value).setScale(measure.decimals(), RoundingMode.HALF_UP);
    }

    /// With a thin gap between thousands, whatever the language: these are figures to be copied.
    private static String grouped(BenchMeasure measure, double value) {
        return String.format(Locale.ROOT, "%,." + measure.decimals() + "f", value)
                .replace(',', ' ');
    }
}
