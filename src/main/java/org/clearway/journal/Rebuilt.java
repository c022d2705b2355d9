// SPDX-License-Identifier: Apache-2.0
package org.clearway.journal;

import java.util.List;

/// What `journal rebuild` did.
///
/// @param entries how many entries were read
/// @param different the tables that did not come out as they were; they now say what the journal says
public record Rebuilt(long entries, List<String> different) {
    public boolean same() {
        return different.isEmpty();
    }
}
