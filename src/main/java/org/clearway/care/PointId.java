// SPDX-License-Identifier: Apache-2.0
package org.clearway.care;

import org.clearway.language.Slug;

/// What a node calls a service point: a slug such as `north-kitchen`.
public record PointId(String slug) implements Comparable<PointId> {
    /// @throws org.clearway.language.Problem `care.id`
    public PointId {
        Slug.require("care.id", slug);
    }

    @Override
    public int compareTo(PointId other) {
        return slug.compareTo(other.slug);
    }

    @Override
    public String toString() {
        return slug;
    }
}
