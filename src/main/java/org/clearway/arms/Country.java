// SPDX-License-Identifier: Apache-2.0
package org.clearway.arms;

import java.util.Locale;
import org.clearway.language.Problem;

/// Where a weapon was made: two letters of ISO 3166-1.
public record Country(String code) {
    /// @throws Problem `arms.country`
    public Country {
        code = code.strip().toUpperCase(Locale.ROOT);
        if (!Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2).contains(code)) {
            throw Problem.of("arms.country", "value", code);
        }
    }

    @Override
    public String toString() {
        return code;
    }
}
