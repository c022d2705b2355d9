// SPDX-License-Identifier: Apache-2.0
package org.clearway.agreement;

import org.clearway.language.Slug;

/// What a node calls an agreement: a slug such as `memorandum-1`.
public record AgreementId(String slug) implements Comparable<AgreementId> {
    /// @throws org.clearway.language.Problem `agreement.id`
    public AgreementId {
        Slug.require("agreement.id", slug);
    }

    @Override
    public int compareTo(AgreementId other) {
        return slug.compareTo(other.slug);
    }

    @Override
    public String toString() {
        return slug;
    }
}
