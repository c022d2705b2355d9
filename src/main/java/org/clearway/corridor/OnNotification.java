// SPDX-License-Identifier: Apache-2.0
package org.clearway.corridor;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.clearway.access.AccountId;
import org.clearway.agreement.CorridorId;
import org.clearway.agreement.PartyId;
import org.clearway.time.Period;

/// A notification on record in its latest version, as much of it as is told without opening where it is.
/// @param by the account at which that version was recorded
/// @param told who was told, in their order, and who of them said that they received it
public record OnNotification(
        NotificationId id,
        int version,
        CorridorId corridor,
        NotificationKind kind,
        NotifiedObject what,
        Period valid,
        AccountId by,
        List<Recipient> told) {
    public OnNotification {
        told = List.copyOf(told);
    }

    /// @param acknowledged when the recipient said that it had received this version; empty where it has not
    public record Recipient(PartyId party, Optional<Instant> acknowledged) {}
}
