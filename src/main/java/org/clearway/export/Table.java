// SPDX-License-Identifier: Apache-2.0
package org.clearway.export;

import java.util.Locale;
import java.util.Optional;
import org.clearway.access.Deed;

/// The tables of a node that somebody may ask for, each with the deed of the page that shows the same.
public enum Table {
    LEDGERS(Deed.READ_LEDGERS, Holds.PUBLISHED, Asks.DAYS),
    ANNOUNCEMENTS(Deed.READ_BOARD, Holds.PUBLISHED, Asks.DAYS_AND_CORRIDOR),
    ASSURANCES(Deed.READ_BOARD, Holds.PUBLISHED, Asks.DAYS_AND_CORRIDOR),
    USE_CLAIMED(Deed.READ_BOARD, Holds.PUBLISHED, Asks.DAYS_AND_CORRIDOR),
    GATE_HOURS(Deed.READ_COUNTS, Holds.OPERATIONS, Asks.DAYS_AND_CORRIDOR),
    SERVICE_HOURS(Deed.READ_SERVICES, Holds.OPERATIONS, Asks.DAYS_AND_CORRIDOR),
    STOCK(Deed.READ_STOCK, Holds.OPERATIONS, Asks.CORRIDOR),
    JOURNEYS(Deed.READ_TRIPS, Holds.OPERATIONS, Asks.DAYS_AND_CORRIDOR),
    ALARMS(Deed.READ_BOARD, Holds.OPERATIONS, Asks.CORRIDOR),
    BULLETINS(Deed.READ_PUBLISHED, Holds.PUBLISHED, Asks.DAYS),
    ACCESS_LOG(Deed.READ_ACCESS_LOG, Holds.OPERATIONS, Asks.DAYS),

    /// Households and their cards.
    CARDS(Deed.READ_HOUSEHOLD, Holds.RECORDS, Asks.CORRIDOR),
    /// Who boarded which vehicle, household by household.
    MANIFESTS(Deed.READ_TRIPS, Holds.RECORDS, Asks.DAYS_AND_CORRIDOR),
    COMPLAINTS(Deed.READ_COMPLAINT, Holds.RECORDS, Asks.CORRIDOR),
    WEAPONS(Deed.KEEP_ARMS, Holds.RECORDS, Asks.DAYS);

    /// What the lines of a table are.
    private enum Holds {
        /// What others published, as they stated it.
        PUBLISHED,
        /// Figures and notes for those who run the operation.
        OPERATIONS,
        /// A line for each household, trip, complaint or thing: never taken out by one person (rule 10).
        RECORDS
    }

    private enum Asks {
        DAYS,
        CORRIDOR,
        DAYS_AND_CORRIDOR
    }

    private final Deed deed;
    private final Holds holds;
    private final Asks asks;

    Table(Deed deed, Holds holds, Asks asks) {
        this.deed = deed;
        this.holds = holds;
        this.asks = asks;
    }

    /// What somebody must be allowed to read, to take it out.
    public Deed deed() {
        return deed;
    }

    /// Whether its lines are records of single households, trips, complaints or things.
    public boolean ofRecords() {
        return holds == Holds.RECORDS;
    }

    /// Whether what it holds is not for the public.
    public boolean restricted() {
        return holds != Holds.PUBLISHED;
    }

    public boolean asksDays() {
        return asks != Asks.CORRIDOR;
    }

    public boolean asksCorridor() {
        return asks != Asks.DAYS;
    }

    /// What it is called in addresses and commands, such as `gate-hours`.
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Table> ofSlug(String slug) {
        for (Table table : values()) {
            if (table.slug().equals(slug)) return Optional.of(table);
        }
        return Optional.empty();
    }
}
