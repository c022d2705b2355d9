// SPDX-License-Identifier: Apache-2.0
package org.clearway.transport;

import java.time.Instant;
import java.util.Optional;
import org.clearway.access.AccountId;
import org.clearway.geo.AreaId;

/// Something that was heard of a convoy.
///
/// @param people how many its leader counted
public record Contact(What what, Instant at, Optional<AreaId> near, Optional<Long> people, AccountId by) {
    /// What was heard.
    public enum What {
        DEPARTED,
        CHECKED_IN,
        HELD,
        RELEASED
    }
}
