// SPDX-License-Identifier: Apache-2.0
package org.clearway.transport;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.clearway.language.Names;

/// That a trip was opened at another node, and is known here by its manifest alone.
///
/// @param node what that node is called here
/// @param crossing from which it came
/// @param keys by what the keys of its manifest's days are told from others
/// @param earliest before which it cannot have come; empty where that is not known
/// @param awaited since when it is awaited here
/// @param setAside that it does not come, where somebody said so
public record FromElsewhere(
        Names node,
        Names crossing,
        List<DayKeyCheck> keys,
        Optional<Instant> earliest,
        Instant awaited,
        Optional<SetAside> setAside) {
    public FromElsewhere {
        keys = List.copyOf(keys);
    }
}
