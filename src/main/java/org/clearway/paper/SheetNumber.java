// SPDX-License-Identifier: Apache-2.0
package org.clearway.paper;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clearway.language.Base32;
import org.clearway.language.Digits;
import org.clearway.language.Problem;

/// The number of a printed sheet, such as `KW-0042-7`: the mark of its node, a count, and a sign that checks both. One
/// wrong sign is always found, and so are two that changed places: each sign counts as one of 31 values, times its
/// place, and 31 is a prime above both.
public record SheetNumber(NodeMark mark, long serial) {
    /// Thirty-one of the signs of {@link Base32}, whose values are their places.
    static final String SIGNS = Base32.DIGITS.substring(0, 31);

    static final long MOST = 999_999;

    private static final Pattern SHAPE = Pattern.compile("([A-Z]{2})([0-9]{4,6})([0-9A-Z])");

    public SheetNumber {
        if (serial < 1 || serial > MOST) throw new IllegalArgumentException("Not the count of a sheet: " + serial);
    }

    /// Reads a number as people type it or a scanner does: small letters, spaces, hyphens, Arabic digits.
    /// @throws Problem `paper.number`
    public static SheetNumber parse(String typed) {
        Matcher parts = SHAPE.matcher(Base32.typed(Digits.latin(typed)));
        if (!parts.matches()) throw wrong(typed);
        try {
            var number = new SheetNumber(new NodeMark(parts.group(1)), Long.parseLong(parts.group(2)));
            if (number.plain().equals(parts.group())) return number;
        } catch (IllegalArgumentException noNumber) {
            throw new Problem("paper.number", java.util.Map.of("value", typed.strip()), noNumber);
        }
        throw wrong(typed);
    }

    private static Problem wrong(String typed) {
        return Problem.of("paper.number", "value", typed.strip());
    }

    private String body() {
        String count = String.valueOf(serial);
        return mark + "0".repeat(Math.max(0, 4 - count.length())) + count;
    }

    private static char check(String body) {
        int sum = 0;
        for (int at = 0; at < body.length(); at++) sum += (at + 1) * SIGNS.indexOf(body.charAt(at));
        return SIGNS.charAt(sum % SIGNS.length());
    }

    private String plain() {
        return body() + check(body());
    }

    @Override
    public String toString() {
        String body = body();
        return body.substring(0, 2) + "-" + body.substring(2) + "-" + check(body);
    }
}
