// SPDX-License-Identifier: Apache-2.0
package org.clearway.journal;

import java.util.List;

/// What `journal rebuild` did.
///
/// @param entries how many entries were read
/// @param different the tables that did not come out as they were; they now say what the journal says
/// @param damaged the positions of entries that were changed outside the program so that they cannot be read: they are
///     set aside, and in no view
public record Rebuilt(long entries, List<String> different, List<Long> damaged) {
    public Rebuilt {
        different = List.copyOf(different);
        damaged = List.copyOf(damaged);
    }

    public boolean same() {
        return different.isEmpty();
    }
}
