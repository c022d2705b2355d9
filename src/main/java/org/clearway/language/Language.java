// SPDX-License-Identifier: Apache-2.0
package org.clearway.language;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A language that names and words are kept in. Names may be known in any of these; pages and bulletins
/// are offered in {@link #offered()} only.
public enum Language {
    EN("en", false),
    AR("ar", true),
    FR("fr", false),
    RU("ru", false),
    TR("tr", false),
    UK("uk", false),
    KU("ku", false);

    private final String tag;
    private final boolean rightToLeft;

    Language(String tag, boolean rightToLeft) {
        this.tag = tag;
        this.rightToLeft = rightToLeft;
    }

    /// The languages whose catalogues are whole, in the order in which a page offers them.
    public static List<Language> offered() {
        return List.of(EN, AR);
    }

    public static Optional<Language> ofTag(String tag) {
        String wanted = tag.toLowerCase(Locale.ROOT);
        for (Language language : values()) {
            if (language.tag.equals(wanted)) return Optional.of(language);
        }
        return Optional.empty();
    }

    /// The BCP 47 tag, such as `en`.
    public String tag() {
        return tag;
    }

    public boolean rightToLeft() {
        return rightToLeft;
    }

    /// The value of HTML's `dir` attribute.
    public String direction() {
        return rightToLeft ? "rtl" : "ltr";
    }

    /// The locale that formats this language's numbers and dates. Digits are Latin in every language,
    /// so that a figure read aloud over a radio is the figure on the page.
    public Locale locale() {
        return Locale.forLanguageTag(tag + "-u-nu-latn");
    }
}
