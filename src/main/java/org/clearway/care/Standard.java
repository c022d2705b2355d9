// SPDX-License-Identifier: Apache-2.0
package org.clearway.care;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/// A figure that readiness is measured against, with its unit in its name. What each is unless a point says otherwise,
/// and who says so, stands in `care/standards.csv`.
public enum Standard {
    PEOPLE_PER_TAP,
    LITRES_PER_DAY_VISITOR,
    LITRES_PER_OVERNIGHT_STAY,
    PEOPLE_PER_TOILET,
    FEMALE_TOILETS_PER_MALE,
    PEOPLE_PER_BATHING_PLACE,
    PEOPLE_PER_LAUNDRY_PLACE,
    COVERED_SQUARE_DECIMETRES_PER_PERSON,
    CLINICIANS_PER_10000,
    CONSULTATIONS_PER_CLINICIAN_A_DAY,
    MEAL_PORTIONS_PER_PERSON;

    private static final Map<Standard, Shipped> SHIPPED = read();

    private record Shipped(long value, String source) {}

    /// What it is unless a point says otherwise.
    public long usual() {
        return shipped().value();
    }

    /// Who says so.
    public String source() {
        return shipped().source();
    }

    private Shipped shipped() {
        return Objects.requireNonNull(SHIPPED.get(this));
    }

    private static Map<Standard, Shipped> read() {
        var read = new EnumMap<Standard, Shipped>(Standard.class);
        for (Map<String, String> line : Csv.read("/care/standards.csv")) {
            read.put(
                    Standard.valueOf(Csv.cell(line, "standard")),
                    new Shipped(Long.parseLong(Csv.cell(line, "value")), Csv.cell(line, "source")));
        }
        if (read.size() != values().length) throw new IllegalStateException("A standard has no line in its table.");
        return Collections.unmodifiableMap(read);
    }
}
