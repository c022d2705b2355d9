// SPDX-License-Identifier: Apache-2.0
package org.clearway.scenario;

import org.clearway.access.Actor;
import org.clearway.access.Role;
import org.clearway.agreement.Agreements;
import org.clearway.bulletin.Bulletins;
import org.clearway.care.ServicePoints;
import org.clearway.care.Stocks;
import org.clearway.ceasefire.Fires;
import org.clearway.ceasefire.Ledgers;
import org.clearway.corridor.Corridors;
import org.clearway.corridor.Notifications;
import org.clearway.corridor.Routes;
import org.clearway.gate.Cards;
import org.clearway.gate.Choices;
import org.clearway.gate.Gates;
import org.clearway.gate.Shifts;
import org.clearway.journal.Reading;
import org.clearway.places.Places;
import org.clearway.transport.Convoys;
import org.clearway.transport.ManifestDigest;
import org.clearway.transport.OwnWays;
import org.clearway.transport.Receptions;
import org.clearway.transport.SafeAreas;
import org.clearway.transport.TripId;
import org.clearway.transport.Trips;
import org.clearway.transport.Vehicles;
import org.clearway.transport.WaitingLines;

/// The front desks that a story is told through.
public record Desks(
        Places places,
        Agreements agreements,
        Ledgers ledgers,
        Fires fires,
        Corridors corridors,
        Routes routes,
        Notifications notifications,
        Gates gates,
        Cards cards,
        Choices choices,
        Shifts shifts,
        ServicePoints servicePoints,
        Stocks stocks,
        SafeAreas safeAreas,
        Vehicles vehicles,
        Trips trips,
        WaitingLines lines,
        Convoys convoys,
        Receptions receptions,
        OwnWays ownWays,
        Bulletins bulletins) {
    /// A manifest as it stands is sealed at the boarding desk and signed by the corridor cell.
    void sealByTwo(TripId trip, Reading at, StoryPlayer.Acts acts) {
        Actor first = StoryPlayer.at("boarding-1", Role.BOARDING);
        Actor second = StoryPlayer.at("coordination-1", Role.COORDINATION);
        ManifestDigest seen = trips.manifest(first, at, trip).digest();
        trips.seal(first, acts.next(), trip, seen);
        trips.sign(second, acts.next(), trip, seen);
    }
}
