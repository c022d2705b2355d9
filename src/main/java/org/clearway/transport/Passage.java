// SPDX-License-Identifier: Apache-2.0
package org.clearway.transport;

import java.time.Instant;
import java.util.Optional;
import org.clearway.access.AccountId;

/// Those who travel together on a trip.
///
/// @param part whether it is a part of a household, which chose to travel apart
/// @param load as it was when they boarded
/// @param standing false where they came out before the vehicle left
/// @param searched whether somebody looked for those who are missing and did not find them
/// @param foundAs why they came in although no manifest has them; of extra people only
/// @param owner who looks for those who are missing
public record Passage(
        PassageId id,
        TripId trip,
        PassageKind kind,
        boolean part,
        Load load,
        boolean standing,
        Accounted accounted,
        boolean searched,
        Optional<String> foundAs,
        Optional<Owner> owner) {
    /// @param deadline until when they mean to have found out
    public record Owner(AccountId account, Instant deadline) {}

    /// Whether a household came in without all of its people, who did not choose to travel apart.
    public boolean split() {
        return kind == PassageKind.HOUSEHOLD && accounted.open() > 0 && accounted.open() < accounted.people();
    }

    /// Whether nothing about them is left to be found out.
    public boolean settled() {
        return accounted.open() == 0 && (kind != PassageKind.EXTRA || foundAs.isPresent());
    }
}
