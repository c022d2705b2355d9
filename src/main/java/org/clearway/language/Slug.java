// SPDX-License-Identifier: Apache-2.0
package org.clearway.language;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// What the ids that people choose have in common: 1 to 64 characters of a–z, 0–9 and single hyphens between them.
public final class Slug {
    private static final int LONGEST = 64;
    private static final Pattern SHAPE = Pattern.compile("[a-z0-9]++(-[a-z0-9]++)*+");

    private Slug() {}

    /// A name in small letters, such as `south-gate` of "South Gate"; empty where none of it can stand in a slug.
    /// @param most how long it may be
    public static String of(String name, int most) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        return plain.substring(0, Math.min(plain.length(), most)).replaceAll("-$", "");
    }

    /// @param problem the code of what is said of anything else
    /// @throws Problem `problem`, with the `value`
    public static void require(String problem, String slug) {
        if (slug.length() > LONGEST || !SHAPE.matcher(slug).matches()) throw Problem.of(problem, "value", slug);
    }
}
