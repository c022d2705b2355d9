// SPDX-License-Identifier: Apache-2.0
package org.clearway.transport.plan;

import java.util.Set;

/// Why a party is proposed nowhere.
public sealed interface Waits {
    /// None of the vehicles goes where they go.
    record NoVehicleGoesThere() implements Waits {}

    /// No vehicle that goes there could take the whole of them, were they the only ones who wait.
    ///
    /// @param lacking what the vehicle that comes nearest has too few of; one or more
    record NoRoom(Set<Space> lacking) implements Waits {
        public NoRoom {
            lacking = Set.copyOf(lacking);
        }
    }

    /// Those who come before them take the room.
    record Full() implements Waits {}
}
