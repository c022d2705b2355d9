// SPDX-License-Identifier: Apache-2.0
package org.clearway.arms;

import org.clearway.language.Base32;

/// What is read aloud and typed of tags and receipts: characters of Crockford's base 32, in fours.
final class Letters {
    private Letters() {}

    static boolean are(String text, int length) {
        return text.length() == length && text.chars().allMatch(one -> Base32.DIGITS.indexOf(one) >= 0);
    }

    /// As people type it, or copy it from a page that keeps two scripts apart.
    static String typed(String text) {
        return Base32.typed(text.replaceAll("[\\u2066-\\u2069]", ""));
    }

    static String inFours(String text) {
        return Base32.inFours(text, "-");
    }
}
