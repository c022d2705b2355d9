// SPDX-License-Identifier: Apache-2.0
package org.clearway.arms;

import java.util.Locale;
import org.clearway.language.Problem;

/// The tag that is tied to an item: eight random characters of Crockford's base 32. It means nothing.
///
/// @param text without the hyphen that is shown
public record ItemTag(String text) implements Comparable<ItemTag> {
    static final int BYTES = 5;

    /// @throws Problem `arms.tag`
    public ItemTag {
        if (!Letters.are(text, 8)) throw Problem.of("arms.tag", "value", text);
    }

    /// Reads a tag as people type it: small letters, spaces, hyphens, O for 0, I and L for 1.
    /// @throws Problem `arms.tag`
    public static ItemTag parse(String typed) {
        String text = Letters.typed(typed);
        if (!Letters.are(text, 8))
            throw Problem.of("arms.tag", "value", typed.strip().toUpperCase(Locale.ROOT));
        return new ItemTag(text);
    }

    @Override
    public int compareTo(ItemTag other) {
        return text.compareTo(other.text);
    }

    /// As the tag shows it, such as `K7QF-3XM2`.
    @Override
    public String toString() {
        return Letters.inFours(text);
    }
}
