// SPDX-License-Identifier: Apache-2.0
package org.clearway.bulletin;

import java.util.ArrayDeque;
import java.util.Deque;

/// HTML and XML that cannot be broken out of: names of elements and attributes come from the code, everything else is
/// escaped, and what was opened is closed.
final class Markup {
    private final StringBuilder out = new StringBuilder(4_096);
    private final Deque<String> open = new ArrayDeque<>();

    /// Begins an element.
    /// @param attributes names and values, in turn
    Markup open(String element, String... attributes) {
        out.append('<').append(element);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"");
            escape(attributes[i + 1]);
            out.append('"');
        }
        out.append('>');
        open.push(element);
        return this;
    }

    Markup close() {
        out.append("</").append(open.pop()).append('>');
        return this;
    }

    Markup text(String text) {
        escape(text);
        return this;
    }

    Markup element(String element, String text, String... attributes) {
        return open(element, attributes).text(text).close();
    }

    Markup line() {
        out.append('\n');
        return this;
    }

    /// @throws IllegalStateException if an element is still open
    String done() {
        if (!open.isEmpty()) throw new IllegalStateException("Still open: " + open);
        return out.toString();
    }

    private void escape(String text) {
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                case '\n' -> out.append('\n');
                default -> {
                    if (mayStandInXml(c)) out.appendCodePoint(c);
                }
            }
        });
    }

    /// XML 1.0, production 2, but for controls, of which no text has need.
    private static boolean mayStandInXml(int c) {
        return c >= 0x20 && c != 0x7F && (c < 0xD800 || c > 0xDFFF) && c != 0xFFFE && c != 0xFFFF;
    }
}
