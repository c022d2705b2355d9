// SPDX-License-Identifier: Apache-2.0
package org.clearway.journal;

/// Words that somebody typed freely: always sealed, short-lived, never public. 1 to 2,000 characters.
public record FreeText(String text) {
    public static final int LONGEST = 2_000;

    public FreeText {
        text = text.strip();
        if (text.isEmpty() || text.length() > LONGEST) {
            throw new IllegalArgumentException("A note is 1 to " + LONGEST + " characters, got " + text.length() + ".");
        }
    }
}
