// SPDX-License-Identifier: Apache-2.0
package org.clearway.corridor;

import java.util.List;
import org.clearway.agreement.CorridorId;
import org.clearway.agreement.PartyId;
import org.clearway.language.Problem;
import org.clearway.time.Period;

/// What parties are told so that they can avoid harm: that something humanitarian is somewhere, or moves, from when
/// until
/// when. It asks nobody's permission, and what is not notified is protected all the same.
///
/// @param recipients who is told
public record Notification(
        CorridorId corridor,
        NotificationKind kind,
        NotifiedObject what,
        Period valid,
        List<PartyId> recipients,
        NotifiedPlaces places) {
    /// @throws Problem `corridor.notification-for-nobody`
    public Notification {
        recipients = recipients.stream().distinct().toList();
        if (recipients.isEmpty()) throw Problem.of("corridor.notification-for-nobody");
    }
}
