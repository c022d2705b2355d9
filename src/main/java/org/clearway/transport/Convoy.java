// SPDX-License-Identifier: Apache-2.0
package org.clearway.transport;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.clearway.geo.AreaId;

/// Vehicles that go together; the first of them leads. Where it is, is for those who run it, and
/// for nobody else while it is on the road.
///
/// @param trips in the order in which they drive
/// @param checkInMinutes how often the leader speaks on the radio
/// @param plannedMinutes how long it plans to be on its way, halts included, where that was told
/// @param lastContact when it was heard of last, its departure included
public record Convoy(
        ConvoyId id,
        List<Trip> trips,
        List<Halt> halts,
        long checkInMinutes,
        Optional<Long> plannedMinutes,
        Optional<Instant> departed,
        Optional<Instant> lastContact,
        Optional<Held> held) {
    /// It stands, and cannot go on.
    public record Held(Instant since, Optional<AreaId> near, HeldReason reason) {
        public HeldLength length(Instant now) {
            Duration time = Duration.between(since, now);
            if (time.compareTo(Duration.ofHours(2)) >= 0) return HeldLength.VERY_LONG;
            return time.compareTo(Duration.ofMinutes(30)) >= 0 ? HeldLength.LONG : HeldLength.SHORT;
        }
    }

    /// How long a convoy has been standing (practice §5.2).
    public enum HeldLength {
        SHORT,
        /// For half an hour: protection is to be told.
        LONG,
        /// For two hours: convoys that stood so long were attacked.
        VERY_LONG
    }

    /// How late a check-in is (practice §5.2).
    public enum Overdue {
        BY_15_MINUTES(Duration.ofMinutes(15)),
        BY_30_MINUTES(Duration.ofMinutes(30)),
        BY_60_MINUTES(Duration.ofMinutes(60));

        private final Duration late;

        Overdue(Duration late) {
            this.late = late;
        }
    }

    public Convoy {
        trips = List.copyOf(trips);
        halts = List.copyOf(halts);
    }

    public Optional<Trip> leader() {
        return trips.stream().findFirst();
    }

    /// Whether any of its vehicles is on the road.
    public boolean onTheRoad() {
        return trips.stream().anyMatch(trip -> trip.state() == TripState.ON_THE_ROAD);
    }

    public long people() {
        return trips.stream().mapToLong(trip -> trip.accounted().persons()).sum();
    }

    /// When it is to be heard of next; empty while it is not on the road.
    public Optional<Instant> due() {
        return onTheRoad() ? lastContact.map(last -> last.plus(Duration.ofMinutes(checkInMinutes))) : Optional.empty();
    }

    /// How late it is with its next word at `now`; empty for less than a quarter of an hour.
    public Optional<Overdue> overdue(Instant now) {
        return due().flatMap(
                        due -> List.of(Overdue.BY_60_MINUTES, Overdue.BY_30_MINUTES, Overdue.BY_15_MINUTES).stream()
                                .filter(level -> !now.isBefore(due.plus(level.late)))
                                .findFirst());
    }
}
