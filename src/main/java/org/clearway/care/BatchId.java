// SPDX-License-Identifier: Apache-2.0
package org.clearway.care;

import org.clearway.language.Slug;

/// The mark on what came together and expires together: a slug such as `lot-2219`.
public record BatchId(String slug) implements Comparable<BatchId> {
    /// @throws org.clearway.language.Problem `care.id`
    public BatchId {
        Slug.require("care.id", slug);
    }

    @Override
    public int compareTo(BatchId other) {
        return slug.compareTo(other.slug);
    }

    @Override
    public String toString() {
        return slug;
    }
}
