// SPDX-License-Identifier: Apache-2.0
package org.clearway.language;

import java.util.Locale;
import java.util.Optional;

/// Bytes as characters that people read aloud and square codes hold closely: Crockford's base 32,
/// the first bit first, what is left of the last character zero (D. Crockford, Base 32 encoding).
public final class Base32 {
    /// Without I, L, O and U, which are read as 1, 1, 0 and V.
    public static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private Base32() {}

    public static String write(byte[] bytes) {
        var text = new StringBuilder();
        int held = 0;
        int bits = 0;
        for (byte one : bytes) {
            held = held << 8 | one & 0xFF;
            for (bits += 8; bits >= 5; bits -= 5) text.append(DIGITS.charAt(held >> (bits - 5) & 31));
            held &= (1 << bits) - 1;
        }
        if (bits > 0) text.append(DIGITS.charAt(held << (5 - bits) & 31));
        return text.toString();
    }

    /// A text in groups of four characters, as it is read aloud and copied.
    public static String inFours(String text, String between) {
        return text.replaceAll("(.{4})(?=.)", "$1" + between);
    }

    /// Characters as people type them: small letters, spaces, hyphens, O for 0, I and L for 1. What else was typed
    /// stays.
    public static String typed(String text) {
        return text.strip()
                .toUpperCase(Locale.ROOT)
                .replaceAll("[\\s\\u2010-\\u2015-]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
    }

    /// The bytes that {@link #write} wrote as `text`; empty where it writes nothing so.
    public static Optional<byte[]> read(String text) {
        var bytes = new byte[text.length() * 5 / 8];
        int at = 0;
        int held = 0;
        int bits = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = DIGITS.indexOf(text.charAt(i));
            if (digit < 0) return Optional.empty();
            held = held << 5 | digit;
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes[at++] = (byte) (held >> bits);
                held &= (1 << bits) - 1;
            }
        }
        return bits < 5 && held == 0 ? Optional.of(bytes) : Optional.empty();
    }
}
