// SPDX-License-Identifier: Apache-2.0
package org.clearway.care;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.LongBinaryOperator;
import org.clearway.corridor.Service;
import org.clearway.journal.Reading;
import org.clearway.time.Period;

/// What a period took of a point's equipment, as far as what was given tells it. Of what nothing was told, nothing is
/// said.
record Use(Reading at, ServicePoint point, Period period) {
    Map<Equipment, Long> of(Plan plan) {
        List<ServiceHour> hours = PointRows.of(at).hours(point.id(), period);
        var used = new EnumMap<Equipment, Long>(Equipment.class);
        people(hours, Service.WATER, Math::max)
                .ifPresent(
                        peak -> used.put(Equipment.TAPS, Math.ceilDiv(peak, plan.standard(Standard.PEOPLE_PER_TAP))));
        people(hours, Service.WATER, Long::sum).ifPresent(people -> litres(people, used));
        people(hours, Service.EMERGENCY_CARE, Long::sum)
                .ifPresent(patients -> used.put(
                        Equipment.CLINICIANS,
                        Math.ceilDiv(patients, plan.standard(Standard.CONSULTATIONS_PER_CLINICIAN_A_DAY))));
        people(hours, Service.HOT_MEAL, Math::max).ifPresent(peak -> used.put(Equipment.MEAL_PORTIONS_AN_HOUR, peak));
        return used;
    }

    /// Litres are known only where the point's recipe says how many each person is given.
    private void litres(long people, Map<Equipment, Long> used) {
        long each = point.recipes().stream()
                .filter(recipe -> recipe.service() == Service.WATER)
                .filter(recipe -> StockRows.of(at)
                        .item(recipe.item())
                        .filter(item -> item.unit() == StockUnit.LITRE)
                        .isPresent())
                .mapToLong(Recipe::eachPerson)
                .sum();
        if (each > 0) used.put(Equipment.WATER_LITRES_A_DAY, people * each);
    }

    private static OptionalLong people(List<ServiceHour> hours, Service service, LongBinaryOperator over) {
        return hours.stream()
                .filter(hour -> hour.service() == service)
                .mapToLong(ServiceHour::people)
                .reduce(over);
    }
}
