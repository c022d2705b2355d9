// SPDX-License-Identifier: Apache-2.0
package org.clearway.accounts;

import org.clearway.language.Problem;

/// Six digits by which one of several who share a machine unlocks it. Typed in any script's digits.
/// It shows itself to nobody by accident.
public record Pin(String digits) {
    public static final int LENGTH = 6;

    public Pin {
        digits = plain(digits);
        if (!digits.matches("[0-9]{6}")) throw Problem.of("accounts.pin-digits", "length", LENGTH);
        if (isEasy(digits)) throw Problem.of("accounts.pin-easy");
    }

    /// The digits of what was typed, as 0 to 9.
    static String plain(String typed) {
        var plain = new StringBuilder();
        typed.strip().codePoints().forEach(point -> {
            int digit = Character.digit(point, 10);
            if (digit < 0) plain.appendCodePoint(point);
            else plain.append(digit);
        });
        return plain.toString();
    }

    /// Those that are guessed first: each digit as far from the one before it as any other, or
    /// three twice.
    private static boolean isEasy(String digits) {
        boolean evenly = true;
        int step = digits.charAt(1) - digits.charAt(0);
        for (int i = 2; i < digits.length(); i++) {
            evenly &= Math.floorMod(digits.charAt(i) - digits.charAt(i - 1) - step, 10) == 0;
        }
        return evenly
                || digits.startsWith(digits.substring(3))
                || digits.chars().distinct().count() < 3;
    }

    @Override
    public String toString() {
        return "Pin[…]";
    }
}
