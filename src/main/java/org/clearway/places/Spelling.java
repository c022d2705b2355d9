// SPDX-License-Identifier: Apache-2.0
package org.clearway.places;

import org.clearway.language.Problem;

/// One more way in which reports write an area's name, in any script: one line of 1 to 200 characters.
record Spelling(String text) {
    private static final int LONGEST = 200;

    Spelling {
        text = text.strip();
        if (text.isEmpty() || text.length() > LONGEST || text.chars().anyMatch(Character::isISOControl)) {
            throw Problem.of("places.spelling", "value", text);
        }
    }
}
