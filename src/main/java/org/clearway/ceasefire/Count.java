// SPDX-License-Identifier: Apache-2.0
package org.clearway.ceasefire;

import java.util.Map;
import org.clearway.language.Problem;

/// How many of what a reporter counts: 0 to 1,000,000. Zero is a figure.
public record Count(int value) {
    private static final int MOST = 1_000_000;

    /// @throws Problem `ceasefire.count`
    public Count {
        if (value < 0 || value > MOST) {
            throw new Problem("ceasefire.count", Map.of("value", "" + value, "most", "" + MOST));
        }
    }

    @Override
    public String toString() {
        return Integer.toString(value);
    }
}
