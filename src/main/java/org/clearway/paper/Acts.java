// SPDX-License-Identifier: Apache-2.0
package org.clearway.paper;

import java.util.Optional;
import java.util.UUID;
import org.clearway.journal.ActId;

/// The names of the acts that are made of one sheet at one sitting: that of its head, and one for each line. They
/// follow from the first, so that a sheet sent twice is the same acts.
record Acts(ActId first) {
    /// More than any sheet has lines.
    private static final int MOST = 64;

    ActId of(Part part) {
        return of(part.line());
    }

    private ActId of(int line) {
        UUID id = first.id();
        return new ActId(new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits() ^ line));
    }

    /// The line of an act; empty where it is none of these.
    Optional<Integer> line(ActId act) {
        for (int line = 0; line < MOST; line++) {
            if (of(line).equals(act)) return Optional.of(line);
        }
        return Optional.empty();
    }
}
