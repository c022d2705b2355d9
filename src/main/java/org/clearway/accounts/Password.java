// SPDX-License-Identifier: Apache-2.0
package org.clearway.accounts;

import java.security.SecureRandom;
import java.text.Normalizer;
import org.clearway.language.Problem;

/// A password that somebody chose or was given: 10 to 200 characters, in Unicode's composed form, so that two
/// keyboards
/// type the same one. It shows itself to nobody by accident.
public record Password(String text) {
    public static final int SHORTEST = 10;
    public static final int LONGEST = 200;

    /// Letters and digits that are not taken for one another when read aloud or off paper.
    private static final String READABLE = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int GROUPS = 4;
    private static final int GROUP_LENGTH = 4;

    public Password {
        text = normal(text);
        int length = text.codePointCount(0, text.length());
        if (length < SHORTEST) throw Problem.of("accounts.password-too-short", "least", SHORTEST);
        if (length > LONGEST) throw Problem.of("accounts.password-too-long", "most", LONGEST);
    }

    /// A new one of four groups of four, such as `k7mq-xv2d-rt9h-bnc4`: 79 bits of chance.
    public static Password random(SecureRandom chance) {
        var made = new StringBuilder();
        for (int group = 0; group < GROUPS; group++) {
            if (group > 0) made.append('-');
            for (int i = 0; i < GROUP_LENGTH; i++) made.append(READABLE.charAt(chance.nextInt(READABLE.length())));
        }
        return new Password(made.toString());
    }

    /// What is hashed for `typed`.
    static String normal(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFC);
    }

    @Override
    public String toString() {
        return "Password[…]";
    }
}
