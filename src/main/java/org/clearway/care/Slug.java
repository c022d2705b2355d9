// SPDX-License-Identifier: Apache-2.0
package org.clearway.care;

import java.util.regex.Pattern;
import org.clearway.language.Problem;

/// What the ids of this package have in common: 1 to 64 characters of a–z, 0–9 and single hyphens between them.
final class Slug {
    private static final int LONGEST = 64;
    private static final Pattern SHAPE = Pattern.compile("[a-z0-9]++(-[a-z0-9]++)*+");

    private Slug() {}

    /// @throws Problem `care.id`
    static void require(String slug) {
        if (slug.length() > LONGEST || !SHAPE.matcher(slug).matches()) throw Problem.of("care.id", "value", slug);
    }
}
