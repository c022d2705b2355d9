// SPDX-License-Identifier: Apache-2.0
package org.clearway.gate;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.clearway.agreement.Assured;
import org.clearway.agreement.PartyAssurance;
import org.clearway.agreement.Standing;

/// Whether the gates of a corridor may take people in. What people inside need goes on in every case.
public sealed interface GateState {
    /// Nobody has opened it yet.
    record NotOpened() implements GateState {}

    /// It was opened, and every relevant party's promise stands.
    ///
    /// @param until when the first of those promises runs out, where an end was told
    record Working(OnDecision last, Optional<Instant> until) implements GateState {}

    /// Somebody stopped it, and it stands stopped whatever is assured.
    record Stopped(OnDecision last) implements GateState {}

    /// It was opened, and not every promise stands.
    ///
    /// @param since when a promise that stood ran out; empty where none did
    record NotAssured(OnDecision last, Assured.NotByAll assured, Optional<Instant> since) implements GateState {}

    default boolean takesIn() {
        return this instanceof Working;
    }

    /// @param last what was decided last
    static GateState of(Optional<OnDecision> last, Assured assured) {
        if (last.isEmpty()) return new NotOpened();
        OnDecision decision = last.get();
        if (!decision.decided().decision().lets()) return new Stopped(decision);
        return switch (assured) {
            case Assured.ByAll all -> new Working(decision, firstEnd(all, Standing.GIVEN));
            case Assured.NotByAll some -> new NotAssured(decision, some, firstEnd(some, Standing.EXPIRED));
        };
    }

    private static Optional<Instant> firstEnd(Assured assured, Standing standing) {
        return assured.parties().stream()
                .filter(party -> party.standing() == standing)
                .flatMap(party -> ends(party).stream())
                .min(Comparator.naturalOrder());
    }

    private static Optional<Instant> ends(PartyAssurance party) {
        return party.lastWord().flatMap(word -> word.assurance().valid().ends());
    }
}
