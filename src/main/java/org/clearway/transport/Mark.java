// SPDX-License-Identifier: Apache-2.0
package org.clearway.transport;

import java.util.regex.Pattern;

/// By what a card is known again on the manifests of one day: made of its number under the key of that
/// day, which travels apart from them and is forgotten when their trips are long over.
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
