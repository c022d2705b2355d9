// SPDX-License-Identifier: Apache-2.0
package org.clearway.geo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.clearway.geo.Attribution.CertainlyInside;
import org.clearway.geo.Attribution.ExtentNotKnown;
import org.clearway.geo.Attribution.NearBorder;
import org.clearway.geo.Attribution.Nowhere;
import org.clearway.geo.Attribution.OneOfSeveral;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.union.UnaryUnionOp;

/// Whole areas and parts of areas taken together, as they lay at one time. The whole ones are one ground, so a border
/// between two of them is none here. Of the others nobody has drawn which parts belong, so a position in one of them
/// is never said to be in or out.
///
/// Made by {@link Gazetteer#zone}. Joining the areas costs far more than asking: keep it while the zone stays the same.
public final class ZoneGround {
    private final Gazetteer gazetteer;
    private final Instant at;
    private final List<Gazetteer.Version> whole = new ArrayList<>();
    private final List<Gazetteer.Version> partly = new ArrayList<>();
    private final List<AreaPart> parts;
    private final TreeSet<AreaId> undrawn = new TreeSet<>();
    private final Ground joined;
    private final int borderMetres;

    ZoneGround(Gazetteer gazetteer, List<AreaPart> parts, Instant at) {
        this.gazetteer = gazetteer;
        this.at = at;
        this.parts = List.copyOf(parts);
        for (AreaPart part : parts) {
            gazetteer
                    .version(part.area(), at)
                    .ifPresentOrElse(
                            version -> (part.extent() == Extent.WHOLE ? whole : partly).add(version),
                            () -> undrawn.add(part.area()));
        }
        joined = new Ground(UnaryUnionOp.union(
                whole.stream().map(version -> version.ground().geometry()).toList(), Geometries.FACTORY));
        borderMetres = whole.stream()
                .mapToInt(version -> version.shape().borderMetres())
                .max()
                .orElse(0);
    }

    /// Whether a position known to within `radiusMetres` lay in the zone. The areas in the answer are those of the
    /// zone:
    /// - certainly inside: in an area that belongs as a whole, away from the zone's border;
    /// - near the border: of what belongs as a whole;
    /// - extent not known: it lies, or may lie, in areas of which only parts belong, or whose shape is not known;
    /// - nowhere: outside.
    public Attribution attribute(Position position, int radiusMetres) {
        if (radiusMetres < 0) {
            throw new IllegalArgumentException("A radius must be 0 m or more, got " + radiusMetres + " m.");
        }
        var plane = new LocalPlane(position);
        Optional<AreaId> inside = holding(whole, position).findFirst();
        OptionalDouble border = joined.borderWithin((double) radiusMetres + borderMetres, plane);
        if (inside.isPresent() && border.isEmpty()) return new CertainlyInside(inside.get());

        var perhaps = new TreeSet<>(holding(partly, position).toList());
        boolean inPart = !perhaps.isEmpty();
        perhaps.addAll(near(partly, plane, radiusMetres));
        if (border.isPresent() && !(inside.isEmpty() && inPart)) {
            if (inside.isEmpty()) perhaps.addAll(near(whole, plane, radiusMetres));
            return new NearBorder(inside, List.copyOf(perhaps), (int) border.getAsDouble());
        }
        if (border.isPresent()) perhaps.addAll(near(whole, plane, radiusMetres));
        perhaps.addAll(undrawn);
        return perhaps.isEmpty() ? new Nowhere() : new ExtentNotKnown(List.copyOf(perhaps));
    }

    /// As {@link #attribute(Position, int)}; a position that only stands for a whole area is in the zone if all of
    /// that area is, and outside if none of it is.
    public Attribution attribute(Position position, PositionPrecision precision) {
        return switch (precision) {
            case EXACT, NEAR_KNOWN_PLACE ->
                attribute(position, precision.radiusMetres().orElseThrow());
            case ADM2 -> standingFor(AreaKind.ADM2, position);
            case ADM1 -> standingFor(AreaKind.ADM1, position);
            case COUNTRY -> standingFor(AreaKind.COUNTRY, position);
            case LANDSCAPE ->
                new ExtentNotKnown(sorted(parts.stream().map(AreaPart::area).toList()));
            case INTERNATIONAL -> new Nowhere();
        };
    }

    private Attribution standingFor(AreaKind kind, Position position) {
        return switch (gazetteer.holder(kind, position, at)) {
            case CertainlyInside(AreaId area) -> all(area);
            case NearBorder(Optional<AreaId> inside, List<AreaId> others, int _) -> {
                var possible = new ArrayList<>(others);
                inside.ifPresent(possible::add);
                yield anyOf(possible);
            }
            case OneOfSeveral(List<AreaId> areas) -> anyOf(areas);
            case ExtentNotKnown(List<AreaId> areas) -> anyOf(areas);
            // Without the shape of the area that is meant, one cannot say what of it belongs.
            case Nowhere() ->
                new ExtentNotKnown(sorted(parts.stream().map(AreaPart::area).toList()));
        };
    }

    private Attribution all(AreaId area) {
        for (AreaPart part : parts) {
            boolean within = gazetteer
                    .area(part.area())
                    .flatMap(known -> gazetteer.ancestor(area, known.kind()))
                    .filter(above -> above.id().equals(part.area()))
                    .isPresent();
            if (within && part.extent() == Extent.WHOLE) return new CertainlyInside(part.area());
        }
        return anyOf(List.of(area));
    }

    /// Where one of `areas` is meant: perhaps in those areas of the zone that share ground with any of them.
    private Attribution anyOf(List<AreaId> areas) {
        var perhaps = new TreeSet<>(undrawn);
        for (AreaId area : areas) {
            Optional<Geometry> meant =
                    gazetteer.version(area, at).map(version -> version.ground().geometry());
            if (meant.isEmpty()) continue;
            for (List<Gazetteer.Version> drawn : List.of(whole, partly)) {
                drawn.stream()
                        .filter(version -> shareGround(version.ground().geometry(), meant.get()))
                        .forEach(version -> perhaps.add(version.area()));
            }
        }
        return perhaps.isEmpty() ? new Nowhere() : new ExtentNotKnown(List.copyOf(perhaps));
    }

    private static boolean shareGround(Geometry one, Geometry other) {
        return one.relate(other, "T********");
    }

    private static Stream<AreaId> holding(Collection<Gazetteer.Version> drawn, Position position) {
        return drawn.stream()
                .filter(version -> version.ground().sideOf(position) != Ground.Side.OUTSIDE)
                .map(Gazetteer.Version::area);
    }

    private static List<AreaId> near(Collection<Gazetteer.Version> drawn, LocalPlane plane, int radiusMetres) {
        return drawn.stream()
                .filter(version -> version.ground()
                        .borderWithin(version.margin(radiusMetres), plane)
                        .isPresent())
                .map(Gazetteer.Version::area)
                .toList();
    }

    private static List<AreaId> sorted(Collection<AreaId> areas) {
        return List.copyOf(new TreeSet<>(areas));
    }
}
