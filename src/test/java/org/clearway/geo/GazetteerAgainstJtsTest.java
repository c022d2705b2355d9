// SPDX-License-Identifier: Apache-2.0
package org.clearway.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.clearway.geo.Attribution.CertainlyInside;
import org.clearway.geo.Attribution.ExtentNotKnown;
import org.clearway.geo.Attribution.NearBorder;
import org.clearway.geo.Attribution.Nowhere;
import org.clearway.geo.Attribution.OneOfSeveral;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/// Random maps and positions, answered by the gazetteer and by plain JTS, area by area.
/// The repetition is the seed, so a failure names the case that replays it.
class GazetteerAgainstJtsTest {
    private static final Instant NOW = Instant.parse("2019-09-14T15:00:00Z");
    private static final int CELLS = 6;
    private static final int CELL = 50_000;

    @RepeatedTest(50)
    void aGazetteerFindsTheVeryAreasThatJtsSaysCoverThePosition(RepetitionInfo run) {
        var random = new SplittableRandom(run.getCurrentRepetition());
        List<AreaShape> map = aMap(random);
        Gazetteer gazetteer = gazetteer(map);
        for (int i = 0; i < 200; i++) {
            Position position = aPosition(random);
            assertThat(holding(gazetteer.attribute(position, 0, NOW, AreaKind.ADM1)))
                    .as("at %s, %s", position.latitude(), position.longitude())
                    .containsExactlyElementsOf(covering(map, position));
        }
    }

    @RepeatedTest(50)
    void aPositionIsNearABorderExactlyWhenOneIsWithinItsPrecision(RepetitionInfo run) {
        var random = new SplittableRandom(1_000 + run.getCurrentRepetition());
        List<AreaShape> map = aMap(random);
        Gazetteer gazetteer = gazetteer(map);
        for (int i = 0; i < 100; i++) {
            Position position = aPosition(random);
            int radius = random.nextInt(10_000);
            double nearest = map.stream()
                    .mapToDouble(shape -> metresToBorder(shape, position))
                    .min()
                    .orElseThrow();
            switch (gazetteer.attribute(position, radius, NOW, AreaKind.ADM1)) {
                case CertainlyInside _, Nowhere() -> assertThat(nearest).isGreaterThan(radius);
                case NearBorder near -> assertThat((double) near.metres()).isEqualTo(nearest, within(1.0));
                case OneOfSeveral(List<AreaId> areas) -> assertThat(areas).containsAll(covering(map, position));
                case ExtentNotKnown unknown -> assertThat(unknown).isNull();
            }
        }
    }

    /// The chord between two points near one another on the ellipsoid, from their geocentric coordinates, is the ground
    /// distance to within a millionth.
    @RepeatedTest(50)
    void metresOnTheLocalPlaneAreMetresOnTheGround(RepetitionInfo run) {
        var random = new SplittableRandom(run.getCurrentRepetition());
        for (int i = 0; i < 100; i++) {
            var from = new Position(random.nextInt(-60_000_000, 60_000_001), random.nextInt(-170_000_000, 170_000_001));
            double metres = Math.exp(random.nextDouble(Math.log(10), Math.log(25_000)));
            double bearing = random.nextDouble(2 * Math.PI);
            double north = metres * Math.cos(bearing) / 0.1112;
            double east =
                    metres * Math.sin(bearing) / (0.1112 * Math.cos(Math.toRadians(from.latitudeMicrodegrees() / 1e6)));
            var to = new Coordinate(
                    Math.rint(from.longitudeMicrodegrees() + east), Math.rint(from.latitudeMicrodegrees() + north));
            double ground = chord(from.longitudeMicrodegrees(), from.latitudeMicrodegrees(), to.x, to.y);
            double share = ground <= 1_000 ? 0.0005 : 0.007;
            assertThat(new LocalPlane(from).metresTo(to, to)).isEqualTo(ground, within(Math.max(0.02, ground * share)));
        }
    }

    private static List<AreaId> holding(Attribution attribution) {
        return switch (attribution) {
            case CertainlyInside(AreaId area) -> List.of(area);
            case NearBorder near -> near.inside().stream().toList();
            case OneOfSeveral(List<AreaId> areas) -> areas;
            case ExtentNotKnown(List<AreaId> areas) -> areas;
            case Nowhere() -> List.of();
        };
    }

    private static List<AreaId> covering(List<AreaShape> map, Position position) {
        var found = new TreeSet<AreaId>();
        for (AreaShape shape : map) {
            if (geometry(shape).covers(Geometries.FACTORY.createPoint(coordinate(position)))) found.add(shape.area());
        }
        return List.copyOf(found);
    }

    private static double metresToBorder(AreaShape shape, Position position) {
        var plane = new LocalPlane(position);
        Coordinate[] line = geometry(shape).getCoordinates();
        double nearest = Double.POSITIVE_INFINITY;
        int ringStart = 0;
        for (int i = 1; i < line.length; i++) {
            if (i == ringStart) continue;
            nearest = Math.min(nearest, plane.metresTo(line[i - 1], line[i]));
            if (line[i].equals2D(line[ringStart])) ringStart = ++i;
        }
        return nearest;
    }

    private static Geometry geometry(AreaShape shape) {
        return Geometries.of(shape.shape().polygons());
    }

    private static Coordinate coordinate(Position position) {
        return new Coordinate(position.longitudeMicrodegrees(), position.latitudeMicrodegrees());
    }

    private static Gazetteer gazetteer(List<AreaShape> map) {
        return new Gazetteer(
                map.stream()
                        .map(shape -> Shapes.area(
                                shape.area().slug(),
                                AreaKind.ADM1,
                                null,
                                shape.area().slug()))
                        .toList(),
                map);
    }

    /// A grid whose inner corners are moved about, so that neighbours share crooked borders. Some cells have a hole.
    private static List<AreaShape> aMap(SplittableRandom random) {
        var corners = new long[CELLS + 1][CELLS + 1][];
        for (int x = 0; x <= CELLS; x++) {
            for (int y = 0; y <= CELLS; y++) {
                corners[x][y] = new long[] {
                    37_000_000L + (long) x * CELL + random.nextInt(-CELL / 4, CELL / 4),
                    35_000_000L + (long) y * CELL + random.nextInt(-CELL / 4, CELL / 4)
                };
            }
        }
        var map = new ArrayList<AreaShape>();
        for (int x = 0; x < CELLS; x++) {
            for (int y = 0; y < CELLS; y++) {
                long[][] around = {corners[x][y], corners[x + 1][y], corners[x + 1][y + 1], corners[x][y + 1]};
                Ring outer = Shapes.ring(
                        around[0][0],
                        around[0][1],
                        around[1][0],
                        around[1][1],
                        around[2][0],
                        around[2][1],
                        around[3][0],
                        around[3][1]);
                long middleX = 37_000_000L + (long) x * CELL + CELL / 2;
                long middleY = 35_000_000L + (long) y * CELL + CELL / 2;
                List<Ring> holes = random.nextInt(3) > 0
                        ? List.of()
                        : List.of(Shapes.boxRing(middleX - 2_000, middleY - 2_000, middleX + 2_000, middleY + 2_000));
                map.add(AreaShape.from(
                        Instant.EPOCH, new AreaId("x" + x + "-y" + y), Shapes.shape(new Polygon(outer, holes))));
            }
        }
        return map;
    }

    /// Anywhere on and around the map; one in four on a grid so coarse that borders and corners are often hit.
    private static Position aPosition(SplittableRandom random) {
        int step = random.nextInt(4) == 0 ? 1_000 : 1;
        int reach = (CELLS + 2) * CELL / step;
        return new Position(
                35_000_000 - CELL + random.nextInt(reach) * step, 37_000_000 - CELL + random.nextInt(reach) * step);
    }

    private static double chord(double longitude, double latitude, double otherLongitude, double otherLatitude) {
        double[] one = geocentric(longitude, latitude);
        double[] other = geocentric(otherLongitude, otherLatitude);
        return Math.sqrt(
                Math.pow(one[0] - other[0], 2) + Math.pow(one[1] - other[1], 2) + Math.pow(one[2] - other[2], 2));
    }

    private static double[] geocentric(double longitudeMicrodegrees, double latitudeMicrodegrees) {
        double latitude = Math.toRadians(latitudeMicrodegrees / 1e6);
        double longitude = Math.toRadians(longitudeMicrodegrees / 1e6);
        double flattening = 1 / 298.257223563;
        double eccentricitySquared = flattening * (2 - flattening);
        double across = 6_378_137 / Math.sqrt(1 - eccentricitySquared * Math.pow(Math.sin(latitude), 2));
        return new double[] {
            across * Math.cos(latitude) * Math.cos(longitude),
            across * Math.cos(latitude) * Math.sin(longitude),
            across * (1 - eccentricitySquared) * Math.sin(latitude)
        };
    }
}
