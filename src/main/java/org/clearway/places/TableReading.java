// SPDX-License-Identifier: Apache-2.0
package org.clearway.places;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.clearway.geo.Area;
import org.clearway.geo.AreaId;
import org.clearway.geo.AreaKind;
import org.clearway.geo.PCode;
import org.clearway.geo.Position;
import org.clearway.language.Language;
import org.clearway.language.Names;
import org.clearway.language.Problem;
import org.clearway.language.Slug;
import org.clearway.places.TableImport.Outcome;

/// Reads a table of areas against those on record, row by row. Columns are known by their heads, in whatever order
/// they come; what no column tells is taken from what was said of the whole table.
final class TableReading {
    private static final List<String> PCODES = List.of("pcode", "p-code", "code");
    private static final List<String> KINDS = List.of("kind", "level", "admin level");
    private static final List<String> NAMES = List.of("name");
    private static final List<String> PARENTS = List.of("parent", "parent pcode", "parent p-code", "parent_pcode");
    private static final List<String> LATITUDES = List.of("latitude", "lat");
    private static final List<String> LONGITUDES = List.of("longitude", "lon", "lng");
    private static final List<String> SPELLINGS = List.of("spellings");

    /// Leaves room for a number.
    private static final int LONGEST_ID = 58;

    record Named(Area area, Optional<Position> position) {}

    private final AreaKind otherwise;
    private final Language language;
    private final Map<String, Integer> heads = new HashMap<>();
    private final Map<PCode, Area> byPCode = new HashMap<>();
    private final Map<AreaId, Area> areas = new HashMap<>();
    private final Map<Integer, TableImport.Row> answers = new LinkedHashMap<>();

    final List<Named> named = new ArrayList<>();

    /// @param otherwise what kind of area a row tells that does not say so
    /// @param language of a column that is headed `name`
    /// @throws Problem `places.table-without-name`
    TableReading(List<TableText.Row> table, AreaKind otherwise, Language language, List<Place> onRecord) {
        this.otherwise = otherwise;
        this.language = language;
        List<String> first = table.getFirst().cells();
        for (int i = 0; i < first.size(); i++) heads.putIfAbsent(first.get(i).toLowerCase(Locale.ROOT), i);
        if (nameHeads().isEmpty()) {
            throw Problem.of("places.table-without-name", "found", String.join(", ", first));
        }
        onRecord.forEach(place -> known(place.area()));
        // What lies in others comes after them, wherever it stands in the file.
        table.stream()
                .skip(1)
                .sorted(Comparator.comparing(row -> quietly(row.cells())))
                .forEach(this::row);
    }

    /// The answers in the order of the file.
    TableImport answers() {
        return new TableImport(answers.values().stream()
                .sorted(Comparator.comparingInt(TableImport.Row::line))
                .toList());
    }

    private void known(Area area) {
        areas.put(area.id(), area);
        area.pcode().ifPresent(code -> byPCode.put(code, area));
    }

    private void row(TableText.Row row) {
        try {
            answer(row, area(row.cells()), Optional.empty());
        } catch (Problem problem) {
            answer(row, Outcome.REFUSED, Optional.of(problem));
        }
    }

    private void answer(TableText.Row row, Outcome outcome, Optional<Problem> why) {
        String name = nameHeads().values().stream()
                .map(head -> cell(row.cells(), head))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
        answers.put(row.line(), new TableImport.Row(row.line(), name, outcome, why));
    }

    private Outcome area(List<String> cells) {
        Names names = names(cells);
        Optional<PCode> code = text(cells, PCODES).map(text -> new PCode(text.toUpperCase(Locale.ROOT)));
        if (code.isPresent() && byPCode.containsKey(code.get())) return Outcome.KNOWN;
        AreaKind kind = kind(cells);
        Optional<Area> parent = text(cells, PARENTS).map(this::parent);
        parent.filter(one -> !one.kind().coarserThan(kind)).ifPresent(one -> {
            throw Problem.of("places.table-parent-finer", "parent", one.names().in(language));
        });
        Optional<AreaId> in = parent.map(Area::id);
        boolean known = areas.values().stream()
                .anyMatch(area -> area.kind() == kind
                        && area.pcode().equals(code)
                        && area.parent().equals(in)
                        && area.names().byLanguage().values().stream().anyMatch(names.byLanguage()::containsValue));
        if (known) return Outcome.KNOWN;
        Optional<Position> position = position(cells);
        var area = new Area(id(code, names), kind, code, names, spellings(cells), in);
        known(area);
        named.add(new Named(area, position));
        return Outcome.TAKEN;
    }

    private Names names(List<String> cells) {
        var names = new EnumMap<Language, String>(Language.class);
        nameHeads().forEach((of, head) -> {
            String name = cell(cells, head);
            if (!name.isEmpty()) names.put(of, name);
        });
        if (names.isEmpty()) throw Problem.of("places.table-row-without-name");
        try {
            return new Names(names);
        } catch (IllegalArgumentException e) {
            throw new Problem("places.spelling", Map.of("value", String.join(", ", names.values())), e);
        }
    }

    /// By language, the column that holds the name: `name`, `name_ar` and so on.
    private Map<Language, Integer> nameHeads() {
        var found = new EnumMap<Language, Integer>(Language.class);
        head(NAMES).ifPresent(at -> found.put(language, at));
        for (Language of : Language.values()) {
            head(List.of("name_" + of.tag(), "name-" + of.tag())).ifPresent(at -> found.put(of, at));
        }
        return found;
    }

    /// A level is a number, 0 for the country.
    private AreaKind kind(List<String> cells) {
        Optional<String> told = text(cells, KINDS);
        if (told.isEmpty()) return otherwise;
        String kind = told.get().toUpperCase(Locale.ROOT);
        return Arrays.stream(AreaKind.values())
                .filter(one -> one.name().equals(kind) || kind.equals(String.valueOf(one.ordinal())))
                .findFirst()
                .orElseThrow(() -> Problem.of("places.table-kind", "value", told.get()));
    }

    /// For the order only: a row whose kind is not understood is refused later.
    private AreaKind quietly(List<String> cells) {
        try {
            return kind(cells);
        } catch (Problem notUnderstood) {
            return AreaKind.SETTLEMENT;
        }
    }

    /// By P-code, or else by the id that it has here.
    private Area parent(String text) {
        return byPCode.entrySet().stream()
                .filter(one -> one.getKey().code().equalsIgnoreCase(text))
                .map(Map.Entry::getValue)
                .findFirst()
                .or(() -> areas.values().stream()
                        .filter(area -> area.id().slug().equals(text))
                        .findFirst())
                .orElseThrow(() -> Problem.of("places.pcode-unknown", "pcode", text));
    }

    private Optional<Position> position(List<String> cells) {
        Optional<String> latitude = text(cells, LATITUDES);
        Optional<String> longitude = text(cells, LONGITUDES);
        if (latitude.isEmpty() && longitude.isEmpty()) return Optional.empty();
        return Optional.of(Position.parse(latitude.orElse(""), longitude.orElse("")));
    }

    private List<String> spellings(List<String> cells) {
        return text(cells, SPELLINGS).stream()
                .flatMap(text -> Arrays.stream(text.split("[|]", -1)))
                .filter(one -> !one.isBlank())
                .map(one -> new Spelling(one).text())
                .toList();
    }

    /// After its P-code, or else after its name; a number makes it another one's.
    private AreaId id(Optional<PCode> code, Names names) {
        String plain = code.map(one -> one.code().toLowerCase(Locale.ROOT).replaceAll("-+", "-"))
                .orElseGet(() -> Slug.of(names.in(Language.EN), LONGEST_ID))
                .replaceAll("^-|-$", "");
        String begin = plain.isEmpty() ? "place" : plain;
        String id = begin;
        for (int number = 2; areas.containsKey(new AreaId(id)); number++) id = begin + "-" + number;
        return new AreaId(id);
    }

    private Optional<String> text(List<String> cells, List<String> names) {
        return head(names).map(at -> cell(cells, at)).filter(text -> !text.isEmpty());
    }

    private Optional<Integer> head(List<String> names) {
        return names.stream().filter(heads::containsKey).map(heads::get).findFirst();
    }

    private static String cell(List<String> cells, int at) {
        return at < cells.size() ? cells.get(at) : "";
    }
}
