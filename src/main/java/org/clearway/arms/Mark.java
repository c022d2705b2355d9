// SPDX-License-Identifier: Apache-2.0
package org.clearway.arms;

import java.util.regex.Pattern;
import org.clearway.language.Problem;

/// What stands on an item, or what its make is called, as it is read there: one line of 1 to 40 letters, digits and
/// signs. Never a word about a person.
public record Mark(String text) {
    private static final Pattern SHAPE = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ./()*×:№#-]{0,39}");

    /// @throws Problem `arms.mark`
    public Mark {
        text = text.strip();
        if (!SHAPE.matcher(text).matches()) throw Problem.of("arms.mark", "value", text);
    }

    @Override
    public String toString() {
        return text;
    }
}
