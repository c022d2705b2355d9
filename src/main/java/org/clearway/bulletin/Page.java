// SPDX-License-Identifier: Apache-2.0
package org.clearway.bulletin;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Some published bulletins, the latest day first.
///
/// @param next asks for the page after this one, as its `before`; absent on the last
public record Page(List<Edition> editions, Optional<LocalDate> next) {
    public Page {
        editions = List.copyOf(editions);
    }

    /// @param found one more than `size` where there are more
    static Page of(List<Edition> found, int size) {
        if (found.size() <= size) return new Page(found, Optional.empty());
        List<Edition> shown = found.subList(0, size);
        return new Page(shown, Optional.of(shown.getLast().day()));
    }
}
