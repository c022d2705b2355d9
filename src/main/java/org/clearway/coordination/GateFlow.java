// SPDX-License-Identifier: Apache-2.0
package org.clearway.coordination;

import java.util.Optional;
import org.clearway.corridor.CrossingPoint;
import org.clearway.gate.HourSlot;
import org.clearway.gate.Queue;

/// How people flow through one gate.
///
/// @param slot the hour that it is
/// @param lastHour how many left in the hour before; empty where nothing was reported of it, which is not zero
/// @param thisHour how many have left in the hour that it is, as far as it is reported
/// @param queue what its desk told last of those who wait, if it told anything lately
public record GateFlow(
        CrossingPoint crossing,
        HourSlot slot,
        Optional<Long> lastHour,
        Optional<Long> thisHour,
        Optional<Queue.Told> queue) {}
