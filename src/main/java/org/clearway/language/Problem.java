// SPDX-License-Identifier: Apache-2.0
package org.clearway.language;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// Something that a person must be told: what was wrong, which value, what to try. The code is stable and names the
/// sentence in the catalogue `words/problems.*.properties`, so that every language can say it.
public class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private final String code;
    private final transient Map<String, String> details;

    /// @param code such as `journal.disk-full`; it stands in the catalogue of every offered language
    /// @param details the values that the sentence names, by name
    public Problem(String code, Map<String, String> details) {
        this(code, details, null);
    }

    public Problem(String code, Map<String, String> details, @org.jspecify.annotations.Nullable Throwable cause) {
        super(Wording.of(Language.EN).problem(code, details), cause);
        this.code = code;
        this.details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
    }

    public static Problem of(String code) {
        return new Problem(code, Map.of());
    }

    /// @param value an enumerated one is said in the reader's language, a local time as `2019-09-14 18:00`
    public static Problem of(String code, String name, Object value) {
        return new Problem(code, Map.of(name, detail(value)));
    }

    /// A value as it stands among the details.
    public static String detail(Object value) {
        return switch (value) {
            case Enum<?> one -> Wording.key(one);
            case LocalDateTime local -> local.format(LOCAL);
            default -> value.toString();
        };
    }

    public String code() {
        return code;
    }

    public Map<String, String> details() {
        return details;
    }

    /// The sentence in `language`.
    public String in(Language language) {
        return Wording.of(language).problem(code, details);
    }
}
