// SPDX-License-Identifier: Apache-2.0
package org.clearway.journal;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Canonical JSON after RFC 8785: members in the order of their names' UTF-16 units, no white space, the shortest
/// escapes. Numbers are whole and within ±(2⁵³ − 1), so that its rules for floats are never needed.
final class Canonical {
    private static final long LARGEST = (1L << 53) - 1;
    private static final String HEX = "0123456789abcdef";

    private Canonical() {}

    /// The canonical bytes of a tree of Map, List, String, Long, Integer, Boolean and null.
    static byte[] bytes(@Nullable Object tree) {
        return text(tree).getBytes(StandardCharsets.UTF_8);
    }

    static String text(@Nullable Object tree) {
        var out = new StringBuilder(256);
        write(tree, out);
        return out.toString();
    }

    /// Text that is canonical already, put into a tree as it is.
    record Raw(String json) {}

    /// Writes a tree as {@link #text} would, at the end of `out`.
    static void write(@Nullable Object value, StringBuilder out) {
        switch (value) {
            case null -> out.append("null");
            case String text -> writeText(text, out);
            case Raw raw -> out.append(raw.json());
            case Boolean truth -> out.append(truth.booleanValue());
            case Integer number -> out.append(number.intValue());
            case Long number -> {
                if (number > LARGEST || number < -LARGEST) {
                    throw new IllegalArgumentException(
                            "A whole number in the journal is within ±(2^53 - 1), got " + number + ".");
                }
                out.append(number.longValue());
            }
            case List<?> list -> {
                out.append('[');
                for (int i = 0; i < list.size(); i++) {
                    if (i > 0) out.append(',');
                    write(list.get(i), out);
                }
                out.append(']');
            }
            case Map<?, ?> map -> {
                var sorted = new TreeMap<String, @Nullable Object>();
                map.forEach((name, member) -> sorted.put((String) name, member));
                out.append('{');
                boolean first = true;
                for (Map.Entry<String, @Nullable Object> member : sorted.entrySet()) {
                    if (!first) out.append(',');
                    first = false;
                    writeText(member.getKey(), out);
                    out.append(':');
                    write(member.getValue(), out);
                }
                out.append('}');
            }
            default -> throw new IllegalArgumentException("No place in the journal for a " + value.getClass() + ".");
        }
    }

    private static void writeText(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < 0x20) {
                        out.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
                    } else if (Character.isSurrogate(c)) {
                        if (!Character.isHighSurrogate(c)
                                || i + 1 == text.length()
                                || !Character.isLowSurrogate(text.charAt(i + 1))) {
                            throw new IllegalArgumentException("Text with half a character at " + i + ".");
                        }
                        out.append(c).append(text.charAt(++i));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }
}
