// SPDX-License-Identifier: Apache-2.0
package org.clearway.corridor;

import static org.clearway.access.Retention.FOR_EVER;
import static org.clearway.access.Sensitivity.PUBLIC;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clearway.agreement.ClaimId;
import org.clearway.agreement.CorridorId;
import org.clearway.agreement.PartyId;
import org.clearway.journal.Body;
import org.clearway.journal.Kept;
import org.clearway.places.Source;
import org.clearway.time.OpeningWindow;
import org.clearway.time.Span;

/// Somebody announced what a corridor is.
record CorridorAnnounced(
        @Kept(as = PUBLIC, until = FOR_EVER) CorridorId corridor,
        @Kept(as = PUBLIC, until = FOR_EVER) PartyId announcer,
        @Kept(as = PUBLIC, until = FOR_EVER) AnnouncedStatus status,
        @Kept(as = PUBLIC, until = FOR_EVER) Span valid,
        @Kept(as = PUBLIC, until = FOR_EVER) boolean asVoluntary,
        @Kept(as = PUBLIC, until = FOR_EVER) Optional<OpeningWindow> window,
        @Kept(as = PUBLIC, until = FOR_EVER) List<Service> services,
        @Kept(as = PUBLIC, until = FOR_EVER) Set<PermittedFlow> flows,
        @Kept(as = PUBLIC, until = FOR_EVER) List<Reason> reasons,
        @Kept(as = PUBLIC, until = FOR_EVER) Source source,
        @Kept(as = PUBLIC, until = FOR_EVER) Optional<ClaimId> corrects)
        implements Body {

    static CorridorAnnounced of(Announcement words, Optional<ClaimId> corrects) {
        return new CorridorAnnounced(
                words.corridor(),
                words.announcer(),
                words.status(),
                words.valid(),
                words.asVoluntary(),
                words.window(),
                words.services(),
                words.flows(),
                words.reasons(),
                words.source(),
                corrects);
    }

    Announcement words() {
        return new Announcement(
                corridor, announcer, status, valid, asVoluntary, window, services, flows, reasons, source);
    }
}
