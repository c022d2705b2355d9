// SPDX-License-Identifier: Apache-2.0
package org.clearway.transport;

import java.util.Map;
import java.util.stream.LongStream;
import org.clearway.gate.AgeBand;
import org.clearway.gate.Household;
import org.clearway.gate.MovementNeed;
import org.clearway.language.Problem;

/// Those who travel together, as what they take of a vehicle.
///
/// @param adults known to be
/// @param children and everyone of whom no age is known: nobody is taken for an adult without being told to be one
/// @param bays how many of these people travel in their wheelchairs
/// @param stretchers how many of these people travel lying
/// @param escorts who go with them and are none of them: staff, and no travellers
public record Load(long adults, long children, long bays, long stretchers, long escorts) {
    public static final Load NOBODY = new Load(0, 0, 0, 0, 0);

    /// More than one vehicle takes.
    static final long MOST = Capacity.MOST;

    /// @throws Problem `transport.load`; `transport.load-parts` where more people lie or roll than there are
    public Load {
        LongStream.of(adults, children, bays, stretchers, escorts).forEach(number -> {
            if (number < 0 || number > MOST) {
                throw new Problem(
                        "transport.load", Map.of("value", String.valueOf(number), "most", String.valueOf(MOST)));
            }
        });
        if (bays + stretchers > adults + children) {
            throw new Problem(
                    "transport.load-parts",
                    Map.of("places", String.valueOf(bays + stretchers), "people", String.valueOf(adults + children)));
        }
    }

    /// The whole of a household. Children who were handed over have one escort between them.
    public static Load of(Household household) {
        long adults = household.people().entrySet().stream()
                .filter(cell ->
                        cell.getKey().age() == AgeBand.FROM_18 || cell.getKey().age() == AgeBand.FROM_60)
                .mapToLong(Map.Entry::getValue)
                .sum();
        long people = household.persons();
        long stretchers = Math.min(people, household.needs().getOrDefault(MovementNeed.STRETCHER, 0L));
        long bays = Math.min(people - stretchers, household.needs().getOrDefault(MovementNeed.WHEELCHAIR, 0L));
        return new Load(
                adults, people - adults, bays, stretchers, household.handovers().isEmpty() ? 0 : 1);
    }

    public long people() {
        return adults + children;
    }

    public long seats() {
        return people() - bays - stretchers;
    }

    public Load plus(Load other) {
        return new Load(
                adults + other.adults,
                children + other.children,
                bays + other.bays,
                stretchers + other.stretchers,
                escorts + other.escorts);
    }

    /// Whether others are among them, by every figure. Escorts come and go with whom they escort.
    boolean covers(Load other) {
        return other.adults <= adults
                && other.children <= children
                && other.bays <= bays
                && other.stretchers <= stretchers
                && other.seats() <= seats();
    }

    /// Those who are left when others, who are among them, have gone.
    Load minus(Load other) {
        return new Load(
                adults - other.adults,
                children - other.children,
                bays - other.bays,
                stretchers - other.stretchers,
                Math.max(0, escorts - other.escorts));
    }

    /// Whether they are children, or may be, and no adult is among them. Escorts of the staff make no difference.
    boolean childrenAlone() {
        return children > 0 && adults == 0;
    }

    /// @throws Problem `transport.child-alone`
    void requireAdult() {
        if (childrenAlone()) throw Problem.of("transport.child-alone");
    }
}
