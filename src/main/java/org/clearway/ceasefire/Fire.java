// SPDX-License-Identifier: Apache-2.0
package org.clearway.ceasefire;

import java.util.Optional;
import org.clearway.agreement.CorridorId;
import org.clearway.time.Occurred;

/// Fire that somebody at a desk saw or heard, near a corridor or not.
///
/// @param count empty where nobody said how often
/// @param where empty where the observer could not say
public record Fire(
        CorridorId corridor,
        FireKind kind,
        Noticed noticed,
        Optional<FireCount> count,
        Occurred when,
        Optional<FirePosition> where) {}
