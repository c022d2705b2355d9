// SPDX-License-Identifier: Apache-2.0
package org.clearway.places;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.clearway.language.Names;
import org.clearway.language.Problem;
import org.clearway.time.Occurred;
import org.clearway.time.TimePrecision;

/// What a claim cites: who published it, and when. That is never when it was recorded.
///
/// @param published to the day, or more exactly where the source says so
/// @param url absent where it was not on the web, or its address is not known
/// @param basis how the day of publication is known
public record Source(Names publisher, Occurred published, Optional<Reference> url, Basis basis) {
    /// @throws Problem `places.published-to-the-day`
    public Source {
        if (published.precision().compareTo(TimePrecision.DAY) > 0) {
            throw new Problem(
                    "places.published-to-the-day",
                    Map.of(
                            "from",
                            day(published.from(), published),
                            "to",
                            day(published.to().minusNanos(1), published)));
        }
    }

    /// The day of publication, in the zone in which it was told.
    public LocalDate publishedOn() {
        return published.from().atZone(published.zone()).toLocalDate();
    }

    /// One line of text, for a column of a view.
    public String line() {
        return published.line() + "|" + basis + "|" + url.map(Reference::url).orElse("") + "\t" + publisher.line();
    }

    /// Reads what {@link #line()} wrote.
    public static Source ofLine(String line) {
        int tab = line.indexOf('\t');
        String[] parts = line.substring(0, tab).split("\\|", 3);
        return new Source(
                Names.ofLine(line.substring(tab + 1)),
                Occurred.ofLine(parts[0]),
                Optional.of(parts[2]).filter(url -> !url.isEmpty()).map(Reference::new),
                Basis.valueOf(parts[1]));
    }

    private static String day(Instant instant, Occurred told) {
        return instant.atZone(told.zone()).toLocalDate().toString();
    }
}
