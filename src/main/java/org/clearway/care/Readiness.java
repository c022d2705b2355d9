// SPDX-License-Identifier: Apache-2.0
package org.clearway.care;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clearway.language.Wording;

/// Whether there is enough of everything at a point for those who are expected (practice §4.1).
public record Readiness(Plan plan, List<Figure> figures) {
    public Readiness {
        figures = List.copyOf(figures);
    }

    /// One figure: needed, announced, found, and used. What nobody announced, counted or can tell is absent, and is
    /// not zero.
    ///
    /// @param arithmetic the values of the sentence that says how what is needed was reckoned
    public record Figure(
            Equipment equipment,
            long needed,
            Optional<Long> announced,
            Optional<Long> ready,
            Optional<Long> used,
            Map<String, Long> arithmetic) {
        public Figure {
            arithmetic = Map.copyOf(arithmetic);
        }

        public Met met() {
            return ready.<Met>map(there -> there >= needed ? new Met.Enough() : new Met.Short(needed - there))
                    .orElseGet(Met.NotChecked::new);
        }

        /// How what is needed was reckoned, such as "600 people at once ÷ 250 for a tap = 3".
        public String reckoned(Wording words) {
            return words.say("care.reckoned." + equipment, arithmetic);
        }
    }

    /// Whether what was found is what is needed.
    public sealed interface Met {
        record Enough() implements Met {}

        /// @param by how many more are needed
        record Short(long by) implements Met {}

        /// Nobody of ours has counted it.
        record NotChecked() implements Met {}
    }

    /// @param announced what the point is announced to have
    /// @param ready what was found there
    /// @param used what the day took
    static Readiness of(
            Plan plan, Map<Equipment, Long> announced, Map<Equipment, Long> ready, Map<Equipment, Long> used) {
        Expected expected = plan.expected();
        long toilets = Math.ceilDiv(expected.atOnce(), plan.standard(Standard.PEOPLE_PER_TOILET));
        long females = plan.standard(Standard.FEMALE_TOILETS_PER_MALE);
        Map<String, Long> shares = Map.of(
                "people",
                expected.atOnce(),
                "each",
                plan.standard(Standard.PEOPLE_PER_TOILET),
                "toilets",
                toilets,
                "share",
                females);
        var sheet = new Sheet(plan, announced, ready, used);
        return new Readiness(
                plan,
                List.of(
                        sheet.oneFor(Equipment.TAPS, expected.atOnce(), Standard.PEOPLE_PER_TAP),
                        sheet.figure(
                                Equipment.WATER_LITRES_A_DAY,
                                expected.dayVisitors() * plan.standard(Standard.LITRES_PER_DAY_VISITOR)
                                        + expected.overnight() * plan.standard(Standard.LITRES_PER_OVERNIGHT_STAY),
                                Map.of(
                                        "visitors", expected.dayVisitors(),
                                        "eachVisitor", plan.standard(Standard.LITRES_PER_DAY_VISITOR),
                                        "overnight", expected.overnight(),
                                        "eachOvernight", plan.standard(Standard.LITRES_PER_OVERNIGHT_STAY))),
                        sheet.figure(Equipment.TOILETS_FEMALE, Math.ceilDiv(toilets * females, females + 1), shares),
                        sheet.figure(Equipment.TOILETS_MALE, Math.ceilDiv(toilets, females + 1), shares),
                        sheet.oneFor(Equipment.BATHING_PLACES, expected.overnight(), Standard.PEOPLE_PER_BATHING_PLACE),
                        sheet.oneFor(Equipment.LAUNDRY_PLACES, expected.overnight(), Standard.PEOPLE_PER_LAUNDRY_PLACE),
                        sheet.perPerson(
                                Equipment.COVERED_SQUARE_METRES,
                                expected.overnight(),
                                Standard.COVERED_SQUARE_DECIMETRES_PER_PERSON,
                                100),
                        sheet.perPerson(Equipment.CLINICIANS, expected.inADay(), Standard.CLINICIANS_PER_10000, 10_000),
                        sheet.perPerson(
                                Equipment.MEAL_PORTIONS_AN_HOUR,
                                expected.peakHour(),
                                Standard.MEAL_PORTIONS_PER_PERSON,
                                1)));
    }

    /// What the figures are made of.
    private record Sheet(
            Plan plan, Map<Equipment, Long> announced, Map<Equipment, Long> ready, Map<Equipment, Long> used) {
        /// One for so many people.
        Figure oneFor(Equipment equipment, long people, Standard standard) {
            long each = plan.standard(standard);
            return figure(equipment, Math.ceilDiv(people, each), Map.of("people", people, "each", each));
        }

        /// So many for each person, by `unit`.
        Figure perPerson(Equipment equipment, long people, Standard standard, long unit) {
            long each = plan.standard(standard);
            return figure(
                    equipment, Math.ceilDiv(people * each, unit), Map.of("people", people, "each", each, "unit", unit));
        }

        Figure figure(Equipment equipment, long needed, Map<String, Long> arithmetic) {
            var values = new HashMap<>(arithmetic);
            values.put("needed", needed);
            return new Figure(
                    equipment,
                    needed,
                    Optional.ofNullable(announced.get(equipment)),
                    Optional.ofNullable(ready.get(equipment)),
                    Optional.ofNullable(used.get(equipment)),
                    values);
        }
    }
}
