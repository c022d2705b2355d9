// SPDX-License-Identifier: Apache-2.0
package org.clearway.bulletin;

import java.util.Locale;
import java.util.regex.Pattern;
import org.clearway.language.Problem;

/// How a tag is written in an address: its kind and what it stands for, such as `area-north-bank` or `theme-corridor`.
public record TagId(String text) {
    private static final int LONGEST = 80;
    private static final Pattern SHAPE = Pattern.compile("(area|corridor|theme)-[a-z0-9]++(-[a-z0-9]++)*+");

    /// @throws Problem `bulletin.tag-id`
    public TagId {
        if (text.length() > LONGEST || !SHAPE.matcher(text).matches())
            throw Problem.of("bulletin.tag-id", "value", text);
    }

    static TagId of(String kind, Object slug) {
        return new TagId(kind + "-" + slug.toString().toLowerCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return text;
    }
}
