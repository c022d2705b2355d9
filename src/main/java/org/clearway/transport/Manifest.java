// SPDX-License-Identifier: Apache-2.0
package org.clearway.transport;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.clearway.agreement.CorridorId;
import org.clearway.corridor.CrossingId;
import org.clearway.journal.CanonicalValue;

/// Who is in a vehicle, as two people sealed it: how many, and by which marks their cards are known
/// again. It names nobody, tells no time finer than the day, and without the keys of its days its
/// marks mean nothing.
///
/// @param trip as it is called outside of the node that opened it
/// @param why it is another version than the first
/// @param households in the order in which they boarded
/// @param counted those without a card
public record Manifest(
        TripId trip,
        long version,
        Optional<Amendment> why,
        CorridorId corridor,
        CrossingId crossing,
        VehicleId vehicle,
        SafeAreaId destination,
        List<Line> households,
        Load counted) {
    public Manifest {
        households = List.copyOf(households);
    }

    /// A household with a card, or a part of it.
    ///
    /// @param day under whose key the mark was made
    public record Line(LocalDate day, Mark mark, Load load, boolean part) {}

    public Load load() {
        return households.stream().map(Line::load).reduce(counted, Load::plus);
    }

    public ManifestDigest digest() {
        return new ManifestDigest(Digested.hex(CanonicalValue.bytes(this)));
    }
}
