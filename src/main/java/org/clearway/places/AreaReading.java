// SPDX-License-Identifier: Apache-2.0
package org.clearway.places;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.clearway.geo.Area;
import org.clearway.geo.AreaId;
import org.clearway.geo.AreaShape;
import org.clearway.geo.Gazetteer;
import org.clearway.geo.GeoJson;
import org.clearway.geo.PCode;
import org.clearway.geo.Shape;
import org.clearway.language.Language;
import org.clearway.language.Names;
import org.clearway.language.Problem;
import org.clearway.places.AreaImport.Fault;

/// Reads a file of boundaries against the areas on record, feature by feature, and gathers every fault.
final class AreaReading {
    /// A feature whose area is known.
    record Bounded(AreaId area, Shape shape, int borderMetres, boolean mended) {}

    private final AreaMapping mapping;
    private final Gazetteer onRecord;
    private final Map<PCode, AreaId> newByPCode = new HashMap<>();
    private final Set<AreaId> seen = new HashSet<>();

    final List<Area> named = new ArrayList<>();
    final List<Bounded> bounded = new ArrayList<>();
    final List<Fault> passedOver = new ArrayList<>();
    final List<Fault> faults = new ArrayList<>();

    AreaReading(AreaMapping mapping, Gazetteer onRecord, List<GeoJson.Feature> features) {
        this.mapping = mapping;
        this.onRecord = onRecord;
        var unknown = new LinkedHashMap<Integer, PCode>();
        for (int i = 0; i < features.size(); i++) find(i + 1, features.get(i), unknown);
        // In a second round, since an area may lie in one that stands further down in the file.
        unknown.forEach((number, code) -> name(number, code, features.get(number - 1)));
    }

    private void find(int number, GeoJson.Feature feature, Map<Integer, PCode> unknown) {
        Optional<String> id = mapping.area().flatMap(feature::property);
        if (id.isPresent()) {
            findById(number, mapping.area().orElseThrow(), id.get(), feature);
        } else if (mapping.pcode().isPresent()) {
            findByPCode(number, mapping.pcode().get(), feature, unknown);
        } else {
            attempt(
                    number,
                    mapping.area().orElseThrow(),
                    () -> feature.required(mapping.area().orElseThrow()));
        }
    }

    private void findById(int number, String property, String id, GeoJson.Feature feature) {
        attempt(number, property, () -> {
            var area = new AreaId(id);
            if (onRecord.area(area).isPresent()) bound(number, property, area, feature);
            else passedOver.add(new Fault(number, property, Problem.of("geo.area-unknown", "area", area)));
        });
    }

    private void findByPCode(int number, String property, GeoJson.Feature feature, Map<Integer, PCode> unknown) {
        attempt(number, property, () -> {
            var code = new PCode(feature.required(property));
            Optional<Area> known = onRecord.area(code);
            if (known.isPresent()) {
                bound(number, property, known.get().id(), feature);
            } else if (mapping.others().isPresent()) {
                var area = new AreaId(code.code().toLowerCase(Locale.ROOT));
                if (onRecord.area(area).isPresent()) throw Problem.of("geo.area-twice", "area", area);
                newByPCode.put(code, area);
                unknown.put(number, code);
            } else {
                passedOver.add(new Fault(number, property, Problem.of("places.pcode-unknown", "pcode", code)));
            }
        });
    }

    private void name(int number, PCode code, GeoJson.Feature feature) {
        AreaMapping.Others others = mapping.others().orElseThrow();
        var names = new EnumMap<Language, String>(Language.class);
        others.names()
                .forEach((language, property) ->
                        feature.property(property).ifPresent(name -> names.put(language, name)));
        if (names.isEmpty()) {
            String properties = String.join(", ", others.names().values());
            faults.add(new Fault(number, properties, Problem.of("places.area-without-name", "pcode", code)));
            return;
        }
        AreaId area = Objects.requireNonNull(newByPCode.get(code));
        Optional<AreaId> parent = others.parent().flatMap(property -> parent(number, property, feature));
        attempt(number, mapping.pcode().orElseThrow(), () -> {
            if (bound(number, mapping.pcode().orElseThrow(), area, feature)) {
                named.add(new Area(area, others.kind(), Optional.of(code), new Names(names), List.of(), parent));
            }
        });
    }

    private Optional<AreaId> parent(int number, String property, GeoJson.Feature feature) {
        Optional<String> text = feature.property(property);
        if (text.isEmpty()) return Optional.empty();
        var found = new ArrayList<AreaId>(1);
        attempt(number, property, () -> {
            var code = new PCode(text.get());
            found.add(onRecord.area(code)
                    .map(Area::id)
                    .or(() -> Optional.ofNullable(newByPCode.get(code)))
                    .orElseThrow(() -> Problem.of("places.pcode-unknown", "pcode", code)));
        });
        return found.stream().findFirst();
    }

    private boolean bound(int number, String property, AreaId area, GeoJson.Feature feature) {
        if (!seen.add(area)) {
            faults.add(new Fault(number, property, Problem.of("places.area-twice-in-file", "area", area)));
            return false;
        }
        bounded.add(new Bounded(area, feature.shape(), borderMetres(number, feature), feature.mended()));
        return true;
    }

    private int borderMetres(int number, GeoJson.Feature feature) {
        Optional<String> text = mapping.borderMetres().flatMap(feature::property);
        if (text.isEmpty()) return 0;
        try {
            int metres = Integer.parseInt(text.get());
            if (metres >= 0 && metres <= AreaShape.MOST_BORDER_METRES) return metres;
        } catch (NumberFormatException e) {
            // Told below, with the value as it stands in the file.
        }
        faults.add(new Fault(
                number,
                mapping.borderMetres().orElseThrow(),
                new Problem(
                        "geo.border-metres", Map.of("value", text.get(), "most", "" + AreaShape.MOST_BORDER_METRES))));
        return 0;
    }

    private void attempt(int number, String property, Runnable step) {
        try {
            step.run();
        } catch (Problem problem) {
            faults.add(new Fault(number, property, problem));
        }
    }
}
