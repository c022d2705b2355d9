// SPDX-License-Identifier: Apache-2.0
package org.clearway.care;

/// How many people are expected at a point in a day.
///
/// @param peakHour the most in one hour
/// @param dayVisitors who comes and leaves on the same day
/// @param overnight who stays the night
public record Expected(long peakHour, long dayVisitors, long overnight) {
    /// @throws org.clearway.language.Problem `care.count-negative`
    public Expected {
        Ordered.requireCount(peakHour);
        Ordered.requireCount(dayVisitors);
        Ordered.requireCount(overnight);
    }

    /// The most who are there at once: those of the busiest hour, or those who sleep there.
    long atOnce() {
        return Math.max(peakHour, overnight);
    }

    long inADay() {
        return dayVisitors + overnight;
    }
}
