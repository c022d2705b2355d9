// SPDX-License-Identifier: Apache-2.0
package org.clearway.language;

import com.ibm.icu.text.ListFormatter;
import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/// The words of one language, from the catalogues `words/*.LANGUAGE.properties` (UTF-8, ICU message syntax).
/// Asking for a word that a catalogue does not hold is a mistake of ours and throws; a test holds the catalogues level.
public final class Wording {
    private static final Pattern ENUMERATED = Pattern.compile("[A-Z][A-Za-z]*\\.[A-Z][A-Z0-9_]*");

    private static final List<String> CATALOGUES = List.of(
            "common",
            "backups",
            "problems",
            "ceasefire",
            "corridor",
            "gate",
            "care",
            "transport",
            "trips",
            "manifests",
            "arms",
            "bulletin",
            "health",
            "trust",
            "web",
            "accounts",
            "points",
            "setup",
            "export",
            "paper",
            "cards",
            "convoys",
            "public",
            "commands");
    private static final Map<Language, Wording> LOADED = new EnumMap<>(Language.class);

    static {
        for (Language language : Language.offered()) LOADED.put(language, new Wording(language, load(language)));
    }

    private final Language language;
    private final Map<String, String> patterns;
    private final Map<String, MessageFormat> compiled = new ConcurrentHashMap<>();

    private Wording(Language language, Map<String, String> patterns) {
        this.language = language;
        this.patterns = patterns;
    }

    /// The words in `language`, or the English ones where `language` has no catalogue of its own yet.
    public static Wording of(Language language) {
        Wording wanted = LOADED.get(language);
        return wanted != null ? wanted : java.util.Objects.requireNonNull(LOADED.get(Language.EN));
    }

    public Language language() {
        return language;
    }

    /// Every key, for tests that hold the languages level.
    public Map<String, String> patterns() {
        return patterns;
    }

    public boolean has(String key) {
        return patterns.containsKey(key);
    }

    public String say(String key) {
        return say(key, Map.of());
    }

    /// @param values numbers for plurals and figures, text as it is; ICU named arguments
    /// @throws IllegalArgumentException if no catalogue holds `key`
    public String say(String key, Map<String, ?> values) {
        MessageFormat format = compiled.computeIfAbsent(key, this::compile);
        synchronized (format) {
            return format.format(values);
        }
    }

    /// The word for an enumerated value, under `Type.VALUE`.
    public String say(Enum<?> value) {
        return say(key(value));
    }

    static String key(Enum<?> value) {
        return value.getDeclaringClass().getSimpleName() + "." + value.name();
    }

    /// Several things in one sentence: "a, b and c".
    public String list(List<String> things) {
        return ListFormatter.getInstance(ULocale.forLocale(language.locale())).format(things);
    }

    String problem(String code, Map<String, String> details) {
        var said = new TreeMap<String, String>();
        details.forEach((name, value) -> said.put(name, detail(value)));
        return has("problem." + code) ? say("problem." + code, said) : code + " " + said;
    }

    /// The word for an enumerated value, or its bare code where it has none; any other text as it is.
    private String detail(String value) {
        if (!ENUMERATED.matcher(value).matches()) return value;
        return has(value) ? say(value) : value.substring(value.indexOf('.') + 1);
    }

    private MessageFormat compile(String key) {
        String pattern = patterns.get(key);
        if (pattern == null) {
            throw new IllegalArgumentException("No words for \"" + key + "\" in " + language.tag() + ".");
        }
        return new MessageFormat(pattern, ULocale.forLocale(language.locale()));
    }

    private static Map<String, String> load(Language language) {
        var all = new TreeMap<String, String>();
        var twice = new ArrayList<String>();
        for (String catalogue : CATALOGUES) {
            String name = "/words/" + catalogue + "." + language.tag() + ".properties";
            try (InputStream in = Wording.class.getResourceAsStream(name)) {
                if (in == null) throw new IllegalStateException("The catalogue " + name + " is missing.");
                var read = new Properties();
                read.load(new InputStreamReader(in, StandardCharsets.UTF_8));
                for (String key : read.stringPropertyNames()) {
                    if (all.put(key, read.getProperty(key)) != null) twice.add(key);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        if (!twice.isEmpty()) throw new IllegalStateException("Said twice in " + language.tag() + ": " + twice);
        return Collections.unmodifiableMap(all);
    }
}
