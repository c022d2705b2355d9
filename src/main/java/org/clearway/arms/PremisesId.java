// SPDX-License-Identifier: Apache-2.0
package org.clearway.arms;

import org.clearway.language.Slug;

/// A place of the weapons desk: a slug such as `weapon-store-1`.
public record PremisesId(String slug) implements Comparable<PremisesId> {
    /// @throws org.clearway.language.Problem `arms.id`
    public PremisesId {
        Slug.require("arms.id", slug);
    }

    @Override
    public int compareTo(PremisesId other) {
        return slug.compareTo(other.slug);
    }

    @Override
    public String toString() {
        return slug;
    }
}
