// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import org.clearway.language.Language;
import org.clearway.language.Names;
import org.clearway.language.Slug;

/// What something is called, asked for with a field for each language that was chosen, of which one must be filled
/// in: `form :: names`.
final class NameFields {
    private static final String PREFIX = "name-";
    private static final String SHORT = "short-";
    private static final int LONGEST_SLUG = 40;

    private NameFields() {}

    /// @param before the names as they stand: in the languages that no field asks for they stay
    static Optional<Names> read(Form form, Optional<Names> before) {
        Optional<Names> names = typed(form, PREFIX, before);
        if (names.isEmpty() && form.sound()) {
            form.one(field(PREFIX, form.namesIn().getFirst()), "web.form.name", text -> text);
        }
        return names;
    }

    /// An abbreviation, which may be left empty.
    static Optional<Names> abbreviation(Form form, Optional<Names> before) {
        return typed(form, SHORT, before);
    }

    private static Optional<Names> typed(Form form, String prefix, Optional<Names> before) {
        var names = new EnumMap<Language, String>(Language.class);
        for (Language language : form.namesIn()) {
            form.maybe(field(prefix, language), "web.form.name", text -> Names.of(language, text))
                    .ifPresent(name -> names.put(language, name.in(language)));
        }
        if (names.isEmpty()) return Optional.empty();
        before.ifPresent(known -> known.byLanguage().forEach((language, name) -> {
            if (!form.namesIn().contains(language)) names.put(language, name);
        }));
        return Optional.of(new Names(names));
    }

    /// The fields of a form, with the names as they stand until others are typed.
    static List<Field> of(Form form, Optional<Names> before) {
        return fields(form, PREFIX, before);
    }

    /// The fields of an abbreviation.
    static List<Field> ofAbbreviation(Form form, Optional<Names> before) {
        return fields(form, SHORT, before);
    }

    private static List<Field> fields(Form form, String prefix, Optional<Names> before) {
        return form.namesIn().stream()
                .map(language -> new Field(
                        field(prefix, language),
                        language.tag(),
                        language.direction(),
                        before.map(names -> names.byLanguage().getOrDefault(language, ""))
                                .orElse("")))
                .toList();
    }

    /// An id that nobody has to think of: the English name in small letters, and a few signs of the act, so that two of
    /// one name are two.
    static String slug(Names names, Form form) {
        String begin = Slug.of(names.in(Language.EN), LONGEST_SLUG);
        String signs = form.act().toString();
        String end = signs.substring(signs.length() - 6);
        return begin.isEmpty() ? "id-" + end : begin + "-" + end;
    }

    private static String field(String prefix, Language language) {
        return prefix + language.tag();
    }

    /// @param told the name as it stands
    record Field(String field, String tag, String direction, String told) {}
}
