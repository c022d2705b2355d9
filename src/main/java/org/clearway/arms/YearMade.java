// SPDX-License-Identifier: Apache-2.0
package org.clearway.arms;

import org.clearway.language.Problem;

/// The year that a weapon was made in.
public record YearMade(long year) {
    /// @throws Problem `arms.year`
    public YearMade {
        if (year < 1800 || year > 2100) throw Problem.of("arms.year", "value", year);
    }

    @Override
    public String toString() {
        return Long.toString(year);
    }
}
