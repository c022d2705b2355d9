// SPDX-License-Identifier: Apache-2.0
package org.clearway.agreement;

import org.clearway.language.Slug;

/// What a node calls a party: a slug such as `joint-commission`.
public record PartyId(String slug) implements Comparable<PartyId> {
    /// @throws org.clearway.language.Problem `agreement.id`
    public PartyId {
        Slug.require("agreement.id", slug);
    }

    @Override
    public int compareTo(PartyId other) {
        return slug.compareTo(other.slug);
    }

    @Override
    public String toString() {
        return slug;
    }
}
