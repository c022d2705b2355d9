// SPDX-License-Identifier: Apache-2.0
package org.clearway.arms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.clearway.arms.HandoverFigures.Figure;
import org.clearway.arms.HandoverFigures.Row;
import org.clearway.arms.HandoverFigures.Sum;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/// Practice §10, rule 11: whoever keeps what was published on each of many days and solves it as one system of
/// equations learns no figure of 1 to 9.
class HandoverFiguresTest {
    private static final LocalDate FIRST = LocalDate.of(2019, 9, 2);
    private static final int DAYS = 40;
    private static final List<What> KINDS = List.of(
            new What.Weapon(WeaponCategory.RIFLE),
            new What.Weapon(WeaponCategory.PISTOL),
            lot(),
            new What.Ammunition(AmmunitionKind.MINES));

    private static What lot() {
        return new What.Ammunition(AmmunitionKind.CARTRIDGES);
    }

    @Test
    void zeroIsToldAsZeroOneToNineAreFewAndTenIsTen() {
        var items = new ArrayList<Item>();
        for (int i = 0; i < 10; i++) items.add(item(KINDS.get(0), FIRST, i));
        for (int i = 10; i < 19; i++) items.add(item(KINDS.get(1), FIRST.plusDays(6), i));
        HandoverFigures figures = HandoverFigures.of(items, FIRST.plusDays(7));
        assertThat(figures.weeks()).containsExactly(FIRST);
        assertThat(row(figures, KINDS.get(0)).figures()).containsExactly(new Figure.Exactly(10));
        assertThat(row(figures, KINDS.get(1)).figures()).containsExactly(new Figure.Few());
        assertThat(row(figures, KINDS.get(2)).figures()).containsExactly(new Figure.Exactly(0));
        assertThat(figures.all()).isEqualTo(new Sum(10, true));
    }

    @Test
    void aWeekThatIsNotOverIsNotToldAndOneThatIsNeverChanges() {
        var items = new ArrayList<Item>();
        for (int i = 0; i < 30; i++) items.add(item(KINDS.get(0), FIRST.plusDays(i % 14), i));
        assertThat(HandoverFigures.of(items.subList(0, 5), FIRST.plusDays(6)).weeks())
                .isEmpty();
        HandoverFigures first = HandoverFigures.of(before(items, FIRST.plusDays(7)), FIRST.plusDays(7));
        HandoverFigures later = HandoverFigures.of(items, FIRST.plusDays(30));
        assertThat(later.weeks()).startsWith(FIRST).hasSize(4);
        assertThat(row(later, KINDS.get(0)).figures().getFirst())
                .isEqualTo(row(first, KINDS.get(0)).figures().getFirst());
        assertThat(HandoverFigures.of(List.of(), FIRST).rows()).hasSize(20);
    }

    /// The repetition is the seed.
    @RepeatedTest(60)
    void whoSolvesAllThatWasPublishedOnConsecutiveDaysLearnsNoSmallFigure(RepetitionInfo run) {
        List<Item> items = anAutumn(run.getCurrentRepetition());
        var published = new ArrayList<HandoverFigures>();
        for (int day = 0; day <= DAYS; day++) {
            LocalDate today = FIRST.plusDays(day);
            published.add(HandoverFigures.of(before(items, today), today));
        }
        assertThat(solved(published, items)).isEmpty();
        assertThat(published.getLast().weeks()).hasSizeGreaterThan(4);
    }

    /// The adversary is one: where sums are of the true figures, it learns small ones.
    @Test
    void theAdversaryLearnsThemWhereSumsAreOfTheTrueFigures() {
        int learnt = 0;
        for (int seed = 1; seed <= 60; seed++) {
            List<Item> items = anAutumn(seed);
            LocalDate today = FIRST.plusDays(DAYS);
            HandoverFigures honest = HandoverFigures.of(before(items, today), today);
            var rows = honest.rows().stream()
                    .map(row -> new Row(
                            row.what(),
                            row.figures(),
                            new Sum(
                                    items.stream()
                                            .filter(item -> item.what().equals(row.what()))
                                            .filter(item -> item.handedOver()
                                                    .isBefore(honest.weeks()
                                                            .getLast()
                                                            .plusDays(7)))
                                            .count(),
                                    false)))
                    .toList();
            learnt += solved(List.of(new HandoverFigures(honest.weeks(), rows, honest.byWeek(), honest.all())), items)
                    .size();
        }
        assertThat(learnt).isPositive();
    }

    /// What a reader takes for an equation: every figure and every sum that does not say that there are others.
    private static Set<Cell> solved(List<HandoverFigures> published, List<Item> items) {
        var index = new HashMap<Cell, Integer>();
        var equations = new ArrayList<double[]>();
        HandoverFigures last = published.getLast();
        for (Row row : last.rows()) {
            for (LocalDate week : last.weeks()) index.put(new Cell(row.what(), week), index.size());
        }
        for (HandoverFigures figures : published) {
            for (Row row : figures.rows()) {
                double[] all = new double[index.size() + 1];
                for (int w = 0; w < figures.weeks().size(); w++) {
                    Integer at = index.get(new Cell(row.what(), figures.weeks().get(w)));
                    if (at == null) throw new AssertionError("A week that was told once is gone.");
                    all[at] = 1;
                    if (row.figures().get(w) instanceof Figure.Exactly(long number)) {
                        double[] one = new double[index.size() + 1];
                        one[at] = 1;
                        one[index.size()] = number;
                        equations.add(one);
                    }
                }
                all[index.size()] = row.all().told();
                if (!row.all().andFew()) equations.add(all);
            }
            for (int w = 0; w < figures.weeks().size(); w++) {
                if (figures.byWeek().get(w).andFew()) continue;
                double[] all = new double[index.size() + 1];
                for (Row row : figures.rows()) {
                    Integer at = index.get(new Cell(row.what(), figures.weeks().get(w)));
                    if (at != null) all[at] = 1;
                }
                all[index.size()] = figures.byWeek().get(w).told();
                equations.add(all);
            }
        }
        Map<Integer, Double> known = solve(equations, index.size());
        var small = new HashSet<Cell>();
        index.forEach((cell, at) -> {
            long truly = items.stream()
                    .filter(item -> item.what().equals(cell.what()))
                    .filter(item -> !item.handedOver().isBefore(cell.week())
                            && item.handedOver().isBefore(cell.week().plusDays(7)))
                    .count();
            Double learnt = known.get(at);
            if (learnt != null) {
                assertThat(learnt).as("the equations are true").isEqualTo((double) truly);
                if (truly > 0 && truly < 10) small.add(cell);
            }
        });
        return small;
    }

    private record Cell(What what, LocalDate week) {}

    /// The unknowns that the equations have one answer for, by Gauss and Jordan.
    private static Map<Integer, Double> solve(List<double[]> equations, int unknowns) {
        List<double[]> left =
                new ArrayList<>(equations.stream().map(double[]::clone).toList());
        int rank = 0;
        for (int u = 0; u < unknowns && rank < left.size(); u++) {
            int pivot = -1;
            for (int i = rank; i < left.size(); i++) if (Math.abs(left.get(i)[u]) > 1e-9) pivot = i;
            if (pivot < 0) continue;
            double[] row = left.get(pivot);
            left.set(pivot, left.get(rank));
            left.set(rank, row);
            double by = row[u];
            for (int k = 0; k <= unknowns; k++) row[k] /= by;
            for (int i = 0; i < left.size(); i++) {
                double factor = left.get(i)[u];
                if (i == rank || factor == 0) continue;
                for (int k = 0; k <= unknowns; k++) left.get(i)[k] -= factor * row[k];
            }
            rank++;
        }
        var known = new HashMap<Integer, Double>();
        for (double[] row : left.subList(0, rank)) {
            int only = -1;
            int count = 0;
            for (int u = 0; u < unknowns; u++) {
                if (Math.abs(row[u]) > 1e-9) {
                    only = u;
                    count++;
                }
            }
            if (count == 1) known.put(only, (double) Math.round(row[unknowns]));
        }
        return known;
    }

    /// Weeks that are rich in zeros and in small figures.
    private static List<Item> anAutumn(long seed) {
        var chance = new SplittableRandom(seed);
        var items = new ArrayList<Item>();
        for (int day = 0; day < DAYS; day++) {
            for (What what : KINDS) {
                int many = chance.nextInt(3) == 0 ? chance.nextInt(6) : 0;
                for (int i = 0; i < many; i++) items.add(item(what, FIRST.plusDays(day), items.size()));
            }
        }
        return items;
    }

    private static List<Item> before(List<Item> items, LocalDate day) {
        return items.stream().filter(item -> item.handedOver().isBefore(day)).toList();
    }

    private static Row row(HandoverFigures figures, What what) {
        return figures.rows().stream()
                .filter(row -> row.what().equals(what))
                .findFirst()
                .orElseThrow();
    }

    private static Item item(What what, LocalDate day, int number) {
        return new Item(
                new ItemTag(String.format(java.util.Locale.ROOT, "%08d", number)),
                what,
                ItemState.HANDED_OVER,
                Armoury.POINT,
                Optional.empty(),
                Optional.empty(),
                List.of(new Item.Step(ItemState.HANDED_OVER, day, Set.of())));
    }
}
