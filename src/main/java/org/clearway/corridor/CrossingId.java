// SPDX-License-Identifier: Apache-2.0
package org.clearway.corridor;

import java.util.regex.Pattern;
import org.clearway.language.Problem;

/// What a node calls a crossing point: a slug such as `north-gate`, 1 to 64 characters of a–z, 0–9 and single hyphens.
public record CrossingId(String slug) implements Comparable<CrossingId> {
    private static final int LONGEST = 64;
    private static final Pattern SHAPE = Pattern.compile("[a-z0-9]++(-[a-z0-9]++)*+");

    public CrossingId {
        if (slug.length() > LONGEST || !SHAPE.matcher(slug).matches()) {
            throw Problem.of("corridor.crossing-id", "value", slug);
        }
    }

    @Override
    public int compareTo(CrossingId other) {
        return slug.compareTo(other.slug);
    }

    @Override
    public String toString() {
        return slug;
    }
}
