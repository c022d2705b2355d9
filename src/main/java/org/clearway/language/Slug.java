// SPDX-License-Identifier: Apache-2.0
package org.clearway.language;

import java.util.regex.Pattern;

/// What the ids that people choose have in common: 1 to 64 characters of a–z, 0–9 and single hyphens between them.
public final class Slug {
    private static final int LONGEST = 64;
    private static final Pattern SHAPE = Pattern.compile("[a-z0-9]++(-[a-z0-9]++)*+");

    private Slug() {}

    /// @param problem the code of what is said of anything else
    /// @throws Problem `problem`, with the `value`
    public static void require(String problem, String slug) {
        if (slug.length() > LONGEST || !SHAPE.matcher(slug).matches()) throw Problem.of(problem, "value", slug);
    }
}
