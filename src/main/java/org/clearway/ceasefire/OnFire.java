// SPDX-License-Identifier: Apache-2.0
package org.clearway.ceasefire;

import java.time.Instant;
import java.util.Optional;
import org.clearway.access.AccountId;
import org.clearway.agreement.CorridorId;
import org.clearway.places.Withdrawal;
import org.clearway.time.Occurred;

/// An observation of fire on record, as much of it as is told in the clear.
///
/// @param by the account at which it was observed
/// @param positioned whether a sealed position was left with it
/// @param knownFrom since when this node knows it
public record OnFire(
        FireId id,
        CorridorId corridor,
        FireKind kind,
        Noticed noticed,
        Optional<FireCount> count,
        Occurred when,
        Nearness nearness,
        AccountId by,
        boolean positioned,
        Instant knownFrom,
        Optional<Withdrawal> withdrawn) {}
