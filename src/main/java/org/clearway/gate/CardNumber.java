// SPDX-License-Identifier: Apache-2.0
package org.clearway.gate;

import org.clearway.language.Base32;
import org.clearway.language.Problem;

/// The number of a household's card: ten random characters of Crockford's base 32 and two that check them. It
/// means nothing, and nothing can be told from it without this node.
///
/// @param text the twelve characters, without the hyphens that a card shows
public record CardNumber(String text) {
    /// The bits that are drawn.
    static final int BITS = 50;

    private static final int LENGTH = 12;

    /// The largest prime that two characters can hold. As it is a prime above 31, a single wrong character is
    /// always found; so is any swap of two, for no two of the first twelve powers of 32 are alike to it, nor is one
    /// the negative of another.
    private static final int MODULUS = 1021;

    /// @throws Problem `gate.card-number` unless these are twelve characters that check
    public CardNumber {
        if (!checks(text)) throw Problem.of("gate.card-number", "value", text);
    }

    /// The number of that value.
    static CardNumber of(long value) {
        if (value < 0 || value >> BITS != 0) throw new IllegalArgumentException("Not 50 bits: " + value);
        long whole = (value << 10) | value % MODULUS;
        var text = new StringBuilder(LENGTH);
        for (int at = LENGTH - 1; at >= 0; at--) text.append(Base32.DIGITS.charAt((int) (whole >> (5 * at)) & 31));
        return new CardNumber(text.toString());
    }

    /// Reads a number as people type it: small letters, spaces, hyphens, O for 0, I and L for 1.
    /// @throws Problem `gate.card-number`
    public static CardNumber parse(String typed) {
        String text = Base32.typed(typed);
        if (!checks(text)) throw Problem.of("gate.card-number", "value", typed.strip());
        return new CardNumber(text);
    }

    private static boolean checks(String text) {
        if (text.length() != LENGTH) return false;
        long whole = 0;
        for (int i = 0; i < LENGTH; i++) {
            int digit = Base32.DIGITS.indexOf(text.charAt(i));
            if (digit < 0) return false;
            whole = whole << 5 | digit;
        }
        return (whole >> 10) % MODULUS == (whole & 1023);
    }

    /// As a card shows it, such as `K7QF-3XM2-9DXS`.
    @Override
    public String toString() {
        return text.substring(0, 4) + "-" + text.substring(4, 8) + "-" + text.substring(8);
    }
}
