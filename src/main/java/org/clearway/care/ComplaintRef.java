// SPDX-License-Identifier: Apache-2.0
package org.clearway.care;

import java.util.Locale;
import java.util.regex.Pattern;
import org.clearway.language.Problem;

/// What whoever complained keeps, to ask later what became of it: ten signs that mean nothing, without those that are
/// taken for one another.
public record ComplaintRef(String signs) {
    static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
    static final int LENGTH = 10;
    private static final Pattern SHAPE = Pattern.compile("[" + ALPHABET + "]{" + LENGTH + "}");

    /// @throws Problem `care.complaint-unknown`
    public ComplaintRef {
        if (!SHAPE.matcher(signs).matches()) throw Problem.of("care.complaint-unknown", "reference", signs);
    }

    /// As somebody types it: in small letters, with spaces or hyphens.
    /// @throws Problem `care.complaint-unknown`
    public static ComplaintRef parse(String text) {
        return new ComplaintRef(text.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return signs.substring(0, LENGTH / 2) + "-" + signs.substring(LENGTH / 2);
    }
}
