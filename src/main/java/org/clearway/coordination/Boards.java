// SPDX-License-Identifier: Apache-2.0
package org.clearway.coordination;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clearway.access.Actor;
import org.clearway.access.Deed;
import org.clearway.agreement.Agreements;
import org.clearway.agreement.Assured;
import org.clearway.agreement.CorridorId;
import org.clearway.agreement.PartyAssurance;
import org.clearway.agreement.PartyId;
import org.clearway.corridor.Announced;
import org.clearway.corridor.Claim;
import org.clearway.corridor.Corridor;
import org.clearway.corridor.Corridors;
import org.clearway.corridor.OnRecord;
import org.clearway.corridor.Used;
import org.clearway.gate.GateState;
import org.clearway.gate.Gates;
import org.clearway.journal.Reading;
import org.clearway.language.Names;
import org.clearway.language.Problem;
import org.clearway.time.Micros;

/// The boards of every corridor. Safe for use by many threads.
public final class Boards {
    /// Later than anything known.
    private static final Instant ALL = Micros.instant(Micros.FOREVER - 1);

    private final Agreements agreements;
    private final Corridors corridors;
    private final Gates gates;
    private final ZoneId zone;

    /// @param zone whose days the gates' counts are told by
    public Boards(Agreements agreements, Corridors corridors, Gates gates, ZoneId zone) {
        this.agreements = agreements;
        this.corridors = corridors;
        this.gates = gates;
        this.zone = zone;
    }

    /// The board of a corridor at `instant`, as it was known at the moment of the reading.
    /// @throws Problem `corridor.unknown`
    public Board board(Actor actor, Reading at, CorridorId id, Instant instant) {
        return board(actor, at, id, instant, ALL);
    }

    /// The boards of every corridor, by id.
    public List<Board> boards(Actor actor, Reading at, Instant instant) {
        return boards(actor, at, instant, ALL);
    }

    /// The boards at `instant` of every corridor that was known at `known`, as they were known then, by id.
    public List<Board> boards(Actor actor, Reading at, Instant instant, Instant known) {
        actor.must(Deed.READ_BOARD);
        return corridors.list(actor, at).stream()
                .filter(corridor ->
                        corridors.corridor(actor, at, corridor.id(), known).isPresent())
                .map(corridor -> board(actor, at, corridor.id(), instant, known))
                .toList();
    }

    private Board board(Actor actor, Reading at, CorridorId id, Instant instant, Instant known) {
        actor.must(Deed.READ_BOARD);
        Corridor corridor = corridors
                .corridor(actor, at, id, known)
                .orElseThrow(() -> Problem.of("corridor.unknown", "corridor", id));
        Announced announced = corridors.announced(actor, at, id, instant, known);
        Assured assured = agreements.assured(actor, at, id, corridor.relevantParties(), instant, known);
        Used used = gates.used(actor, at, id, instant, known, zone);
        GateState gate =
                GateState.of(gates.lastDecision(actor, at, id, known.isBefore(instant) ? known : instant), assured);
        return new Board(
                corridor,
                instant,
                known.isBefore(at.knownAt()) ? known : at.knownAt(),
                announced,
                assured,
                used,
                gate,
                Corridors.openings(announced, instant),
                Alarm.of(announced, assured, used, gate),
                names(at, named(corridor, announced, assured, used)));
    }

    private static Set<PartyId> named(Corridor corridor, Announced announced, Assured assured, Used used) {
        var named = new HashSet<>(corridor.relevantParties());
        corridor.initiator().ifPresent(named::add);
        assured.parties().stream().map(PartyAssurance::party).forEach(named::add);
        announced.current().stream().map(OnRecord::claim).forEach(claim -> name(claim, named));
        used.claims().stream().map(OnRecord::claim).forEach(claim -> name(claim, named));
        return named;
    }

    private static void name(Claim claim, Set<PartyId> named) {
        named.add(claim.claimant());
        claim.reasons().forEach(reason -> reason.attributedTo().ifPresent(named::add));
    }

    private Map<PartyId, Names> names(Reading at, Set<PartyId> named) {
        var names = new HashMap<PartyId, Names>();
        agreements.parties(at).forEach((id, party) -> {
            if (named.contains(id)) names.put(id, party.names());
        });
        return names;
    }
}
