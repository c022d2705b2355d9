// SPDX-License-Identifier: Apache-2.0
package org.clearway.bulletin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.clearway.bulletin.SmallCells.Counts;
import org.clearway.bulletin.SmallCells.Shown;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/// Whoever reads what is published tries to work out what was hidden: by trying every table that fits (small tables),
/// and
/// by solving the equations (larger ones).
class SmallCellsTest {
    private static final OptionalLong HIDDEN = OptionalLong.empty();

    @Test
    void zeroIsShownAndSoIsTenAndNineIsNot() {
        Shown shown = SmallCells.publish(counts(List.of(0L, 10L, 200L)));
        assertThat(shown.cells()).containsExactly(List.of(shown(0), shown(10), shown(200)));
        assertThat(shown.total()).isEqualTo(shown(210));
        assertThat(SmallCells.publish(counts(List.of(0L, 9L, 200L))).cells())
                .containsExactly(List.of(shown(0), HIDDEN, HIDDEN));
    }

    @Test
    void nobodyAtAllIsShownAsZeroEverywhere() {
        Shown shown = SmallCells.publish(counts(List.of(0L, 0L), List.of(0L, 0L)));
        assertThat(everyFigure(shown)).allMatch(shown(0)::equals);
    }

    @Test
    void aSmallCountTakesAnotherCellOfItsRowAndOfItsColumnWithIt() {
        Shown shown = SmallCells.publish(counts(List.of(3L, 40L, 50L), List.of(60L, 70L, 80L)));
        assertThat(shown.cells())
                .containsExactly(List.of(HIDDEN, HIDDEN, shown(50)), List.of(HIDDEN, HIDDEN, shown(80)));
        assertThat(shown.total()).isEqualTo(shown(303));
    }

    @Test
    void twoSmallCountsDoNotHideEachOtherWhereTheirSumIsSmall() {
        // 57 − 50 would leave 3 + 4 = 7, and each of the two known to be small.
        Shown shown = SmallCells.publish(counts(List.of(3L, 4L, 50L)));
        assertThat(shown.cells().getFirst()).containsOnly(HIDDEN);
    }

    @Test
    void aTotalThatIsSmallIsHiddenToo() {
        Shown shown = SmallCells.publish(counts(List.of(2L, 0L)));
        assertThat(shown.cells()).containsExactly(List.of(HIDDEN, shown(0)));
        assertThat(shown.total()).isEqualTo(HIDDEN);
    }

    /// The repetition is the seed, so a failure names the case that replays it.
    @RepeatedTest(150)
    void noTableThatFitsWhatIsShownTellsThatAHiddenCountIsSmall(RepetitionInfo run) {
        var random = new SplittableRandom(run.getCurrentRepetition());
        Counts counts = random(random, 2, 2, 16);
        Shown shown = SmallCells.publish(counts);
        assertEachSmallCountMayBeLarge(counts, shown, List.of());
    }

    @RepeatedTest(40)
    void norOfATableOfOneRow(RepetitionInfo run) {
        var random = new SplittableRandom(run.getCurrentRepetition());
        Counts counts = random(random, 1, 4, 16);
        assertEachSmallCountMayBeLarge(counts, SmallCells.publish(counts), List.of());
    }

    @RepeatedTest(200)
    void noEquationOfALargerTableCanBeSolvedForAHiddenCount(RepetitionInfo run) {
        var random = new SplittableRandom(run.getCurrentRepetition());
        Counts counts = random(random, 2 + random.nextInt(6), 2 + random.nextInt(6), 60);
        Shown shown = SmallCells.publish(counts);
        for (int r = 0; r < counts.rows().size(); r++) {
            for (int c = 0; c < counts.rows().getFirst().size(); c++) {
                long count = counts.rows().get(r).get(c);
                OptionalLong cell = shown.cells().get(r).get(c);
                if (count == 0) assertThat(cell).isEqualTo(shown(0));
                if (count > 0 && count < 10) {
                    assertThat(cell).isEqualTo(HIDDEN);
                    assertThat(isSolved(shown, r, c))
                            .as("row %d, column %d of %s", r, c, counts)
                            .isFalse();
                }
            }
        }
    }

    /// Day by day, with the running total beside each day's table: two evenings' difference.
    @RepeatedTest(60)
    void theRunningTotalsOfConsecutiveDaysGiveNoDayAway(RepetitionInfo run) {
        var random = new SplittableRandom(run.getCurrentRepetition());
        var published = new ArrayList<Shown>();
        long before = 0;
        for (int day = 0; day < 5; day++) {
            Counts counts = random(random, 2, 2, 16);
            Shown today = SmallCells.publish(counts);
            published.add(today);
            long running = SmallCells.runningTotal(published);
            assertThat(running - before).isEqualTo(today.total().orElse(0));
            assertEachSmallCountMayBeLarge(counts, today, List.of());
            before = running;
        }
    }

    /// A correction changes some counts; who kept the first version takes what it showed as still true where the second
    /// does not say otherwise.
    @RepeatedTest(150)
    void aCorrectedTableBesideTheFirstOneGivesNothingAway(RepetitionInfo run) {
        var random = new SplittableRandom(run.getCurrentRepetition());
        Counts first = random(random, 2, 2, 16);
        Shown before = SmallCells.publish(first);
        Counts second = changed(random, first);
        Shown after = SmallCells.publish(second, Optional.of(before));
        assertEachSmallCountMayBeLarge(second, after, unchanged(first, second, before));
    }

    @Test
    void whatWasHiddenStaysHiddenInACorrection() {
        Shown before = SmallCells.publish(counts(List.of(3L, 40L, 50L), List.of(60L, 70L, 80L)));
        Shown after = SmallCells.publish(counts(List.of(30L, 40L, 50L), List.of(60L, 70L, 80L)), Optional.of(before));
        assertThat(after.cells().getFirst()).startsWith(HIDDEN, HIDDEN);
    }

    @Test
    void aTableWithRowsOfDifferentLengthsOrACountBelowZeroIsRefused() {
        assertThatThrownBy(() -> counts(List.of(1L), List.of(1L, 2L))).hasMessageContaining("one length");
        assertThatThrownBy(() -> counts(List.of(-1L))).hasMessageContaining("-1");
        assertThatThrownBy(() -> counts()).hasMessageContaining("at least one row");
    }

    @SafeVarargs
    private static Counts counts(List<Long>... rows) {
        return Counts.of(List.of(rows));
    }

    private static OptionalLong shown(long count) {
        return OptionalLong.of(count);
    }

    /// Rich in zeros and in small counts.
    private static Counts random(SplittableRandom random, int rows, int columns, int below) {
        var table = new ArrayList<List<Long>>();
        for (int r = 0; r < rows; r++) {
            var row = new ArrayList<Long>();
            for (int c = 0; c < columns; c++) row.add(random.nextInt(4) == 0 ? 0 : (long) random.nextInt(below));
            table.add(row);
        }
        return Counts.of(table);
    }

    private static Counts changed(SplittableRandom random, Counts counts) {
        var table = new ArrayList<List<Long>>();
        for (List<Long> row : counts.rows()) {
            table.add(row.stream()
                    .map(count -> random.nextInt(3) == 0 ? (long) random.nextInt(16) : count)
                    .toList());
        }
        return Counts.of(table);
    }

    /// By cell in reading order: what a reader of the first version knows of the second.
    private static List<OptionalLong> unchanged(Counts first, Counts second, Shown before) {
        var known = new ArrayList<OptionalLong>();
        for (int r = 0; r < first.rows().size(); r++) {
            for (int c = 0; c < first.rows().get(r).size(); c++) {
                boolean same =
                        first.rows().get(r).get(c).equals(second.rows().get(r).get(c));
                known.add(same ? before.cells().get(r).get(c) : OptionalLong.empty());
            }
        }
        return known;
    }

    private static List<OptionalLong> everyFigure(Shown shown) {
        var figures = new ArrayList<OptionalLong>();
        shown.cells().forEach(figures::addAll);
        figures.addAll(shown.rowTotals());
        figures.addAll(shown.columnTotals());
        figures.add(shown.total());
        return figures;
    }

    /// Tries every table that fits. Hidden counts are tried up to 28, which is more than any raised cell needs.
    private static void assertEachSmallCountMayBeLarge(Counts counts, Shown shown, List<OptionalLong> known) {
        int rows = counts.rows().size();
        int columns = counts.rows().getFirst().size();
        long[] largest = new long[rows * columns];
        long[] tried = new long[rows * columns];
        tryAll(shown, known, tried, 0, rows, columns, largest);
        for (int i = 0; i < largest.length; i++) {
            long count = counts.rows().get(i / columns).get(i % columns);
            OptionalLong cell = shown.cells().get(i / columns).get(i % columns);
            if (count == 0 || cell.isPresent()) assertThat(cell).isEqualTo(shown(count));
            if (count > 0 && count < 10) {
                assertThat(cell).isEqualTo(HIDDEN);
                assertThat(largest[i])
                        .as("the most that cell %d of %s could be, shown as %s", i, counts, shown)
                        .isGreaterThanOrEqualTo(10);
            }
        }
        long[] totals = new long[rows + columns + 1];
        for (int i = 0; i < largest.length; i++) {
            long count = counts.rows().get(i / columns).get(i % columns);
            totals[i / columns] += count;
            totals[rows + i % columns] += count;
            totals[rows + columns] += count;
        }
        List<OptionalLong> shownTotals = new ArrayList<>(shown.rowTotals());
        shownTotals.addAll(shown.columnTotals());
        shownTotals.add(shown.total());
        for (int i = 0; i < totals.length; i++) {
            if (totals[i] > 0 && totals[i] < 10) assertThat(shownTotals.get(i)).isEqualTo(HIDDEN);
        }
    }

    private static void tryAll(
            Shown shown, List<OptionalLong> known, long[] tried, int next, int rows, int columns, long[] largest) {
        if (next > 0 && next % columns == 0 && !rowFits(shown, tried, next / columns - 1, columns)) return;
        if (next == tried.length) {
            if (!columnsFit(shown, tried, rows, columns)) return;
            for (int i = 0; i < tried.length; i++) largest[i] = Math.max(largest[i], tried[i]);
            return;
        }
        OptionalLong cell = shown.cells().get(next / columns).get(next % columns);
        if (cell.isEmpty() && !known.isEmpty()) cell = known.get(next);
        long from = cell.orElse(1);
        long to = cell.orElse(28);
        for (long count = from; count <= to; count++) {
            tried[next] = count;
            tryAll(shown, known, tried, next + 1, rows, columns, largest);
        }
    }

    private static boolean rowFits(Shown shown, long[] tried, int row, int columns) {
        long sum = 0;
        for (int c = 0; c < columns; c++) sum += tried[row * columns + c];
        return fits(shown.rowTotals().get(row), sum);
    }

    private static boolean columnsFit(Shown shown, long[] tried, int rows, int columns) {
        long all = 0;
        for (int c = 0; c < columns; c++) {
            long sum = 0;
            for (int r = 0; r < rows; r++) sum += tried[r * columns + c];
            if (!fits(shown.columnTotals().get(c), sum)) return false;
            all += sum;
        }
        return fits(shown.total(), all);
    }

    private static boolean fits(OptionalLong shown, long sum) {
        return shown.isPresent() ? shown.getAsLong() == sum : sum > 0;
    }

    /// Whether the equations of what is shown have one answer for this cell: whether its unit vector lies in the space
    /// of
    /// the equations' rows, by elimination.
    private static boolean isSolved(Shown shown, int row, int column) {
        int rows = shown.cells().size();
        int columns = shown.cells().getFirst().size();
        int unknowns = rows * columns;
        var equations = new ArrayList<double[]>();
        for (int r = 0; r < rows; r++) {
            if (shown.rowTotals().get(r).isPresent()) equations.add(hiddenOf(shown, r, -1));
        }
        for (int c = 0; c < columns; c++) {
            if (shown.columnTotals().get(c).isPresent()) equations.add(hiddenOf(shown, -1, c));
        }
        if (shown.total().isPresent()) equations.add(hiddenOf(shown, -1, -1));
        double[] wanted = new double[unknowns];
        wanted[row * columns + column] = 1;
        int before = rank(equations, unknowns);
        equations.add(wanted);
        return rank(equations, unknowns) == before;
    }

    private static double[] hiddenOf(Shown shown, int row, int column) {
        int columns = shown.cells().getFirst().size();
        double[] equation = new double[shown.cells().size() * columns];
        for (int r = 0; r < shown.cells().size(); r++) {
            for (int c = 0; c < columns; c++) {
                boolean inIt = (row < 0 || row == r) && (column < 0 || column == c);
                if (inIt && shown.cells().get(r).get(c).isEmpty()) equation[r * columns + c] = 1;
            }
        }
        return equation;
    }

    private static int rank(List<double[]> equations, int unknowns) {
        List<double[]> left =
                new ArrayList<>(equations.stream().map(double[]::clone).toList());
        int rank = 0;
        for (int u = 0; u < unknowns; u++) {
            int pivot = -1;
            for (int i = rank; i < left.size(); i++) {
                if (Math.abs(left.get(i)[u]) > 1e-9) pivot = i;
            }
            if (pivot < 0) continue;
            double[] row = left.get(pivot);
            left.set(pivot, left.get(rank));
            left.set(rank, row);
            for (int i = rank + 1; i < left.size(); i++) {
                double factor = left.get(i)[u] / row[u];
                for (int k = u; k < unknowns; k++) left.get(i)[k] -= factor * row[k];
            }
            rank++;
        }
        return rank;
    }
}
