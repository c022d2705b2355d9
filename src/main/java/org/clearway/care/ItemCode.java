// SPDX-License-Identifier: Apache-2.0
package org.clearway.care;

import org.clearway.language.Slug;

/// What a node calls a relief item: a slug such as `jerrycan-10-litre`.
public record ItemCode(String slug) implements Comparable<ItemCode> {
    /// @throws org.clearway.language.Problem `care.id`
    public ItemCode {
        Slug.require("care.id", slug);
    }

    @Override
    public int compareTo(ItemCode other) {
        return slug.compareTo(other.slug);
    }

    @Override
    public String toString() {
        return slug;
    }
}
