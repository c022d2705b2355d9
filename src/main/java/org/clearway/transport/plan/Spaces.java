// SPDX-License-Identifier: Apache-2.0
package org.clearway.transport.plan;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/// So many of each space: what a party takes, or what a vehicle has left. None stands in for another: who lies does
/// not sit, and who sits leaves the bay to a wheelchair.
public record Spaces(long seats, long bays, long stretchers, long escortSeats) {
    public Spaces {
        if (seats < 0 || bays < 0 || stretchers < 0 || escortSeats < 0) {
            throw new IllegalArgumentException("There are 0 of a space or more, got " + seats + " seats, " + bays
                    + " bays, " + stretchers + " stretchers and " + escortSeats + " escort seats.");
        }
    }

    /// What these are too few of for a party that takes `taken`; empty where it fits.
    Set<Space> lackFor(Spaces taken) {
        var lack = EnumSet.noneOf(Space.class);
        if (taken.stretchers > stretchers) lack.add(Space.STRETCHER);
        if (taken.bays > bays) lack.add(Space.WHEELCHAIR_BAY);
        if (taken.escortSeats > escortSeats) lack.add(Space.ESCORT_SEAT);
        if (taken.seats > seats) lack.add(Space.SEAT);
        return Collections.unmodifiableSet(lack);
    }

    /// What is left of these beside a party that fits.
    Spaces without(Spaces taken) {
        return new Spaces(
                seats - taken.seats, bays - taken.bays, stretchers - taken.stretchers, escortSeats - taken.escortSeats);
    }
}
