// SPDX-License-Identifier: Apache-2.0
package org.clearway.corridor;

import static org.clearway.access.Retention.DAYS_30;
import static org.clearway.access.Retention.FOR_EVER;
import static org.clearway.access.Sensitivity.RESTRICTED;
import static org.clearway.access.Sensitivity.STRICTLY_CONFIDENTIAL;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.clearway.agreement.CorridorId;
import org.clearway.agreement.PartyId;
import org.clearway.journal.Body;
import org.clearway.journal.Kept;
import org.clearway.journal.Sealed;

/// Parties are notified. The same notification with a higher version replaces what they were told before.
record Notified(
        @Kept(as = RESTRICTED, until = FOR_EVER) NotificationId notification,
        @Kept(as = RESTRICTED, until = FOR_EVER) int version,
        @Kept(as = RESTRICTED, until = FOR_EVER) CorridorId corridor,
        @Kept(as = RESTRICTED, until = FOR_EVER) NotificationKind kind,
        @Kept(as = RESTRICTED, until = FOR_EVER) NotifiedObject what,
        @Kept(as = RESTRICTED, until = FOR_EVER) Instant validFrom,
        @Kept(as = RESTRICTED, until = FOR_EVER) Instant validTo,
        @Kept(as = RESTRICTED, until = FOR_EVER) ZoneId zone,
        @Kept(as = RESTRICTED, until = FOR_EVER) List<PartyId> recipients,
        @Kept(as = STRICTLY_CONFIDENTIAL, until = DAYS_30) Sealed<NotifiedPlaces> places)
        implements Body {

    static Notified of(NotificationId id, int version, Notification words) {
        return new Notified(
                id,
                version,
                words.corridor(),
                words.kind(),
                words.what(),
                words.valid().from(),
                words.valid().to(),
                words.valid().zone(),
                words.recipients(),
                Sealed.of(words.places()));
    }
}
