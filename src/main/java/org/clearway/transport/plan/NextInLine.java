// SPDX-License-Identifier: Apache-2.0
package org.clearway.transport.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// The plain order of a good marshal: who lies first, then who travels in a wheelchair, then by
/// priority, then who has waited longest. Each takes the vehicle in which they leave most for
/// others: first of the spaces that they have no need of and others may, then the one that is
/// filled most, so that it can leave. Who does not fit is passed over by those who do, and is
/// before them again when the next vehicle stands there.
///
/// It never goes back on a step, so that it may leave a seat empty that a cleverer plan would fill;
/// what it proposes can be told to those who wait in a sentence.
public final class NextInLine implements Planner {
    @Override
    public <P extends Comparable<? super P>, R extends Comparable<? super R>, D> Proposal<P, R> propose(
            Collection<Party<P, D>> waiting, Collection<Room<R, D>> rooms) {
        requireDistinct("parties", waiting, Party::id);
        requireDistinct("rooms", rooms, Room::id);
        List<Room<R, D>> vehicles =
                rooms.stream().sorted(Comparator.comparing(Room::id)).toList();
        var free = new HashMap<R, Spaces>();
        vehicles.forEach(room -> free.put(room.id(), room.free()));
        var placed = new ArrayList<Proposal.Placed<P, R>>();
        var left = new ArrayList<Proposal.Left<P>>();
        for (Party<P, D> party : waiting.stream().sorted(line()).toList()) {
            List<Room<R, D>> going = vehicles.stream()
                    .filter(room -> party.goesTo(room.destination()))
                    .toList();
            Optional<R> best = best(party.takes(), going, free);
            if (best.isPresent()) {
                free.computeIfPresent(best.get(), (room, spaces) -> spaces.without(party.takes()));
                placed.add(new Proposal.Placed<>(party.id(), best.get()));
            } else {
                left.add(new Proposal.Left<>(party.id(), why(party.takes(), going)));
            }
        }
        return new Proposal<>(placed, left);
    }

    static <P extends Comparable<? super P>, D> Comparator<Party<P, D>> line() {
        return Comparator.comparing((Party<P, D> party) -> party.takes().stretchers() == 0)
                .thenComparing(party -> party.takes().bays() == 0)
                .thenComparing(Party::priority, Comparator.reverseOrder())
                .thenComparing(Party::since)
                .thenComparing(Party::id);
    }

    private static <R extends Comparable<? super R>, D> Optional<R> best(
            Spaces takes, List<Room<R, D>> going, Map<R, Spaces> free) {
        return going.stream()
                .map(Room::id)
                .filter(room -> spaces(free, room).lackFor(takes).isEmpty())
                .min(Comparator.comparingLong((R room) -> unneeded(takes, spaces(free, room)))
                        .thenComparingLong(room -> spaces(free, room).seats())
                        .thenComparing(Comparator.naturalOrder()));
    }

    /// How many spaces that others may need, and these do not, a vehicle still has.
    private static long unneeded(Spaces takes, Spaces free) {
        return (takes.stretchers() > 0 ? 0 : free.stretchers()) + (takes.bays() > 0 ? 0 : free.bays());
    }

    private static <R> Spaces spaces(Map<R, Spaces> free, R room) {
        Spaces spaces = free.get(room);
        if (spaces == null) throw new IllegalStateException("No room was told of " + room + ".");
        return spaces;
    }

    private static <R extends Comparable<? super R>, D> Waits why(Spaces takes, List<Room<R, D>> going) {
        if (going.isEmpty()) return new Waits.NoVehicleGoesThere();
        Set<Space> lacking = going.stream()
                .map(room -> room.free().lackFor(takes))
                .min(Comparator.comparingInt(Set::size))
                .orElseThrow();
        return lacking.isEmpty() ? new Waits.Full() : new Waits.NoRoom(lacking);
    }

    private static <T> void requireDistinct(String what, Collection<T> those, Function<T, ?> id) {
        var seen = new HashSet<Object>();
        for (T one : those) {
            if (!seen.add(id.apply(one))) {
                throw new IllegalArgumentException("Two " + what + " are called " + id.apply(one) + ".");
            }
        }
    }
}
