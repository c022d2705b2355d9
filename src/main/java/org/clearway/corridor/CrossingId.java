// SPDX-License-Identifier: Apache-2.0
package org.clearway.corridor;

import org.clearway.language.Slug;

/// What a node calls a crossing point: a slug such as `north-gate`, 1 to 64 characters of a–z, 0–9 and single hyphens.
public record CrossingId(String slug) implements Comparable<CrossingId> {
    public CrossingId {
        Slug.require("corridor.crossing-id", slug);
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
