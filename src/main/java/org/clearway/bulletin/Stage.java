// SPDX-License-Identifier: Apache-2.0
package org.clearway.bulletin;

import java.time.Instant;

/// How far a bulletin has come.
public sealed interface Stage {
    /// How many accounts must approve it, each of them another one.
    int APPROVALS_NEEDED = 2;

    /// Nobody has proposed it: it was composed just now, for whoever asked.
    record NotMade() implements Stage {}

    /// @param approvals how many have approved it, of {@link #APPROVALS_NEEDED}
    record Draft(Instant proposed, int approvals) implements Stage {}

    record Published(Instant at) implements Stage {}
}
