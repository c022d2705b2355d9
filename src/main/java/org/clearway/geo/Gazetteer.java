// SPDX-License-Identifier: Apache-2.0
package org.clearway.geo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.clearway.geo.Attribution.CertainlyInside;
import org.clearway.geo.Attribution.ExtentNotKnown;
import org.clearway.geo.Attribution.NearBorder;
import org.clearway.geo.Attribution.Nowhere;
import org.clearway.geo.Attribution.OneOfSeveral;
import org.clearway.language.Problem;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.hprtree.HPRtree;

/// The areas that are known, and the answer to which of them a position or a name belongs. Never changes once made,
/// and may be asked by many threads at once.
///
/// Borders are those that were valid at the time asked about. Inside, outside and on the border are decided exactly;
/// distances are metres on the ground, within 0.7 % up to 25 km and 60° of latitude, within 0.05 % up to 1 km.
public final class Gazetteer {
    private final Map<AreaId, Area> byId = new LinkedHashMap<>();
    private final Map<PCode, Area> byPCode = new HashMap<>();
    private final Map<String, SortedSet<AreaId>> byName = new HashMap<>();
    private final Map<AreaId, List<Version>> versions = new HashMap<>();
    private final Map<AreaKind, Layer> layers = new EnumMap<>(AreaKind.class);

    /// @param shapes where two of one area are valid at the same time, the one with the later `validFrom` holds,
    ///     and among equals the one that stands later in the collection
    /// @throws Problem if an id or a code is given twice, a parent or an area with a shape is missing, or a
    ///     parent is not of a coarser kind than its child
    public Gazetteer(Collection<Area> areas, Collection<AreaShape> shapes) {
        for (Area area : areas) {
            if (byId.putIfAbsent(area.id(), area) != null) throw Problem.of("geo.area-twice", "area", area.id());
            area.pcode().ifPresent(code -> keep(code, area));
            area.names().byLanguage().values().forEach(name -> keep(name, area));
            area.spellings().forEach(name -> keep(name, area));
        }
        areas.forEach(area -> area.parent().ifPresent(parent -> requireCoarser(parent, area)));
        for (AreaShape shape : shapes) {
            if (!byId.containsKey(shape.area())) throw Problem.of("geo.area-unknown", "area", shape.area());
            versions.computeIfAbsent(shape.area(), _ -> new ArrayList<>())
                    .add(new Version(
                            shape, new Ground(Geometries.of(shape.shape().polygons()))));
        }
        for (AreaKind kind : AreaKind.values()) {
            layers.put(
                    kind,
                    new Layer(versions.entrySet().stream()
                            .filter(entry -> required(entry.getKey()).kind() == kind)
                            .flatMap(entry -> entry.getValue().stream())
                            .toList()));
        }
    }

    public static Gazetteer empty() {
        return new Gazetteer(List.of(), List.of());
    }

    /// All areas, in the order in which they were given.
    public List<Area> areas() {
        return List.copyOf(byId.values());
    }

    public Optional<Area> area(AreaId id) {
        return Optional.ofNullable(byId.get(id));
    }

    public Optional<Area> area(PCode code) {
        return Optional.ofNullable(byPCode.get(code));
    }

    /// The area of that kind which `id` is, or lies in by what is said of parents.
    public Optional<Area> ancestor(AreaId id, AreaKind kind) {
        Optional<Area> area = area(id);
        while (area.isPresent() && area.get().kind() != kind) {
            area = area.get().parent().flatMap(this::area);
        }
        return area;
    }

    /// The shape of an area at a time, if one is known.
    public Optional<AreaShape> shape(AreaId id, Instant at) {
        return version(id, at).map(Version::shape);
    }

    /// To which area a name belongs that somebody wrote, in any language and spelling listed. Differences of case,
    /// accents, hyphens, forms of Arabic letters and the sound of the Arabic article do not count.
    public Attribution attribute(String name) {
        return named(List.copyOf(named(name)));
    }

    /// As {@link #attribute(String)}, where it is known what kind of area is meant: a ledger of governorates does not
    /// speak of the town of the same name.
    public Attribution attribute(String name, AreaKind kind) {
        return named(
                named(name).stream().filter(id -> required(id).kind() == kind).toList());
    }

    /// To which area of `kind` a position belonged at a time, if it is known to within `radiusMetres`.
    public Attribution attribute(Position position, int radiusMetres, Instant at, AreaKind kind) {
        if (radiusMetres < 0) {
            throw new IllegalArgumentException("A radius must be 0 m or more, got " + radiusMetres + " m.");
        }
        var holding = new TreeSet<AreaId>();
        var near = new TreeSet<AreaId>();
        double nearest = Double.POSITIVE_INFINITY;
        var plane = new LocalPlane(position);
        for (Version version : layer(kind).around(plane, radiusMetres)) {
            if (!holds(version, at)) continue;
            if (version.ground().sideOf(position) != Ground.Side.OUTSIDE) holding.add(version.area());
            OptionalDouble border = version.ground().borderWithin(version.margin(radiusMetres), plane);
            if (border.isPresent()) {
                near.add(version.area());
                nearest = Math.min(nearest, border.getAsDouble());
            }
        }
        if (holding.size() > 1) {
            holding.addAll(near);
            return new OneOfSeveral(List.copyOf(holding));
        }
        if (!near.isEmpty()) {
            near.removeAll(holding);
            return new NearBorder(holding.stream().findFirst(), List.copyOf(near), (int) nearest);
        }
        return holding.isEmpty() ? new Nowhere() : new CertainlyInside(holding.first());
    }

    /// To which area of `kind` a position belonged at a time. A position that only stands for a whole area belongs to
    /// what holds that area; to which part of it, is not known.
    public Attribution attribute(Position position, PositionPrecision precision, Instant at, AreaKind kind) {
        return switch (precision) {
            case EXACT, NEAR_KNOWN_PLACE ->
                attribute(position, precision.radiusMetres().orElseThrow(), at, kind);
            case ADM2 -> standingFor(AreaKind.ADM2, position, at, kind);
            case ADM1 -> standingFor(AreaKind.ADM1, position, at, kind);
            case COUNTRY -> standingFor(AreaKind.COUNTRY, position, at, kind);
            case LANDSCAPE -> ofLandscape(attribute(position, 0, at, kind));
            case INTERNATIONAL -> new Nowhere();
        };
    }

    /// The ground of areas and parts of areas together, such as an agreement's zone, as it lay at a time.
    /// @throws Problem if one of the areas is not known
    public ZoneGround zone(List<AreaPart> parts, Instant at) {
        parts.forEach(part -> required(part.area()));
        return new ZoneGround(this, parts, at);
    }

    Optional<Version> version(AreaId id, Instant at) {
        return Optional.ofNullable(current(id, at));
    }

    /// The area of `kind` that a position stands for, where coders put one position for the whole of it.
    Attribution holder(AreaKind kind, Position position, Instant at) {
        return attribute(position, 0, at, kind);
    }

    private Attribution standingFor(AreaKind holding, Position position, Instant at, AreaKind kind) {
        Attribution holder = holder(holding, position, at);
        if (kind == holding || !(holder instanceof CertainlyInside(AreaId area))) return holder;
        if (holding.coarserThan(kind)) return new ExtentNotKnown(List.of(area));
        return ancestor(area, kind)
                .<Attribution>map(above -> new CertainlyInside(above.id()))
                .orElseGet(() -> attribute(position, 0, at, kind));
    }

    private static Attribution ofLandscape(Attribution middle) {
        return switch (middle) {
            case CertainlyInside(AreaId area) -> new ExtentNotKnown(List.of(area));
            case NearBorder(Optional<AreaId> inside, List<AreaId> others, int _) -> {
                var all = new TreeSet<>(others);
                inside.ifPresent(all::add);
                yield new ExtentNotKnown(List.copyOf(all));
            }
            case OneOfSeveral(List<AreaId> areas) -> new ExtentNotKnown(areas);
            case ExtentNotKnown unknown -> unknown;
            case Nowhere() -> new ExtentNotKnown(List.of());
        };
    }

    private Set<AreaId> named(String name) {
        return byName.getOrDefault(PlaceNames.key(name), new TreeSet<>());
    }

    private static Attribution named(List<AreaId> areas) {
        return switch (areas.size()) {
            case 0 -> new Nowhere();
            case 1 -> new CertainlyInside(areas.getFirst());
            default -> new OneOfSeveral(areas);
        };
    }

    private boolean holds(Version version, Instant at) {
        return version == current(version.area(), at);
    }

    private @Nullable Version current(AreaId id, Instant at) {
        Version current = null;
        for (Version version : versions.getOrDefault(id, List.of())) {
            if (version.shape().validAt(at)
                    && (current == null
                            || !version.shape()
                                    .validFrom()
                                    .isBefore(current.shape().validFrom()))) {
                current = version;
            }
        }
        return current;
    }

    private Layer layer(AreaKind kind) {
        return Objects.requireNonNull(layers.get(kind));
    }

    private Area required(AreaId id) {
        return area(id).orElseThrow(() -> Problem.of("geo.area-unknown", "area", id));
    }

    private void keep(PCode code, Area area) {
        Area other = byPCode.putIfAbsent(code, area);
        if (other != null) {
            throw new Problem(
                    "geo.pcode-twice",
                    Map.of(
                            "pcode", code.code(),
                            "area", other.id().slug(),
                            "other", area.id().slug()));
        }
    }

    private void keep(String name, Area area) {
        String key = PlaceNames.key(name);
        if (!key.isEmpty()) byName.computeIfAbsent(key, _ -> new TreeSet<>()).add(area.id());
    }

    private void requireCoarser(AreaId parent, Area child) {
        if (!required(parent).kind().coarserThan(child.kind())) {
            throw new Problem(
                    "geo.parent-not-coarser", Map.of("area", child.id().slug(), "parent", parent.slug()));
        }
    }

    /// A shape of an area, made ready.
    record Version(AreaShape shape, Ground ground) {
        AreaId area() {
            return shape.area();
        }

        /// How near counts as near a border that is drawn only so well.
        double margin(int radiusMetres) {
            return (double) radiusMetres + shape.borderMetres();
        }
    }

    /// Every shape of the areas of one kind, found by where it lies.
    private static final class Layer {
        private final HPRtree byPlace = new HPRtree();
        private final int widestBorderMetres;

        Layer(List<Version> versions) {
            versions.forEach(version -> byPlace.insert(version.ground().envelope(), version));
            byPlace.build();
            widestBorderMetres = versions.stream()
                    .mapToInt(version -> version.shape().borderMetres())
                    .max()
                    .orElse(0);
        }

        List<Version> around(LocalPlane plane, int radiusMetres) {
            Envelope square = plane.square((double) radiusMetres + widestBorderMetres);
            var found = new ArrayList<Version>();
            byPlace.query(square, item -> found.add((Version) item));
            return found;
        }
    }
}
