// SPDX-License-Identifier: Apache-2.0
package org.clearway.agreement;

import org.clearway.language.Slug;

/// What a node calls a corridor: a slug such as `river-road`.
/// It stands here because assurances are about a corridor.
public record CorridorId(String slug) implements Comparable<CorridorId> {
    /// @throws org.clearway.language.Problem `agreement.id`
    public CorridorId {
        Slug.require("agreement.id", slug);
    }

    @Override
    public int compareTo(CorridorId other) {
        return slug.compareTo(other.slug);
    }

    @Override
    public String toString() {
        return slug;
    }
}
