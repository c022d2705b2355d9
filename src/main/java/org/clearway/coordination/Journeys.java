// SPDX-License-Identifier: Apache-2.0
package org.clearway.coordination;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clearway.geo.AreaId;
import org.clearway.language.Wording;
import org.clearway.transport.OwnWays;
import org.clearway.transport.Receptions;
import org.clearway.transport.SafeAreaId;

/// The journeys of a corridor's day, as far as whoever asks may know of them.
public sealed interface Journeys {
    /// For those who run trips: where everyone is, at this minute.
    ///
    /// @param to by destination, each safe area of the corridor among them
    /// @param undecided how many wait who have not said where they want to go; as {@link #waiting()}
    /// @param ownWays people who went by themselves, who are in no row
    record Known(List<Row> to, Optional<Long> undecided, List<OwnWays.Counted> ownWays) implements Journeys {
        public Known {
            to = List.copyOf(to);
            ownWays = List.copyOf(ownWays);
        }

        /// How many there are in one of the places, wherever they go.
        public long people(Whereabouts where) {
            return to.stream().mapToLong(row -> row.people(where)).sum();
        }

        /// How many boarded, each once.
        public long inAll() {
            return to.stream().mapToLong(Row::inAll).sum();
        }

        /// Where everyone is, in one sentence, such as "12 at the crossing, nobody (0) on the road".
        public String line(Wording words) {
            return words.say(
                    "coordination.journeys",
                    Map.of(
                            "crossing", people(Whereabouts.BOARDING) + people(Whereabouts.SEALED),
                            "road", people(Whereabouts.ON_THE_ROAD),
                            "arrived", people(Whereabouts.ARRIVED),
                            "received", people(Whereabouts.RECEIVED),
                            "elsewhere",
                                    people(Whereabouts.HOSPITAL)
                                            + people(Whereabouts.ALIGHTED)
                                            + people(Whereabouts.TAKEN),
                            "unaccounted", people(Whereabouts.UNACCOUNTED)));
        }

        /// How many wait at the vehicles; empty where nobody stands in a line, for nothing tells then whether one is
        /// kept.
        public Optional<Long> waiting() {
            return undecided.map(so ->
                    so + to.stream().mapToLong(row -> row.waiting().orElse(0L)).sum());
        }
    }

    /// Those who go to one safe area.
    ///
    /// @param waiting how many wait who want to go there; as {@link Known#waiting()}
    /// @param people how many of those who boarded are where
    record Row(SafeAreaId to, Optional<Long> waiting, Map<Whereabouts, Long> people) {
        public Row {
            var every = new EnumMap<Whereabouts, Long>(Whereabouts.class);
            for (Whereabouts where : Whereabouts.values()) every.put(where, people.getOrDefault(where, 0L));
            people = Collections.unmodifiableMap(every);
        }

        public long people(Whereabouts where) {
            return people.getOrDefault(where, 0L);
        }

        /// How many boarded, each once.
        public long inAll() {
            return people.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /// For everybody else: how many came in, {@link Receptions#UNTOLD} ago or earlier. Nothing of it changes when
    /// something leaves, is heard of, is held or arrives.
    ///
    /// @param until up to when whoever came in is counted
    record Told(List<CameIn> in, Instant until) implements Journeys {
        public Told {
            in = List.copyOf(in);
        }
    }

    /// How many came in at all the safe areas of a settlement.
    record CameIn(AreaId area, long people) {}

    /// Journeys are known as they are: who looks back sees none.
    record LookedBack() implements Journeys {}
}
