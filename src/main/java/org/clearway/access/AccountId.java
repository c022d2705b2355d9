// SPDX-License-Identifier: Apache-2.0
package org.clearway.access;

import java.util.regex.Pattern;

/// The sign-in name of an account: the name of a desk or an office such as `press-1`, not of a person.
/// 2 to 32 of a–z, 0–9 and the hyphen, beginning with a letter.
public record AccountId(String name) {
    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{1,31}");

    /// The program itself, where nobody acted.
    public static final AccountId NODE = new AccountId("node");

    /// Anyone who has not signed in.
    public static final AccountId PUBLIC = new AccountId("public");

    public AccountId {
        if (!FORM.matcher(name).matches()) {
            throw new IllegalArgumentException("A sign-in name is 2 to 32 of a-z, 0-9 and hyphens, beginning with a"
                    + " letter, got \"" + name + "\".");
        }
    }
}
