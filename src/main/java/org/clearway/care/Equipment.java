// SPDX-License-Identifier: Apache-2.0
package org.clearway.care;

/// What a point has, or should have, counted in the unit of its name.
public enum Equipment {
    TAPS,
    WATER_LITRES_A_DAY,
    TOILETS_FEMALE,
    TOILETS_MALE,
    BATHING_PLACES,
    LAUNDRY_PLACES,
    COVERED_SQUARE_METRES,
    CLINICIANS,
    MEAL_PORTIONS_AN_HOUR
}
