// SPDX-License-Identifier: Apache-2.0
package org.clearway.transport;

import java.util.List;
import org.clearway.language.Names;

/// That a trip was opened at another node, and is known here by its manifest alone.
///
/// @param node what that node is called here
/// @param crossing from which it came
/// @param keys by what the keys of its manifest's days are told from others
public record FromElsewhere(Names node, Names crossing, List<DayKeyCheck> keys) {
    public FromElsewhere {
        keys = List.copyOf(keys);
    }
}
