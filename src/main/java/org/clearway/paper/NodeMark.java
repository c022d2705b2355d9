// SPDX-License-Identifier: Apache-2.0
package org.clearway.paper;

import java.util.regex.Pattern;

/// The two letters with which the numbers of a node's sheets begin, so that a sheet of another node is noticed.
public record NodeMark(String letters) {
    /// Those of {@link SheetNumber#SIGNS} that are no digits.
    private static final String LETTERS = SheetNumber.SIGNS.substring(10);

    private static final Pattern SHAPE = Pattern.compile("[" + LETTERS + "]{2}");

    public NodeMark {
        if (!SHAPE.matcher(letters).matches()) throw new IllegalArgumentException("Not a mark: " + letters);
    }

    /// Of a node's own name, which is drawn by chance.
    static NodeMark of(String node) {
        int drawn = Math.floorMod(node.hashCode(), LETTERS.length() * LETTERS.length());
        return new NodeMark("" + LETTERS.charAt(drawn / LETTERS.length()) + LETTERS.charAt(drawn % LETTERS.length()));
    }

    @Override
    public String toString() {
        return letters;
    }
}
