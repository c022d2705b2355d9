// SPDX-License-Identifier: Apache-2.0
package org.clearway.transport;

import java.time.Instant;

/// People of a trip that has arrived of whom something is left to be found out: where they are who
/// did not come in, or how they came who were not expected.
public record Difference(Trip trip, Passage passage) {
    /// How many are missing; none where these are extra people.
    public long missing() {
        return passage.accounted().open();
    }

    /// Whether somebody took it on, and their time is over.
    public boolean overdue(Instant now) {
        return passage.owner().filter(owner -> !now.isBefore(owner.deadline())).isPresent();
    }
}
