// SPDX-License-Identifier: Apache-2.0
package org.clearway.geo;

import org.clearway.language.Slug;

/// What a node calls an area: a slug such as `north-bank`, 1 to 64 characters of a–z, 0–9 and single hyphens.
public record AreaId(String slug) implements Comparable<AreaId> {
    public AreaId {
        Slug.require("geo.area-id", slug);
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
