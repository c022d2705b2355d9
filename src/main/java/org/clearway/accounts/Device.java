// SPDX-License-Identifier: Apache-2.0
package org.clearway.accounts;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.clearway.access.AccountId;

/// A machine from which somebody signed in with a password.
///
/// @param label what people call it; empty until somebody said
/// @param firstSeen the day, in UTC, of the first sign-in there
/// @param origin the network address that the last one came from
/// @param accounts those that signed in there, as far as whoever asks may know
/// @param lostBy who reported it lost, while it is
public record Device(
        DeviceId id,
        String label,
        LocalDate firstSeen,
        LocalDate lastSeen,
        String origin,
        List<AccountId> accounts,
        Optional<AccountId> lostBy) {
    public Device {
        accounts = List.copyOf(accounts);
    }
}
