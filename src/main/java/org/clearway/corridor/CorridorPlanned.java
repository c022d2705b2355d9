// SPDX-License-Identifier: Apache-2.0
package org.clearway.corridor;

import static org.clearway.access.Retention.FOR_EVER;
import static org.clearway.access.Sensitivity.PUBLIC;
import static org.clearway.access.Sensitivity.RESTRICTED;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clearway.agreement.CorridorId;
import org.clearway.agreement.PartyId;
import org.clearway.agreement.ZoneId;
import org.clearway.geo.AreaId;
import org.clearway.geo.Position;
import org.clearway.journal.Body;
import org.clearway.journal.Kept;
import org.clearway.language.Names;
import org.clearway.places.Source;

/// A corridor as it is planned. The same corridor again restates it whole. Exact positions stand apart from the
/// crossings that they belong to, because their class is another.
record CorridorPlanned(
        @Kept(as = PUBLIC, until = FOR_EVER) CorridorId corridor,
        @Kept(as = PUBLIC, until = FOR_EVER) Names names,
        @Kept(as = PUBLIC, until = FOR_EVER) Optional<ZoneId> zone,
        @Kept(as = PUBLIC, until = FOR_EVER) Optional<PartyId> initiator,
        @Kept(as = PUBLIC, until = FOR_EVER) List<PartyId> relevantParties,
        @Kept(as = PUBLIC, until = FOR_EVER) List<Names> intermediaries,
        @Kept(as = PUBLIC, until = FOR_EVER) Set<PermittedFlow> flows,
        @Kept(as = PUBLIC, until = FOR_EVER) List<Crossing> crossings,
        @Kept(as = RESTRICTED, until = FOR_EVER) List<CrossingPosition> positions,
        @Kept(as = PUBLIC, until = FOR_EVER) Source source)
        implements Body {

    /// A crossing without its position.
    record Crossing(CrossingId crossing, Names names, AreaId area) {}

    /// Where a crossing is.
    record CrossingPosition(CrossingId crossing, Position position) {}

    static CorridorPlanned of(Corridor words) {
        return new CorridorPlanned(
                words.id(),
                words.names(),
                words.zone(),
                words.initiator(),
                words.relevantParties(),
                words.intermediaries(),
                words.flows(),
                words.crossings().stream()
                        .map(point -> new Crossing(point.crossing(), point.names(), point.area()))
                        .toList(),
                words.crossings().stream()
                        .flatMap(point ->
                                point
                                        .position()
                                        .map(position -> new CrossingPosition(point.crossing(), position))
                                        .stream())
                        .toList(),
                words.source());
    }

    Corridor words() {
        return new Corridor(
                corridor,
                names,
                zone,
                initiator,
                relevantParties,
                intermediaries,
                flows,
                crossings.stream()
                        .map(point -> new CrossingPoint(
                                point.crossing(), point.names(), point.area(), position(point.crossing())))
                        .toList(),
                source);
    }

    private Optional<Position> position(CrossingId crossing) {
        return positions.stream()
                .filter(known -> known.crossing().equals(crossing))
                .map(CrossingPosition::position)
                .findFirst();
    }
}
