// SPDX-License-Identifier: Apache-2.0
package org.clearway.gate;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.clearway.agreement.Assured;
import org.clearway.agreement.PartyAssurance;
import org.clearway.agreement.Standing;
import org.clearway.time.OpeningWindow;
import org.clearway.time.Period;

/// Whether the gates of a corridor may take people in. What people inside need goes on in every case.
public sealed interface GateState {
    /// Hours that go on for longer than this without a gap have no end that is worth telling.
    Duration FORTNIGHT = Duration.ofDays(14);

    /// Nobody has opened it yet.
    record NotOpened() implements GateState {}

    /// It was opened, every relevant party's promise stands, and it is within the hours that were agreed, if any were.
    ///
    /// @param until when the first of those promises runs out or the agreed hours end, where there is an end
    record Working(OnDecision last, Optional<Instant> until) implements GateState {}

    /// Somebody stopped it, and it stands stopped whatever is assured.
    record Stopped(OnDecision last) implements GateState {}

    /// It was opened, and not every promise stands.
    ///
    /// @param since when a promise that stood ran out; empty where none did
    record NotAssured(OnDecision last, Assured.NotByAll assured, Optional<Instant> since) implements GateState {}

    /// It was opened and every promise stands, outside the hours that were agreed for the corridor: nobody promised
    /// anything for now.
    ///
    /// @param since when the last of those hours ended, where that was within a fortnight
    /// @param next the next of those hours, where there are any within a fortnight
    record OutOfHours(OnDecision last, Optional<Instant> since, Optional<Period> next) implements GateState {}

    default boolean takesIn() {
        return this instanceof Working;
    }

    /// @param last what was decided last
    /// @param agreed the hours agreed for the corridor; empty where none were, and then every hour is as good
    static GateState of(Optional<OnDecision> last, Assured assured, List<OpeningWindow> agreed, Instant instant) {
        if (last.isEmpty()) return new NotOpened();
        OnDecision decision = last.get();
        if (!decision.decided().decision().lets()) return new Stopped(decision);
        return switch (assured) {
            case Assured.ByAll all -> within(decision, all, agreed, instant);
            case Assured.NotByAll some -> new NotAssured(decision, some, firstEnd(some, Standing.EXPIRED));
        };
    }

    private static GateState within(OnDecision last, Assured all, List<OpeningWindow> agreed, Instant instant) {
        Optional<Instant> promised = firstEnd(all, Standing.GIVEN);
        if (agreed.isEmpty()) return new Working(last, promised);
        if (agreed.stream().anyMatch(window -> window.contains(instant))) {
            return new Working(
                    last,
                    Stream.of(promised, hoursEnd(agreed, instant))
                            .flatMap(Optional::stream)
                            .min(Comparator.naturalOrder()));
        }
        return new OutOfHours(
                last,
                agreed.stream()
                        .flatMap(window -> window.last(instant).stream())
                        .map(Period::to)
                        .max(Comparator.naturalOrder()),
                agreed.stream()
                        .flatMap(window -> window.currentOrNext(instant).stream())
                        .min(Comparator.comparing(Period::from)));
    }

    /// When hours that are under way end, with those that follow them without a gap; empty where none end within a
    /// fortnight.
    private static Optional<Instant> hoursEnd(List<OpeningWindow> agreed, Instant instant) {
        Instant end = instant;
        while (end.isBefore(instant.plus(FORTNIGHT))) {
            Instant from = end;
            Optional<Instant> further = agreed.stream()
                    .filter(window -> window.contains(from))
                    .flatMap(window -> window.currentOrNext(from).stream())
                    .map(Period::to)
                    .max(Comparator.naturalOrder());
            if (further.isEmpty()) return Optional.of(end);
            end = further.get();
        }
        return Optional.empty();
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
