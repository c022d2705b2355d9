// SPDX-License-Identifier: Apache-2.0
package org.clearway.scenario;

import java.time.Instant;
import java.util.Optional;
import org.clearway.gate.Card;

/// A family that has come, with the card that it has by now. For one thread.
final class Arrived {
    /// Room for the happenings of one family.
    private static final int STEPS = 32;

    private final Family family;
    private Optional<Card> card = Optional.empty();

    Arrived(Family family) {
        this.family = family;
    }

    Family family() {
        return family;
    }

    Course course() {
        return family.course();
    }

    Optional<Card> card() {
        return card;
    }

    void holds(Card issued) {
        card = Optional.of(issued);
    }

    /// @param step its place among the happenings of this family, whichever of them come to be
    Happening happening(int step, Instant at, Happening.Act act) {
        return new Happening(at, "family", family.number() * STEPS + step, act);
    }
}
