// SPDX-License-Identifier: Apache-2.0
package org.clearway.arms;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/// What may be published of handovers: how many items of each kind in each week that is over, from 10 up. 0 is told as
/// 0, and 1 to 9 as few. A sum is of the figures that are told and of no others, so that nothing that is hidden stands
/// in any sum: no difference of rows, weeks or days of reading gives it away. A week that is over never changes.
///
/// @param weeks the Mondays that they begin with
public record HandoverFigures(List<LocalDate> weeks, List<Row> rows, List<Sum> byWeek, Sum all) {
    /// The smallest figure above zero that is told (practice §6.2).
    public static final long LEAST_TOLD = 10;

    public HandoverFigures {
        weeks = List.copyOf(weeks);
        rows = List.copyOf(rows);
        byWeek = List.copyOf(byWeek);
    }

    /// @param figures a figure for each week
    public record Row(What what, List<Figure> figures, Sum all) {
        public Row {
            figures = List.copyOf(figures);
        }
    }

    public sealed interface Figure {
        /// 0, or 10 and more.
        record Exactly(long number) implements Figure {}

        /// 1 to 9.
        record Few() implements Figure {}

        static Figure of(long number) {
            return number == 0 || number >= LEAST_TOLD ? new Exactly(number) : new Few();
        }
    }

    /// @param told the sum of the figures that are told
    /// @param andFew whether there are others
    public record Sum(long told, boolean andFew) {
        static Sum of(List<Figure> figures) {
            long told = 0;
            boolean few = false;
            for (Figure figure : figures) {
                switch (figure) {
                    case Figure.Exactly exactly -> told += exactly.number();
                    case Figure.Few hidden -> few = true;
                }
            }
            return new Sum(told, few);
        }
    }

    /// @param today a day of the first week that is not told yet
    static HandoverFigures of(Collection<Item> items, LocalDate today) {
        LocalDate end = monday(today);
        List<LocalDate> weeks = items.stream()
                .map(Item::handedOver)
                .min(LocalDate::compareTo)
                .map(first -> monday(first)
                        .datesUntil(end.isAfter(monday(first)) ? end : monday(first), java.time.Period.ofWeeks(1))
                        .toList())
                .orElse(List.of());
        var rows = new ArrayList<Row>();
        kinds().forEach(what -> {
            List<Figure> figures = weeks.stream()
                    .map(week -> Figure.of(items.stream()
                            .filter(item -> item.what().equals(what)
                                    && monday(item.handedOver()).equals(week))
                            .count()))
                    .toList();
            rows.add(new Row(what, figures, Sum.of(figures)));
        });
        var byWeek = new ArrayList<Sum>();
        for (int w = 0; w < weeks.size(); w++) {
            int week = w;
            byWeek.add(Sum.of(rows.stream().map(row -> row.figures().get(week)).toList()));
        }
        Sum all = Sum.of(rows.stream().flatMap(row -> row.figures().stream()).toList());
        return new HandoverFigures(weeks, rows, byWeek, all);
    }

    private static Stream<What> kinds() {
        return Stream.concat(
                Stream.of(WeaponCategory.values()).map(What.Weapon::new),
                Stream.of(AmmunitionKind.values()).map(What.Ammunition::new));
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
