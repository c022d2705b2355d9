// SPDX-License-Identifier: Apache-2.0
package org.clearway.geo;

import java.util.regex.Pattern;
import org.clearway.language.Problem;

/// What a node calls an area: a slug such as `north-bank`, 1 to 64 characters of a–z, 0–9 and single hyphens.
public record AreaId(String slug) implements Comparable<AreaId> {
    private static final int LONGEST = 64;
    private static final Pattern SHAPE = Pattern.compile("[a-z0-9]++(-[a-z0-9]++)*+");

    public AreaId {
        if (slug.length() > LONGEST || !SHAPE.matcher(slug).matches()) throw Problem.of("geo.area-id", "value", slug);
    }

    @Override
    public int compareTo(AreaId other) {
        return slug.compareTo(other.slug);
    }

    @Override
    public String toString() {
        return slug;
    }
}
