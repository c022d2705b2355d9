// SPDX-License-Identifier: Apache-2.0
package org.clearway.arms;

import java.util.Locale;
import java.util.regex.Pattern;
import org.clearway.language.Problem;

/// The number of the seal on the door of a store: 3 to 20 capitals, digits and hyphens.
public record StoreSeal(String number) {
    private static final Pattern SHAPE = Pattern.compile("[A-Z0-9][A-Z0-9-]{2,19}");

    /// @throws Problem `arms.seal`
    public StoreSeal {
        number = number.strip().toUpperCase(Locale.ROOT);
        if (!SHAPE.matcher(number).matches()) throw Problem.of("arms.seal", "value", number);
    }

    @Override
    public String toString() {
        return number;
    }
}
