// SPDX-License-Identifier: Apache-2.0
package org.clearway.arms;

import java.math.BigInteger;
import java.util.Locale;

/// Bytes as letters that are read aloud and typed: base 32 without I, L, O and U (D. Crockford).
final class Letters {
    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final String PLAIN = "0123456789abcdefghijklmnopqrstuv";

    private Letters() {}

    /// @param bytes a multiple of five
    static String of(byte[] bytes) {
        String digits = new BigInteger(1, bytes).toString(32);
        var text = new StringBuilder("0".repeat(bytes.length * 8 / 5 - digits.length()));
        digits.chars().forEach(digit -> text.append(DIGITS.charAt(PLAIN.indexOf(digit))));
        return text.toString();
    }

    /// Reads what {@link #of} wrote.
    static byte[] bytes(String text) {
        var plain = new StringBuilder();
        text.chars().forEach(digit -> plain.append(PLAIN.charAt(DIGITS.indexOf(digit))));
        byte[] whole = new BigInteger(plain.toString(), 32).toByteArray();
        var bytes = new byte[text.length() * 5 / 8];
        int length = Math.min(whole.length, bytes.length);
        System.arraycopy(whole, whole.length - length, bytes, bytes.length - length, length);
        return bytes;
    }

    static boolean are(String text, int length) {
        return text.length() == length && text.chars().allMatch(one -> DIGITS.indexOf(one) >= 0);
    }

    /// As people type it: small letters, spaces, hyphens, O for 0, I and L for 1.
    static String typed(String text) {
        return text.strip()
                .toUpperCase(Locale.ROOT)
                .replaceAll("[\\s\\u2010-\\u2015\\u2066-\\u2069-]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
    }

    static String inFours(String text) {
        return text.replaceAll("(.{4})(?=.)", "$1-");
    }
}
