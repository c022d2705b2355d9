// SPDX-License-Identifier: Apache-2.0
package org.clearway.transport;

import java.util.Optional;

/// How people who boarded are accounted for. Each of them is in one of these places, or in none yet.
///
/// @param people how many are on record as having been on the trip
/// @param received came in
/// @param taken by an authority: an incident
/// @param miscounted were never there: more were counted than got in
/// @param transferred are on record of another trip, with which they came in
public record Accounted(
        long people, long received, long alighted, long hospital, long taken, long miscounted, long transferred) {
    public static final Accounted NOBODY = new Accounted(0, 0, 0, 0, 0, 0, 0);

    /// How many nobody has accounted for yet.
    public long open() {
        return people - received - alighted - hospital - taken - miscounted - transferred;
    }

    /// How many are said to be somewhere else than where they were to come in.
    public long elsewhere() {
        return alighted + hospital + taken;
    }

    /// How many were said to be somewhere.
    /// @param reason empty for received
    long told(Optional<DifferenceReason> reason) {
        return reason.map(where -> switch (where) {
                    case ALIGHTED_BY_CHOICE -> alighted;
                    case HOSPITAL -> hospital;
                    case TAKEN_BY_AUTHORITY -> taken;
                    case MISCOUNTED -> miscounted;
                    case TRANSFERRED_VEHICLE -> transferred;
                    case UNACCOUNTED -> 0L;
                })
                .orElse(received);
    }

    /// How many there are in all, each once.
    public long persons() {
        return people - miscounted - transferred;
    }

    public Accounted plus(Accounted other) {
        return new Accounted(
                people + other.people,
                received + other.received,
                alighted + other.alighted,
                hospital + other.hospital,
                taken + other.taken,
                miscounted + other.miscounted,
                transferred + other.transferred);
    }
}
