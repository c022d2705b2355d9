// SPDX-License-Identifier: Apache-2.0
package org.clearway.geo;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clearway.language.Language;
import org.clearway.language.Problem;
import org.clearway.language.Wording;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Shapes in files: reads and writes GeoJSON (RFC 7946), WGS 84, longitude first. Of what the format allows it takes
/// a FeatureCollection of Polygons and MultiPolygons, which is how boundaries are published; heights are left out.
public final class GeoJson {
    /// Room for every third-level area of a country in fine detail.
    static final int MOST_BYTES = 64 * 1024 * 1024;

    static final int MOST_FEATURES = 20_000;
    private static final int FEWEST_POINTS = 4;
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private GeoJson() {}

    /// A shape and what the file says of it. Values are text as they stand; numbers and yes or no become text, and
    /// what is null, or has parts of its own, is left out.
    /// @param mended whether the border in the file crossed or touched itself in a small way that was put right
    public record Feature(Map<String, String> properties, Shape shape, boolean mended) {
        public Feature {
            properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
        }

        public Feature(Map<String, String> properties, Shape shape) {
            this(properties, shape, false);
        }

        public Optional<String> property(String name) {
            return Optional.ofNullable(properties.get(name)).filter(value -> !value.isBlank());
        }

        /// @throws Problem `geo.geojson-property`, saying which properties there are
        public String required(String name) {
            return property(name)
                    .orElseThrow(() -> new Problem(
                            "geo.geojson-property",
                            Map.of("property", name, "found", String.join(", ", properties.keySet()))));
        }
    }

    /// Every feature of a file, in its order. Small faults of a border, such as simplifying leaves in most published
    /// boundaries, are mended where that changes no more than a thousandth of the ground, and marked. One feature
    /// at a time is held in memory besides the shapes.
    /// @throws Problem `geo.…` at the first fault, with the number of the feature it is in
    public static List<Feature> read(byte[] file) {
        if (file.length > MOST_BYTES) {
            throw new Problem(
                    "geo.geojson-too-large",
                    Map.of("megabytes", "" + (file.length >> 20), "most", "" + (MOST_BYTES >> 20)));
        }
        try (JsonParser parser = JSON.createParser(file)) {
            return collection(parser);
        } catch (JacksonException e) {
            // Limits that are passed, such as of nesting, have no place.
            Optional<TokenStreamLocation> place = Optional.ofNullable(e.getLocation());
            throw new Problem(
                    "geo.geojson-not-json",
                    Map.of(
                            "line", place.map(at -> "" + at.getLineNr()).orElse("?"),
                            "column", place.map(at -> "" + at.getColumnNr()).orElse("?")),
                    e);
        }
    }

    /// A FeatureCollection of `features`, outer rings anticlockwise, coordinates rounded to so many decimals: 2 are
    /// about a kilometre, 3 a hundred metres, 6 all there is. For drawing only: rounding may make lines touch, and
    /// a ring that it leaves without ground is dropped; a feature may end up without a geometry.
    public static String write(List<Feature> features, int decimals) {
        if (decimals < 0 || decimals > 6) {
            throw new IllegalArgumentException("Coordinates have 0 to 6 decimals, got " + decimals + ".");
        }
        var out = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeStringProperty("type", "FeatureCollection");
            json.writeArrayPropertyStart("features");
            for (Feature feature : features) write(feature, decimals, json);
            json.writeEndArray();
            json.writeEndObject();
        }
        return out.toString();
    }

    private static List<Feature> collection(JsonParser parser) {
        if (parser.nextToken() != JsonToken.START_OBJECT) throw Problem.of("geo.geojson-not-features");
        boolean collection = false;
        var features = new ArrayList<Feature>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (name.equals("type")) {
                collection =
                        value == JsonToken.VALUE_STRING && parser.getString().equals("FeatureCollection");
                if (!collection) throw Problem.of("geo.geojson-not-features");
            } else if (name.equals("features") && value == JsonToken.START_ARRAY) {
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    int number = features.size() + 1;
                    if (number > MOST_FEATURES) throw Problem.of("geo.geojson-too-many", "most", MOST_FEATURES);
                    features.add(feature(JSON.readTree(parser), number));
                }
            } else {
                parser.skipChildren();
            }
        }
        if (!collection || parser.nextToken() != null) throw Problem.of("geo.geojson-not-features");
        return List.copyOf(features);
    }

    private static Feature feature(JsonNode feature, int number) {
        try {
            if (!text(feature.path("type")).equals("Feature")) throw Problem.of("geo.geojson-not-feature");
            return feature(properties(feature.path("properties")), polygons(feature.path("geometry")));
        } catch (Problem fault) {
            throw new InFeature(number, fault);
        }
    }

    private static Feature feature(Map<String, String> properties, List<Polygon> polygons) {
        try {
            return new Feature(properties, new Shape(polygons));
        } catch (Problem fault) {
            List<Polygon> mended = Geometries.mended(polygons).orElseThrow(() -> fault);
            return new Feature(properties, new Shape(mended), true);
        }
    }

    private static Map<String, String> properties(JsonNode properties) {
        var found = new LinkedHashMap<String, String>();
        properties.forEachEntry((name, value) -> {
            if (value.isValueNode() && !value.isNull()) found.put(name, value.asString());
        });
        return found;
    }

    private static List<Polygon> polygons(JsonNode geometry) {
        JsonNode coordinates = geometry.path("coordinates");
        String type = text(geometry.path("type"));
        return switch (type) {
            case "Polygon" -> List.of(polygon(coordinates));
            case "MultiPolygon" ->
                members(coordinates).stream().map(GeoJson::polygon).toList();
            default -> throw Problem.of("geo.geojson-geometry", "type", type.isEmpty() ? "null" : type);
        };
    }

    private static Polygon polygon(JsonNode rings) {
        List<Ring> read = members(rings).stream().map(GeoJson::ring).toList();
        if (read.isEmpty()) throw Problem.of("geo.shape-empty");
        return new Polygon(read.getFirst(), read.subList(1, read.size()));
    }

    private static Ring ring(JsonNode points) {
        var ordinates = new ArrayList<Long>(2 * points.size());
        for (JsonNode point : members(points)) {
            if (members(point).size() < 2) throw Problem.of("geo.geojson-coordinates");
            ordinates.add(microdegrees(point.get(0)));
            ordinates.add(microdegrees(point.get(1)));
        }
        return new Ring(ordinates);
    }

    private static List<JsonNode> members(JsonNode node) {
        if (!node.isArray()) throw Problem.of("geo.geojson-coordinates");
        return List.copyOf(node.values());
    }

    /// Six decimals survive a double untouched: it is right to some 10⁻⁸ of a microdegree.
    private static long microdegrees(JsonNode degrees) {
        if (!degrees.isNumber()) throw Problem.of("geo.geojson-coordinates");
        return Math.round(degrees.doubleValue() * 1e6);
    }

    private static String text(JsonNode node) {
        return node.isString() ? node.stringValue() : "";
    }

    private static void write(Feature feature, int decimals, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("type", "Feature");
        json.writeObjectPropertyStart("properties");
        feature.properties().forEach(json::writeStringProperty);
        json.writeEndObject();
        List<List<List<String>>> polygons = rounded(feature.shape(), decimals);
        if (polygons.isEmpty()) {
            json.writeNullProperty("geometry");
        } else {
            json.writeObjectPropertyStart("geometry");
            json.writeStringProperty("type", polygons.size() == 1 ? "Polygon" : "MultiPolygon");
            json.writeName("coordinates");
            if (polygons.size() > 1) json.writeStartArray();
            for (List<List<String>> polygon : polygons) {
                json.writeStartArray();
                for (List<String> ring : polygon) {
                    json.writeStartArray();
                    for (String point : ring) json.writeRawValue(point);
                    json.writeEndArray();
                }
                json.writeEndArray();
            }
            if (polygons.size() > 1) json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    /// Polygons, rings and points as text; what rounding leaves without ground is gone.
    private static List<List<List<String>>> rounded(Shape shape, int decimals) {
        var polygons = new ArrayList<List<List<String>>>();
        for (Polygon polygon : shape.polygons()) {
            List<String> outer = rounded(polygon.outer(), decimals, true);
            if (outer.size() < FEWEST_POINTS) continue;
            var rings = new ArrayList<List<String>>();
            rings.add(outer);
            for (Ring hole : polygon.holes()) {
                List<String> ring = rounded(hole, decimals, false);
                if (ring.size() >= FEWEST_POINTS) rings.add(ring);
            }
            polygons.add(rings);
        }
        return polygons;
    }

    private static List<String> rounded(Ring ring, int decimals, boolean anticlockwise) {
        var points = new ArrayList<String>();
        for (int i = 0; i < ring.size(); i++) {
            String point = "[" + Position.degrees(ring.longitude(i), decimals).toPlainString() + ","
                    + Position.degrees(ring.latitude(i), decimals).toPlainString() + "]";
            if (points.isEmpty() || !points.getLast().equals(point)) points.add(point);
        }
        return isAnticlockwise(ring) == anticlockwise ? points : points.reversed();
    }

    private static boolean isAnticlockwise(Ring ring) {
        long twiceTheArea = 0;
        for (int i = 1; i < ring.size(); i++) {
            long x = ring.longitude(i - 1) - ring.longitude(0);
            long y = ring.latitude(i - 1) - ring.latitude(0);
            twiceTheArea += x * (ring.latitude(i) - ring.latitude(0)) - (ring.longitude(i) - ring.longitude(0)) * y;
        }
        return twiceTheArea > 0;
    }

    /// A fault, with the number of the feature it was found in before its own sentence.
    private static final class InFeature extends Problem {
        private static final long serialVersionUID = 1L;

        private final Problem fault;
        private final int number;

        InFeature(int number, Problem fault) {
            super(fault.code(), fault.details(), fault);
            this.fault = fault;
            this.number = number;
        }

        @Override
        public String getMessage() {
            return in(Language.EN);
        }

        @Override
        public String in(Language language) {
            return Wording.of(language).say("geo.in-feature", Map.of("number", number, "fault", fault.in(language)));
        }
    }
}
