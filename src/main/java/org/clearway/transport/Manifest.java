// SPDX-License-Identifier: Apache-2.0
package org.clearway.transport;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.clearway.agreement.CorridorId;
import org.clearway.corridor.CrossingId;
import org.clearway.journal.CanonicalValue;

/// Who is in a vehicle, as two people sealed it: how many, and by which marks their cards are known
/// again. It names nobody, and without the secrets of its days its marks mean nothing.
///
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
    /// @param day under whose secret the mark was made
    public record Line(PassageId passage, LocalDate day, Mark mark, Load load, boolean part) {}

    public Load load() {
        return households.stream().map(Line::load).reduce(counted, Load::plus);
    }

    public ManifestDigest digest() {
        try {
            return new ManifestDigest(HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(CanonicalValue.bytes(this))));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
