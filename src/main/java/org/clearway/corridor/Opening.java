// SPDX-License-Identifier: Apache-2.0
package org.clearway.corridor;

import java.time.Instant;
import java.util.Optional;
import org.clearway.agreement.PartyId;
import org.clearway.time.OpeningWindow;
import org.clearway.time.Period;

/// The hours that somebody announces for a corridor that they announce open, seen from an instant.
///
/// @param currentOrNext the opening under way, or the next one within a fortnight, as long as the announcement lasts
/// @param now whether it is under way
public record Opening(PartyId announcer, OpeningWindow window, Optional<Period> currentOrNext, boolean now) {
    static Optional<Opening> of(Announcement announcement, Instant at) {
        return announcement.window().map(window -> {
            Optional<Period> announced = window.currentOrNext(at)
                    .filter(opening -> announcement
                            .valid()
                            .ends()
                            .map(opening.from()::isBefore)
                            .orElse(true));
            return new Opening(
                    announcement.announcer(),
                    window,
                    announced,
                    announced.filter(opening -> opening.contains(at)).isPresent());
        });
    }
}
