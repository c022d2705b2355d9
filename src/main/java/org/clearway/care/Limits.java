// SPDX-License-Identifier: Apache-2.0
package org.clearway.care;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clearway.access.Deed;
import org.clearway.access.Grants;
import org.clearway.access.Role;
import org.clearway.corridor.Service;
import org.clearway.language.Problem;
import org.clearway.time.OpeningWindow;

/// What limits how a service is given at a point. These are all the limits that there are; telling them again restates
/// them whole, and naming none lifts all.
///
/// The first four speak of a card, and limit nothing where none is shown: nobody needs a card to be given anything.
///
/// @param minutesBetween the least time from one giving to the next with the same card, 1 to 1,440
/// @param mostADay how often a day with the same card, 1 to 24; the day is the one on the clock at the point
/// @param notWith services of which a card is given only this or that on one day
/// @param wholeHousehold given to everyone on a card at once, and never to a part of them
/// @param desks the only desks that give it; empty where every desk does that records services
/// @param hours the only hours in which it is given; empty where it is given at any
public record Limits(
        PointId point,
        Service service,
        Optional<Long> minutesBetween,
        Optional<Long> mostADay,
        Set<Service> notWith,
        boolean wholeHousehold,
        Set<Role> desks,
        List<OpeningWindow> hours) {
    private static final Set<Service> NEVER_LIMITED =
            Collections.unmodifiableSet(EnumSet.of(Service.EMERGENCY_CARE, Service.WATER));

    private static final long DAY_MINUTES = 1_440;
    private static final long MOST_A_DAY = 24;
    private static final int MOST_WINDOWS = 14;

    /// Water and urgent care have no limits: there is no such value.
    ///
    /// @throws Problem `care.limit-on-need`; `care.limit-figure`; `care.limit-with-itself`
    public Limits {
        notWith = Ordered.set(Service.class, notWith);
        desks = Ordered.set(Role.class, desks);
        hours = List.copyOf(hours);
        requireLimited(service);
        notWith.forEach(Limits::requireLimited);
        if (notWith.contains(service)) throw Problem.of("care.limit-with-itself", "service", service);
        minutesBetween.ifPresent(minutes -> requireFigure(minutes, DAY_MINUTES));
        mostADay.ifPresent(times -> requireFigure(times, MOST_A_DAY));
        if (hours.size() > MOST_WINDOWS) requireFigure(hours.size(), MOST_WINDOWS);
    }

    /// No limits.
    public static Limits none(PointId point, Service service) {
        return new Limits(point, service, Optional.empty(), Optional.empty(), Set.of(), false, Set.of(), List.of());
    }

    /// Whether a service may be limited at all: water and urgent care never are.
    public static boolean mayLimit(Service service) {
        return !NEVER_LIMITED.contains(service);
    }

    /// The desks that can be named as the only ones to give something.
    public static List<Role> desksThatGive() {
        return Arrays.stream(Role.values()).filter(Limits::gives).toList();
    }

    public boolean areNone() {
        return equals(none(point, service));
    }

    /// Whether how often a card is given `what` must be known for these.
    boolean count(Service what) {
        boolean own = service == what && (minutesBetween.isPresent() || mostADay.isPresent() || !notWith.isEmpty());
        return own || notWith.contains(what);
    }

    /// The services of which a card is given only one on one day, where `what` is among them.
    Set<Service> instead(Service what) {
        if (service == what) return notWith;
        return notWith.contains(what) ? Set.of(service) : Set.of();
    }

    /// What is on record is read as it was accepted, whatever desks may do by now: this is asked of new limits alone.
    /// @throws Problem `care.limit-nobody-gives`
    void requireDesksThatGive() {
        for (Role desk : desks) {
            if (!gives(desk)) throw Problem.of("care.limit-nobody-gives", "desk", desk);
        }
    }

    private static boolean gives(Role desk) {
        return Grants.TABLE.allows(desk, Deed.RECORD_SERVICE);
    }

    private static void requireLimited(Service service) {
        if (!mayLimit(service)) throw Problem.of("care.limit-on-need", "service", service);
    }

    private static void requireFigure(long value, long most) {
        if (value < 1 || value > most) {
            throw new Problem(
                    "care.limit-figure", Map.of("value", String.valueOf(value), "most", String.valueOf(most)));
        }
    }
}
