// SPDX-License-Identifier: Apache-2.0
package org.clearway.transport;

import java.time.LocalDate;
import java.util.regex.Pattern;

/// By what the key of a day is told from any other. It is made with the key and does not lead to it.
public record DayKeyCheck(LocalDate day, String check) {
    private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{20}");

    public DayKeyCheck {
        if (!SHAPE.matcher(check).matches()) throw new IllegalArgumentException("Not the check of a key: " + check);
    }
}
