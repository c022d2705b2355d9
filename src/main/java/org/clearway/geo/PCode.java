// SPDX-License-Identifier: Apache-2.0
package org.clearway.geo;

import java.util.regex.Pattern;
import org.clearway.language.Problem;

/// A place code as the common operational datasets give it. It is looked up and never parsed: other lists use codes
/// of the same look for other places, and nothing about a place follows from the letters and digits of its code.
public record PCode(String code) implements Comparable<PCode> {
    private static final Pattern SHAPE = Pattern.compile("[A-Z0-9-]{2,20}");

    public PCode {
        if (!SHAPE.matcher(code).matches()) throw Problem.of("geo.pcode", "value", code);
    }

    @Override
    public int compareTo(PCode other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }
}
