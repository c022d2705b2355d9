// SPDX-License-Identifier: Apache-2.0
package org.clearway.transport;

import org.clearway.language.Slug;

/// What a node calls a safe area: a slug such as `harbour-school`.
public record SafeAreaId(String slug) implements Comparable<SafeAreaId> {
    /// @throws org.clearway.language.Problem `transport.id`
    public SafeAreaId {
        Slug.require("transport.id", slug);
    }

    @Override
    public int compareTo(SafeAreaId other) {
        return slug.compareTo(other.slug);
    }

    @Override
    public String toString() {
        return slug;
    }
}
