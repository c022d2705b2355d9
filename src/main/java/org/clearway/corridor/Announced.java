// SPDX-License-Identifier: Apache-2.0
package org.clearway.corridor;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.clearway.agreement.PartyId;
import org.clearway.places.Source;

/// What a corridor is announced to be at some instant. Announcements are their announcers' and stand side by side.
public sealed interface Announced {
    /// Nobody has announced anything of this corridor, as far as this node knows.
    record NeverAnnounced() implements Announced {}

    /// Announcements are known, and none of them speaks of this instant.
    ///
    /// @param before those that had ended, newest first
    /// @param ahead those that had yet to begin, newest first
    record NoneNow(List<OnRecord<Announcement>> before, List<OnRecord<Announcement>> ahead) implements Announced {
        public NoneNow {
            before = List.copyOf(before);
            ahead = List.copyOf(ahead);
        }
    }

    /// What each announcer says of this instant: one announcement each, the newest first.
    record By(List<OnRecord<Announcement>> announcements) implements Announced {
        public By {
            announcements = List.copyOf(announcements);
        }
    }

    /// What is announced of this instant; empty where nothing is.
    default List<OnRecord<Announcement>> current() {
        return switch (this) {
            case NeverAnnounced never -> List.of();
            case NoneNow none -> List.of();
            case By by -> by.announcements();
        };
    }

    /// Those who announce it open.
    default List<OnRecord<Announcement>> open() {
        return current().stream()
                .filter(told -> told.claim().status() == AnnouncedStatus.OPEN)
                .toList();
    }

    /// The different things that it is announced to be; more than one where announcers differ.
    default Set<AnnouncedStatus> statuses() {
        var statuses = EnumSet.noneOf(AnnouncedStatus.class);
        current().forEach(told -> statuses.add(told.claim().status()));
        return statuses;
    }

    /// Of each announcer the announcement that was published last, among those that speak of `at`: who says something
    /// new of a time takes back what they said of it before. Published on one day, the one that begins last counts.
    ///
    /// @param onRecord everything known, in order of arrival
    static Announced at(Instant at, List<OnRecord<Announcement>> onRecord) {
        if (onRecord.isEmpty()) return new NeverAnnounced();
        var heard = new HashSet<PartyId>();
        List<OnRecord<Announcement>> current = newestFirst(onRecord, valid -> valid.contains(at)).stream()
                .filter(told -> heard.add(told.claim().announcer()))
                .toList();
        if (!current.isEmpty()) return new By(current);
        return new NoneNow(
                newestFirst(onRecord, valid -> !valid.begins().isAfter(at)),
                newestFirst(onRecord, valid -> valid.begins().isAfter(at)));
    }

    private static List<OnRecord<Announcement>> newestFirst(
            List<OnRecord<Announcement>> onRecord, Predicate<org.clearway.time.Span> which) {
        Comparator<OnRecord<Announcement>> oldestFirst = Comparator.comparing(
                        (OnRecord<Announcement> told) -> published(told.claim().source()))
                .thenComparing(told -> told.claim().valid().begins());
        return onRecord.reversed().stream()
                .filter(told -> which.test(told.claim().valid()))
                .sorted(oldestFirst.reversed())
                .toList();
    }

    private static Instant published(Source source) {
        return source.published().from();
    }
}
