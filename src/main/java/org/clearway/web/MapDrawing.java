// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.clearway.geo.AreaShape;
import org.clearway.geo.Extent;
import org.clearway.geo.GeoJson;
import org.clearway.geo.Polygon;
import org.clearway.geo.Position;
import org.clearway.geo.Ring;
import org.clearway.web.MapOfDay.CrossingOnMap;
import org.clearway.web.MapOfDay.Plot;

/// Draws a {@link MapOfDay}: as an SVG for a page and for paper, and as features for a map that can be moved. Borders
/// are
/// as coarse as the drawing, names in one language. What each hatching looks like is the style sheet's and
/// `map/patterns.html`'s to say.
final class MapDrawing {
    private static final XMLOutputFactory XML = XMLOutputFactory.newFactory();
    private static final double WIDTH = 800;
    private static final double NAME = 15;
    private static final double SMALL = 12;
    /// About how wide a letter is, as a part of its height.
    private static final double LETTER = 0.58;
    private static final double[] PLACES = {0, -20, 20, -34, 34};
    /// A thousandth of a degree is some hundred metres.
    private static final int DECIMALS = 3;
    private static final int FEWEST_POINTS = 4;

    private final MapOfDay map;
    private final Words words;

    MapDrawing(MapOfDay map, Words words) {
        this.map = map;
        this.words = words;
    }

    /// @param name what the drawing is called where it cannot be seen
    String svg(String name) {
        var out = new StringWriter();
        try {
            XMLStreamWriter svg = XML.createXMLStreamWriter(out);
            Mercator sheet = Mercator.fitting(map.bounds(), WIDTH);
            svg.writeStartElement("svg");
            svg.writeDefaultNamespace("http://www.w3.org/2000/svg");
            svg.writeAttribute("class", "map-sheet");
            svg.writeAttribute("role", "img");
            svg.writeAttribute("aria-label", name);
            svg.writeAttribute("viewBox", "0 0 " + rounded(sheet.width()) + " " + rounded(sheet.height()));
            for (Plot plot : map.plots()) draw(plot, sheet, svg);
            var names = new Names(sheet, svg);
            for (CrossingOnMap point : map.crossings()) names.crossing(point);
            for (Plot plot : byImportance()) names.area(plot);
            scale(sheet, svg);
            svg.writeEndElement();
            svg.flush();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("A map cannot be drawn.", e);
        }
        return out.toString();
    }

    /// RFC 7946: an area to a feature. Its properties say how it is covered: `class` for the style sheet, `hatches`
    /// naming patterns, and where its name is written.
    String geoJson() {
        return GeoJson.write(
                map.plots().stream()
                        .map(plot -> new GeoJson.Feature(
                                properties(plot), plot.shape().shape()))
                        .toList(),
                DECIMALS);
    }

    private Map<String, String> properties(Plot plot) {
        var properties = new LinkedHashMap<String, String>();
        properties.put("name", words.name(plot.area().names()));
        properties.put("notes", String.join("\n", notes(plot)));
        properties.put("class", ground(plot));
        properties.put("hatches", String.join(" ", hatches(plot)));
        properties.put("latitude", plot.label().latitude());
        properties.put("longitude", plot.label().longitude());
        return properties;
    }

    private void draw(Plot plot, Mercator sheet, XMLStreamWriter svg) throws XMLStreamException {
        String path = path(plot.shape(), sheet);
        if (path.isEmpty()) return;
        svg.writeStartElement("g");
        svg.writeStartElement("title");
        svg.writeCharacters(words.name(plot.area().names()));
        for (String note : notes(plot)) svg.writeCharacters("\n" + note);
        svg.writeEndElement();
        svg.writeEmptyElement("path");
        svg.writeAttribute("class", ground(plot));
        svg.writeAttribute("d", path);
        if (plot.zones().containsValue(Extent.PARTS)) hatch("ground-parts", path, svg);
        for (String hatch : hatches(plot)) hatch(hatch, path, svg);
        svg.writeEndElement();
    }

    private static void hatch(String pattern, String path, XMLStreamWriter svg) throws XMLStreamException {
        svg.writeEmptyElement("path");
        svg.writeAttribute("class", "hatch");
        svg.writeAttribute("fill", "url(#" + pattern + ")");
        svg.writeAttribute("d", path);
    }

    private static String ground(Plot plot) {
        if (plot.zones().isEmpty()) return "ground";
        return plot.zones().containsValue(Extent.WHOLE) ? "ground zone" : "ground zone zone-parts";
    }

    private static List<String> hatches(Plot plot) {
        return plot.hatches().entrySet().stream()
                .map(hatch -> pattern(hatch.getKey(), hatch.getValue()))
                .toList();
    }

    /// The id of a pattern in `map/patterns.html`.
    static String pattern(int look, Extent extent) {
        return "look-" + look + "-" + extent.name().toLowerCase(Locale.ROOT);
    }

    private List<String> notes(Plot plot) {
        return plot.zones().entrySet().stream()
                .map(zone -> words.say(
                        zone.getValue() == Extent.WHOLE ? "map.in-zone" : "map.parts-in-zone", "number", zone.getKey()))
                .toList();
    }

    /// Names of what the story is about come first, and of those the names of large areas; others go where there is
    /// room.
    private List<Plot> byImportance() {
        return map.plots().stream()
                .sorted(Comparator.comparing((Plot plot) ->
                                plot.zones().isEmpty() && plot.hatches().isEmpty())
                        .thenComparing(plot -> -plot.shape().shape().points()))
                .toList();
    }

    private static String path(AreaShape shape, Mercator sheet) {
        var path = new StringBuilder();
        for (Polygon polygon : shape.shape().polygons()) {
            path(polygon.outer(), sheet, path);
            polygon.holes().forEach(hole -> path(hole, sheet, path));
        }
        return path.toString();
    }

    /// What rounding leaves without ground is left out.
    private static void path(Ring ring, Mercator sheet, StringBuilder path) {
        List<Long> ordinates = ring.longitudesAndLatitudes();
        var points = new ArrayList<String>();
        for (int i = 0; i < ordinates.size(); i += 2) {
            String point = rounded(sheet.x(ordinates.get(i))) + " " + rounded(sheet.y(ordinates.get(i + 1)));
            if (points.isEmpty() || !points.getLast().equals(point)) points.add(point);
        }
        if (points.size() < FEWEST_POINTS) return;
        path.append('M')
                .append(String.join("L", points.subList(0, points.size() - 1)))
                .append('Z');
    }

    /// To half a unit.
    private static String rounded(double units) {
        return BigDecimal.valueOf(Math.round(units * 2) / 2.0)
                .stripTrailingZeros()
                .toPlainString();
    }

    private void scale(Mercator sheet, XMLStreamWriter svg) throws XMLStreamException {
        int kilometres = 1;
        for (int next : new int[] {2, 5, 10, 20, 50, 100, 200, 500, 1_000}) {
            if (next * sheet.unitsPerKilometre() <= sheet.width() / 5) kilometres = next;
        }
        double left = 16;
        double bottom = sheet.height() - 16;
        double right = left + kilometres * sheet.unitsPerKilometre();
        svg.writeEmptyElement("path");
        svg.writeAttribute("class", "map-scale");
        svg.writeAttribute("d", "M" + rounded(left) + " " + rounded(bottom - 6) + "v6H" + rounded(right) + "v-6");
        text((left + right) / 2, bottom - 8, SMALL, "map-note", words.say("map.kilometres", "number", kilometres), svg);
    }

    private static void text(double x, double y, double size, String type, String text, XMLStreamWriter svg)
            throws XMLStreamException {
        svg.writeStartElement("text");
        svg.writeAttribute("class", type);
        svg.writeAttribute("x", rounded(x));
        svg.writeAttribute("y", rounded(y));
        svg.writeAttribute("font-size", rounded(size));
        svg.writeAttribute("text-anchor", "middle");
        svg.writeCharacters(text);
        svg.writeEndElement();
    }

    /// Writes names where they do not lie over each other.
    private final class Names {
        private final Mercator sheet;
        private final XMLStreamWriter svg;
        private final List<Box> written = new ArrayList<>();

        Names(Mercator sheet, XMLStreamWriter svg) {
            this.sheet = sheet;
            this.svg = svg;
        }

        void area(Plot plot) throws XMLStreamException {
            if (!sheet.shows(plot.label())) return;
            List<String> notes = notes(plot);
            String name = words.name(plot.area().names());
            double wide = Math.max(
                    wide(name, NAME),
                    notes.stream().mapToDouble(note -> wide(note, SMALL)).max().orElse(0));
            double high = NAME + notes.size() * (SMALL + 2);
            double x = Math.clamp(sheet.x(plot.label()), wide / 2 + 2, sheet.width() - wide / 2 - 2);
            boolean mayBeLeftOut = plot.zones().isEmpty() && plot.hatches().isEmpty();
            Optional<Box> free = free(x, sheet.y(plot.label()), wide, high);
            if (free.isEmpty() && mayBeLeftOut) return;
            Box box = free.orElseGet(() -> new Box(x, sheet.y(plot.label()), wide, high));
            written.add(box);
            double y = box.y - high / 2 + NAME * 0.8;
            text(x, y, NAME, "map-name", name, svg);
            for (String note : notes) text(x, y += SMALL + 2, SMALL, "map-note", note, svg);
        }

        void crossing(CrossingOnMap point) throws XMLStreamException {
            Optional<Position> placed = point.position().filter(sheet::shows);
            if (placed.isEmpty()) return;
            double x = sheet.x(placed.get());
            double y = sheet.y(placed.get());
            String name = words.name(point.crossing().names());
            svg.writeStartElement("g");
            svg.writeEmptyElement("path");
            svg.writeAttribute("class", "crossing");
            svg.writeAttribute("d", "M" + rounded(x) + " " + rounded(y - 8) + "l8 8l-8 8l-8 -8Z");
            double wide = wide(name, SMALL);
            double middle = Math.clamp(x, wide / 2 + 2, sheet.width() - wide / 2 - 2);
            written.add(new Box(x, y, 18, 18));
            Box box = free(middle, y + 18, wide, SMALL).orElseGet(() -> new Box(middle, y + 18, wide, SMALL));
            written.add(box);
            text(middle, box.y + SMALL * 0.35, SMALL, "crossing-name", name, svg);
            svg.writeEndElement();
        }

        private Optional<Box> free(double x, double y, double wide, double high) {
            for (double off : PLACES) {
                var box = new Box(x, y + off, wide, high);
                boolean onSheet = box.y - high / 2 >= 0 && box.y + high / 2 <= sheet.height();
                if (onSheet && written.stream().noneMatch(box::touches)) return Optional.of(box);
            }
            return Optional.empty();
        }

        private static double wide(String text, double size) {
            return text.codePointCount(0, text.length()) * size * LETTER;
        }
    }

    /// @param x its middle
    /// @param y its middle
    private record Box(double x, double y, double wide, double high) {
        boolean touches(Box other) {
            return Math.abs(x - other.x) * 2 < wide + other.wide && Math.abs(y - other.y) * 2 < high + other.high;
        }
    }
}
