// SPDX-License-Identifier: Apache-2.0
package org.clearway.geo;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// What is left of a place's name when everything is taken away in which careful writers differ: case, accents and
/// vowel signs, hyphens and apostrophes, the forms of alef, hamza, ya and ta marbuta, and in Latin letters whether
/// the Arabic article is written as it is spelt (al-) or as it is spoken (ad-D…, ash-Sh…).
///
/// Nothing that tells places apart is taken away: a name with the article and one without stay two names, and so do
/// two transliterations of the same word. Such spellings are listed with the area.
final class PlaceNames {
    /// Whatever joins or parts the words of a name.
    private static final Pattern GAPS = Pattern.compile("[\\p{Z}\\s\\p{Pd}_/,،]+");
    /// Accents of Latin, Greek and Cyrillic letters; Arabic vowel signs, the hamza that sits on a letter
    /// (combining, once decomposed) or alone, and the stretching tatweel; marks of direction and joining;
    /// apostrophes and the half rings that stand for hamza and ayn; full stops. Signs of other scripts may tell
    /// names apart, and stay.
    private static final Pattern ORNAMENTS = Pattern.compile("[\\u0300-\\u036F"
            + "\\u0610-\\u061A\\u064B-\\u065F\\u0670\\u06D6-\\u06ED\\u0621\\u0640"
            + "\\p{Cf}'’‘‛`´\\u02B9-\\u02BF.]+");
    /// Word by word, `al` and its spoken forms before the consonant that they borrow, with `e` for `a` as well.
    private static final Pattern ARTICLE =
            Pattern.compile("\\b[ae](?:l(?= )|(sh|th|dh|[tdrzsn])(?= \\1))", Pattern.UNICODE_CHARACTER_CLASS);

    private PlaceNames() {}

    /// Equal for two spellings that are the same name; empty for a name without letters or digits.
    static String key(String name) {
        String lower = Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        String bare = ORNAMENTS
                .matcher(Normalizer.normalize(lower, Normalizer.Form.NFKD))
                .replaceAll("");
        String spaced = GAPS.matcher(letters(bare)).replaceAll(" ").strip();
        return ARTICLE.matcher(spaced).replaceAll("al");
    }

    private static String letters(String text) {
        var out = new StringBuilder(text.length());
        text.codePoints()
                .map(letter -> switch (letter) {
                    case 'ٱ' -> 'ا';
                    case 'ة' -> 'ه';
                    case 'ى', 'ی' -> 'ي';
                    case 'ک' -> 'ك';
                    case 'ı' -> 'i';
                    default -> letter;
                })
                .forEach(out::appendCodePoint);
        return out.toString();
    }
}
