// SPDX-License-Identifier: Apache-2.0
package org.clearway.scenario;

/// How many people come on a simulated day (practice §11.3).
public enum Profile {
    QUIET(30, 10),
    TYPICAL(1_000, 200),
    SURGE(7_000, 1_500);

    private final int people;
    private final int peak;

    Profile(int people, int peak) {
        this.people = people;
        this.peak = peak;
    }

    /// About how many people come in a day.
    int people() {
        return people;
    }

    /// About how many come in the busiest hour.
    int peak() {
        return peak;
    }
}
