// SPDX-License-Identifier: Apache-2.0
package org.clearway.agreement;

import java.util.List;

/// Who held a piece of ground on a day, according to whom.
public sealed interface Control {
    /// What each claimant's last word on that day is, by claimant. They may disagree, and all stay.
    record Claimed(List<KnownClaim> claims) implements Control {
        public Claimed {
            claims = List.copyOf(claims);
        }
    }

    record NobodyHasClaimed() implements Control {}
}
