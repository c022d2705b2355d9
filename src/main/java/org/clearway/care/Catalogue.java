// SPDX-License-Identifier: Apache-2.0
package org.clearway.care;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clearway.language.Language;
import org.clearway.language.Names;

/// The relief items that the program ships, read from `care/items.csv`: each with the source of its weight and volume.
/// A node names its own beside them.
final class Catalogue {
    static final Catalogue SHIPPED = new Catalogue(Csv.read("/care/items.csv"));

    private final Map<ItemCode, Item> items;
    private final Map<ItemCode, String> sources;

    private Catalogue(List<Map<String, String>> lines) {
        var read = new LinkedHashMap<ItemCode, Item>();
        var cited = new LinkedHashMap<ItemCode, String>();
        for (Map<String, String> line : lines) {
            var code = new ItemCode(Csv.cell(line, "code"));
            var names = new EnumMap<Language, String>(Language.class);
            for (Language language : Language.offered()) names.put(language, Csv.cell(line, language.tag()));
            var item = new Item(
                    code,
                    new Names(names),
                    StockUnit.valueOf(Csv.cell(line, "unit")),
                    number(line, "grams"),
                    number(line, "cubic_centimetres"));
            if (read.put(code, item) != null) throw new IllegalStateException("The item " + code + " stands twice.");
            if (!Csv.cell(line, "source").isEmpty()) cited.put(code, Csv.cell(line, "source"));
        }
        this.items = Collections.unmodifiableMap(read);
        this.sources = Map.copyOf(cited);
    }

    Map<ItemCode, Item> items() {
        return items;
    }

    Optional<String> source(ItemCode code) {
        return Optional.ofNullable(sources.get(code));
    }

    private static Optional<Long> number(Map<String, String> line, String column) {
        return Optional.of(Csv.cell(line, column))
                .filter(cell -> !cell.isEmpty())
                .map(Long::valueOf);
    }
}
