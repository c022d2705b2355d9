// SPDX-License-Identifier: Apache-2.0
package org.clearway.agreement;

/// What a node calls a zone of an agreement: a slug such as `northern-zone`.
public record ZoneId(String slug) implements Comparable<ZoneId> {
    /// @throws org.clearway.language.Problem `agreement.id`
    public ZoneId {
        Slug.require(slug);
    }

    @Override
    public int compareTo(ZoneId other) {
        return slug.compareTo(other.slug);
    }

    @Override
    public String toString() {
        return slug;
    }
}
