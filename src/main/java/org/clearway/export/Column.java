// SPDX-License-Identifier: Apache-2.0
package org.clearway.export;

/// A column of a table.
/// @param key of its words, after `export.column.`
/// @param tag its hashtag of the Humanitarian Exchange Language 1.1; empty where it has none
/// @param width in characters
record Column(String key, String tag, int width) {
    static Column of(String key) {
        return new Column(key, "", 18);
    }

    static Column of(String key, String tag) {
        return new Column(key, tag, 18);
    }

    Column wide() {
        return new Column(key, tag, 44);
    }
}
