// SPDX-License-Identifier: Apache-2.0
package org.clearway.scenario;

/// How many people come on a simulated day (practice §11.3).
public enum Profile {
    QUIET(30, 10, 0, 0, 1),
    TYPICAL(1_000, 200, 0, 0, 3),
    SURGE(7_000, 1_500, 90, 18, 6);

    private final int people;
    private final int peak;
    private final int moreBuses;
    private final int moreAmbulances;
    private final int convoy;

    Profile(int people, int peak, int moreBuses, int moreAmbulances, int convoy) {
        this.people = people;
        this.peak = peak;
        this.moreBuses = moreBuses;
        this.moreAmbulances = moreAmbulances;
        this.convoy = convoy;
    }

    /// About how many people come in a day.
    int people() {
        return people;
    }

    /// About how many come in the busiest hour.
    int peak() {
        return peak;
    }

    /// How many buses stand there beside those that the story tells of.
    int moreBuses() {
        return moreBuses;
    }

    int moreAmbulances() {
        return moreAmbulances;
    }

    /// How many vehicles leave together (practice §5.1: 6 to 10, where there are as many).
    int convoy() {
        return convoy;
    }
}
