// SPDX-License-Identifier: Apache-2.0
package org.clearway.bulletin;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Hides small counts of people and households before they are published: 0 is shown, 1 to 9 never, and as many other
/// cells
/// are hidden with them as it takes.
///
/// The promise: whoever knows everything that is shown, that no count is negative, that a zero is always shown, and
/// which
/// cells have not changed since an earlier version, still finds for each hidden count of 1 to 9 a table that fits and
/// in which
/// that count is {@link #SMALLEST_SHOWN} or more. So no total, difference or other combination gives it away, not even
/// that
/// it is small.
///
/// A table is a flow: grand total → row totals → cells → column totals → grand total, and what balances is exactly what
/// adds
/// up. Tables that fit what is shown differ from the true one by circles of flow through hidden cells, so how far a
/// cell
/// could be raised is a largest flow, and what must be hidden with it lies on a cheapest path. Practice §6.2 and §10,
/// rule 11.
final class SmallCells {
    /// The smallest count above zero that is shown.
    static final long SMALLEST_SHOWN = 10;

    /// Totals are what readers look for first: they are hidden last.
    private static final long TOTAL_COSTS = 1_000;

    private SmallCells() {}

    /// Counts by row and column, to be published. All rows are of one length.
    record Counts(List<List<Long>> rows) {
        Counts {
            rows = rows.stream().map(List::copyOf).toList();
            if (rows.isEmpty() || rows.getFirst().isEmpty()) {
                throw new IllegalArgumentException("A table of counts has at least one row and one column.");
            }
            for (List<Long> row : rows) {
                if (row.size() != rows.getFirst().size()) {
                    throw new IllegalArgumentException("The rows of a table of counts are of one length.");
                }
                for (long count : row) {
                    if (count < 0) throw new IllegalArgumentException("A count is 0 or more, got " + count + ".");
                }
            }
        }

        static Counts of(List<List<Long>> rows) {
            return new Counts(rows);
        }
    }

    /// What is published: an empty cell is hidden. Nothing in it depends on what is hidden but that it is.
    ///
    /// @param cells rows of cells
    /// @param rowTotals a total for each row
    /// @param columnTotals a total for each column
    record Shown(
            List<List<OptionalLong>> cells,
            List<OptionalLong> rowTotals,
            List<OptionalLong> columnTotals,
            OptionalLong total) {
        Shown {
            cells = cells.stream().map(List::copyOf).toList();
            rowTotals = List.copyOf(rowTotals);
            columnTotals = List.copyOf(columnTotals);
        }
    }

    /// What of `counts` is published, the first time.
    static Shown publish(Counts counts) {
        return publish(counts, Optional.empty());
    }

    /// What of `counts` is published as a correction of `before`. What was hidden stays hidden; what was shown and has
    /// not
    /// changed is known already and hides nothing. Where that leaves no way to hide a small count, nothing is
    /// shown but zeros.
    static Shown publish(Counts counts, Optional<Shown> before) {
        var table = new Flow(counts);
        before.ifPresent(table::rememberWhatWasShown);
        boolean hidden = table.hideSmallCounts();
        if (!hidden) table.hideAllButZeros();
        return table.shown();
    }

    /// A running total over days: what was shown of each day, added up, and so no more than what the days showed. A
    /// total of the
    /// true counts would give a hidden day away as the difference of two evenings.
    static long runningTotal(List<Shown> days) {
        return days.stream()
                .map(Shown::total)
                .mapToLong(total -> total.orElse(0))
                .sum();
    }

    /// The table as a network. Nodes: the grand total's source, the rows, the columns, the grand total's sink. An edge
    /// is a
    /// cell or a total.
    private static final class Flow {
        private final int rows;
        private final int columns;
        private final List<Edge> edges = new ArrayList<>();

        Flow(Counts counts) {
            rows = counts.rows().size();
            columns = counts.rows().getFirst().size();
            long[] byColumn = new long[columns];
            long all = 0;
            for (int r = 0; r < rows; r++) {
                long inRow = 0;
                for (int c = 0; c < columns; c++) {
                    long count = counts.rows().get(r).get(c);
                    edges.add(new Edge(row(r), column(c), count, count));
                    inRow = Math.addExact(inRow, count);
                    byColumn[c] = Math.addExact(byColumn[c], count);
                }
                all = Math.addExact(all, inRow);
                edges.add(new Edge(source(), row(r), inRow, TOTAL_COSTS + inRow));
            }
            for (int c = 0; c < columns; c++) {
                edges.add(new Edge(column(c), sink(), byColumn[c], TOTAL_COSTS + byColumn[c]));
            }
            edges.add(new Edge(sink(), source(), all, TOTAL_COSTS * TOTAL_COSTS + all));
        }

        private int source() {
            return 0;
        }

        private int row(int r) {
            return 1 + r;
        }

        private int column(int c) {
            return 1 + rows + c;
        }

        private int sink() {
            return 1 + rows + columns;
        }

        private Edge cell(int r, int c) {
            return edges.get(r * (columns + 1) + c);
        }

        private Edge rowTotal(int r) {
            return edges.get(r * (columns + 1) + columns);
        }

        private Edge columnTotal(int c) {
            return edges.get(rows * (columns + 1) + c);
        }

        private Edge total() {
            return edges.getLast();
        }

        void rememberWhatWasShown(Shown before) {
            if (before.rowTotals().size() != rows || before.columnTotals().size() != columns) {
                throw new IllegalArgumentException("A correction has the rows and columns of what it corrects.");
            }
            for (int r = 0; r < rows; r++) {
                for (int c = 0; c < columns; c++)
                    cell(r, c).remember(before.cells().get(r).get(c));
                rowTotal(r).remember(before.rowTotals().get(r));
            }
            for (int c = 0; c < columns; c++)
                columnTotal(c).remember(before.columnTotals().get(c));
            total().remember(before.total());
        }

        /// False where a small count cannot be hidden.
        boolean hideSmallCounts() {
            for (Edge edge : edges) edge.hidden |= edge.small();
            for (Edge edge : edges) {
                if (edge.small() && !couldBeLarge(edge)) return false;
            }
            return true;
        }

        void hideAllButZeros() {
            for (Edge edge : edges) edge.hidden = edge.count > 0;
        }

        /// Raises `small` to {@link #SMALLEST_SHOWN}, hiding along the cheapest ways round what must give way.
        private boolean couldBeLarge(Edge small) {
            edges.forEach(edge -> edge.raisedTo = edge.count);
            long missing = SMALLEST_SHOWN - small.count;
            while (missing > 0) {
                List<Step> way = cheapestWay(small);
                if (way.isEmpty()) return false;
                long by = missing;
                for (Step step : way) by = Math.min(by, step.room());
                for (Step step : way) {
                    step.edge.hidden = true;
                    step.edge.raisedTo += step.forward ? by : -by;
                }
                missing -= by;
            }
            return true;
        }

        /// The cheapest way from where `small` ends back to where it begins; empty where there is none. Hidden cells
        /// cost
        /// nothing.
        private List<Step> cheapestWay(Edge small) {
            long[] cost = new long[sink() + 1];
            Arrays.fill(cost, Long.MAX_VALUE);
            var steps = new Step[cost.length];
            var waiting = new ArrayDeque<Integer>();
            cost[small.to] = 0;
            waiting.add(small.to);
            while (!waiting.isEmpty()) {
                int node = waiting.remove();
                for (Edge edge : edges) {
                    if (edge == small) continue;
                    var step = new Step(edge, edge.from == node);
                    if (edge.from != node && edge.to != node || step.room() == 0) continue;
                    long then = cost[node] + edge.cost();
                    if (then < cost[step.end()]) {
                        cost[step.end()] = then;
                        steps[step.end()] = step;
                        if (!waiting.contains(step.end())) waiting.add(step.end());
                    }
                }
            }
            var way = new ArrayList<Step>();
            if (cost[small.from] == Long.MAX_VALUE) return way;
            for (int node = small.from; node != small.to; node = way.getLast().start()) way.add(steps[node]);
            return way;
        }

        Shown shown() {
            var cells = new ArrayList<List<OptionalLong>>();
            var rowTotals = new ArrayList<OptionalLong>();
            var columnTotals = new ArrayList<OptionalLong>();
            for (int r = 0; r < rows; r++) {
                var row = new ArrayList<OptionalLong>();
                for (int c = 0; c < columns; c++) row.add(cell(r, c).shown());
                cells.add(row);
                rowTotals.add(rowTotal(r).shown());
            }
            for (int c = 0; c < columns; c++) columnTotals.add(columnTotal(c).shown());
            return new Shown(cells, rowTotals, columnTotals, total().shown());
        }
    }

    /// A cell or a total.
    private static final class Edge {
        final int from;
        final int to;
        final long count;
        final long weight;
        boolean hidden;
        boolean known;
        long raisedTo;

        Edge(int from, int to, long count, long weight) {
            this.from = from;
            this.to = to;
            this.count = count;
            this.weight = weight;
        }

        boolean small() {
            return count > 0 && count < SMALLEST_SHOWN;
        }

        long cost() {
            return hidden ? 0 : weight;
        }

        void remember(OptionalLong before) {
            hidden = before.isEmpty() && count > 0;
            known = before.isPresent() && before.getAsLong() == count;
        }

        OptionalLong shown() {
            return hidden ? OptionalLong.empty() : OptionalLong.of(count);
        }
    }

    /// An edge taken with the flow, which raises it, or against it, which lowers it.
    private record Step(Edge edge, boolean forward) {
        int start() {
            return forward ? edge.from : edge.to;
        }

        int end() {
            return forward ? edge.to : edge.from;
        }

        /// By how much a table that fits could differ here. A zero is always shown, so what is hidden is at least 1.
        long room() {
            if (edge.count == 0 || edge.known) return 0;
            return forward ? SMALLEST_SHOWN : edge.raisedTo - 1;
        }
    }
}
