// SPDX-License-Identifier: Apache-2.0
package org.clearway.export;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.clearway.agreement.CorridorId;
import org.clearway.language.Language;
import org.clearway.language.Problem;

/// What somebody asks for.
///
/// @param days empty where the table tells how things stand now
/// @param corridor empty for all
public record Wanted(
        Table table,
        Optional<Days> days,
        Optional<CorridorId> corridor,
        Language language,
        Format format,
        Purpose purpose) {
    /// @throws Problem `export.days-missing`
    public Wanted {
        days = days.filter(given -> table.asksDays());
        corridor = corridor.filter(given -> table.asksCorridor());
        if (table.asksDays() && days.isEmpty() && !table.ofRecords()) throw Problem.of("export.days-missing");
    }

    /// Local days of the node, the first and the last among them.
    public record Days(LocalDate from, LocalDate to) {
        private static final long MOST = 3660;

        /// @throws Problem `export.days-turned`, `export.days-many`
        public Days {
            if (to.isBefore(from)) {
                throw new Problem("export.days-turned", Map.of("from", from.toString(), "to", to.toString()));
            }
            long days = ChronoUnit.DAYS.between(from, to) + 1;
            if (days > MOST) {
                throw new Problem("export.days-many", Map.of("days", "" + days, "most", "" + MOST));
            }
        }

        boolean contains(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }
    }
}
