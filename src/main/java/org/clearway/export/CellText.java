// SPDX-License-Identifier: Apache-2.0
package org.clearway.export;

/// Text as it may stand in a cell of somebody else's program.
final class CellText {
    /// With these a spreadsheet program begins a formula; the last four are their wide forms.
    private static final String FORMULA = "=+-@\uff1d\uff0b\uff0d\uff20";

    private CellText() {}

    /// Without what no cell shows: signs that steer a terminal or a file, and signs that turn the order of
    /// the letters after them, by which a text can show itself as another one. Marks of direction that
    /// turn nothing, and those that join letters, stay.
    static String clean(String text) {
        var clean = new StringBuilder(text.length());
        text.codePoints().forEach(sign -> {
            if (sign == '\t' || sign == '\r' || sign == '\n') clean.append(' ');
            else if (!turnsOrder(sign) && isShown(sign)) clean.appendCodePoint(sign);
        });
        return clean.toString();
    }

    /// Clean text that no spreadsheet program takes for a formula: an apostrophe stands before what would be one.
    static String harmless(String raw) {
        String text = clean(raw);
        String seen = text.stripLeading();
        return seen.isEmpty() || FORMULA.indexOf(seen.charAt(0)) < 0 ? text : "'" + text;
    }

    private static boolean turnsOrder(int sign) {
        return sign >= 0x202A && sign <= 0x202E || sign >= 0x2066 && sign <= 0x2069;
    }

    private static boolean isShown(int sign) {
        int type = Character.getType(sign);
        return type != Character.CONTROL
                && type != Character.SURROGATE
                && sign != 0xFEFF
                && sign != 0xFFFE
                && sign != 0xFFFF;
    }
}
