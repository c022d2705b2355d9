// SPDX-License-Identifier: Apache-2.0
package org.clearway.corridor;

import java.time.Instant;
import java.util.OptionalDouble;
import org.clearway.agreement.CorridorId;
import org.clearway.ceasefire.CorridorGround;
import org.clearway.geo.Position;
import org.clearway.geo.PositionPrecision;
import org.clearway.journal.Reading;
import org.clearway.places.Places;

/// Where corridors run, as far as it is on record: their crossings and their routes.
final class KnownGround implements CorridorGround {
    @Override
    public void require(Reading views, CorridorId corridor) {
        Corridors.require(views, corridor);
    }

    /// A crossing that nobody has placed may be the nearest.
    @Override
    public OptionalDouble metresFrom(Reading views, CorridorId corridor, Position position) {
        double nearest = Double.POSITIVE_INFINITY;
        for (CrossingPoint crossing : Corridors.require(views, corridor).crossings()) {
            OptionalDouble metres = metresFrom(views, crossing, position);
            if (metres.isEmpty()) return OptionalDouble.empty();
            nearest = Math.min(nearest, metres.getAsDouble());
        }
        for (Route route : Routes.known(views, corridor, Instant.MAX).stream().toList()) {
            for (int i = 1; i < route.waypoints().size(); i++) {
                Position from = route.waypoints().get(i - 1);
                nearest = Math.min(
                        nearest, position.metresTo(from, route.waypoints().get(i)));
            }
        }
        return Double.isFinite(nearest) ? OptionalDouble.of(nearest) : OptionalDouble.empty();
    }

    /// From a crossing's own position, else from the middle of its area, which is as exact as a named place is.
    private static OptionalDouble metresFrom(Reading views, CrossingPoint crossing, Position position) {
        if (crossing.position().isPresent()) {
            return OptionalDouble.of(crossing.position().get().metresTo(position));
        }
        int within = PositionPrecision.EXACT.radiusMetres().orElseThrow();
        return Places.position(views, crossing.area())
                .map(middle -> OptionalDouble.of(Math.max(0, middle.metresTo(position) - within)))
                .orElseGet(OptionalDouble::empty);
    }
}
