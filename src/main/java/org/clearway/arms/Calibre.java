// SPDX-License-Identifier: Apache-2.0
package org.clearway.arms;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.clearway.language.Problem;

/// A calibre in hundredths of a millimetre: 7.62 mm is 762. From 1 to 300 mm.
public record Calibre(long hundredths) {
    /// @throws Problem `arms.calibre`
    public Calibre {
        if (hundredths < 100 || hundredths > 30_000) throw Problem.of("arms.calibre", "value", text(hundredths));
    }

    /// Reads millimetres such as `7.62`.
    /// @throws Problem `arms.calibre`
    public static Calibre ofMillimetres(String typed) {
        try {
            return new Calibre(new BigDecimal(typed.strip().replace(',', '.'))
                    .movePointRight(2)
                    .setScale(0, RoundingMode.UNNECESSARY)
                    .longValueExact());
        } catch (ArithmeticException | NumberFormatException notOne) {
            throw new Problem("arms.calibre", java.util.Map.of("value", typed.strip()), notOne);
        }
    }

    private static String text(long hundredths) {
        return BigDecimal.valueOf(hundredths, 2).stripTrailingZeros().toPlainString();
    }

    /// In millimetres.
    @Override
    public String toString() {
        return text(hundredths);
    }
}
