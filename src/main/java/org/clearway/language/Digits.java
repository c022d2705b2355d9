// SPDX-License-Identifier: Apache-2.0
package org.clearway.language;

/// Digits as keyboards have them.
public final class Digits {
    private Digits() {}

    /// The same text with the digits of every script, such as Arabic ones east and west, as Latin ones.
    public static String latin(String typed) {
        var text = new StringBuilder();
        typed.codePoints().forEach(sign -> {
            if (Character.isDigit(sign)) text.append(Character.digit(sign, 10));
            else text.appendCodePoint(sign);
        });
        return text.toString();
    }
}
