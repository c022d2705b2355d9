// SPDX-License-Identifier: Apache-2.0
package org.clearway.care;

import java.util.List;
import java.util.Optional;
import org.clearway.access.AccountId;
import org.clearway.time.Occurred;

/// How the services of a point stand: what each announcer said last, and what we found last.
public record PointStanding(List<Announcement> announced, Optional<Found> found) {
    public PointStanding {
        announced = List.copyOf(announced);
    }

    /// @param by the account of the desk that looked
    public record Found(Check check, AccountId by, Occurred when) {}
}
