// SPDX-License-Identifier: Apache-2.0
package org.clearway.coordination;

import java.util.Optional;
import org.clearway.transport.Conditions;
import org.clearway.transport.PlacesLeft;
import org.clearway.transport.SafeArea;

/// A safe area on the board, the places that it has left, and what it offers.
///
/// @param staying how many stay there, of those who came in with trips and have not gone on; empty
///     for who may not read trips, and where the board looks back
/// @param left empty where nobody told lately, which is neither full nor free
/// @param conditions empty where nobody told lately, which is neither good nor bad
public record PlacesNow(
        SafeArea area, Optional<Long> staying, Optional<PlacesLeft.Told> left, Optional<Conditions.Told> conditions) {
    /// Whether there is no place left for anyone.
    public boolean full() {
        return left.filter(told -> told.full(area)).isPresent();
    }
}
