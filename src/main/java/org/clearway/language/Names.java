// SPDX-License-Identifier: Apache-2.0
package org.clearway.language;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/// What a place, an office, a party or a source is called, by language. Never the name of a person.
/// At least one language; each name 1 to 200 characters, on one line.
public record Names(Map<Language, String> byLanguage) {
    /// How many characters a name may have.
    public static final int LONGEST = 200;

    public Names {
        if (byLanguage.isEmpty()) throw new IllegalArgumentException("A name is needed in at least one language.");
        var copy = new EnumMap<Language, String>(Language.class);
        byLanguage.forEach((language, name) -> {
            String trimmed = name.strip();
            if (trimmed.isEmpty()
                    || trimmed.length() > LONGEST
                    || trimmed.chars().anyMatch(Character::isISOControl)) {
                throw new IllegalArgumentException(
                        "A name is one line of 1 to " + LONGEST + " characters, got \"" + name + "\".");
            }
            copy.put(language, trimmed);
        });
        byLanguage = Collections.unmodifiableMap(copy);
    }

    public static Names of(Language language, String name) {
        return new Names(Map.of(language, name));
    }

    /// The name in `language`; where it has none, in English; where that is missing too, in the first language known.
    public String in(Language language) {
        String wanted = byLanguage.get(language);
        if (wanted != null) return wanted;
        String english = byLanguage.get(Language.EN);
        return english != null ? english : byLanguage.values().iterator().next();
    }

    /// One line of text, for a column of a view: language, tab, name, tab, language and so on. No name holds a tab.
    public String line() {
        return byLanguage.entrySet().stream()
                .map(entry -> entry.getKey().tag() + "\t" + entry.getValue())
                .collect(Collectors.joining("\t"));
    }

    /// Reads what {@link #line()} wrote.
    public static Names ofLine(String line) {
        String[] parts = line.split("\t", -1);
        var byLanguage = new EnumMap<Language, String>(Language.class);
        for (int i = 0; i + 1 < parts.length; i += 2) {
            byLanguage.put(Language.ofTag(parts[i]).orElseThrow(), parts[i + 1]);
        }
        return new Names(byLanguage);
    }
}
