// SPDX-License-Identifier: Apache-2.0
package org.clearway.transport;

import java.util.regex.Pattern;

/// By what a card is known again on one trip, and on no other: made of its number under a secret of
/// the trip, which travels with the manifest and is forgotten when the trip is long over.
public record Mark(String text) {
    private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{20}");

    public Mark {
        if (!SHAPE.matcher(text).matches()) throw new IllegalArgumentException("Not a mark: " + text);
    }

    @Override
    public String toString() {
        return text;
    }
}
