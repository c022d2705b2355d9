// SPDX-License-Identifier: Apache-2.0
package org.clearway.agreement;

import org.clearway.language.Slug;

/// What a node calls a zone of an agreement: a slug such as `northern-zone`.
public record ZoneId(String slug) implements Comparable<ZoneId> {
    /// @throws org.clearway.language.Problem `agreement.id`
    public ZoneId {
        Slug.require("agreement.id", slug);
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
