// SPDX-License-Identifier: Apache-2.0
package org.clearway.transport;

import java.util.regex.Pattern;

/// The random name of a node, as its journal's streams begin with it.
record NodeId(String text) {
    private static final Pattern SHAPE = Pattern.compile("[0-9a-z]{1,64}");

    NodeId {
        if (!SHAPE.matcher(text).matches()) throw new IllegalArgumentException("Not the name of a node: " + text);
    }
}
