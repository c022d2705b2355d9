// SPDX-License-Identifier: Apache-2.0
package org.clearway.export;

import java.util.regex.Pattern;

/// The SHA-256 of a file's bytes, in 64 hexadecimal digits.
public record FileDigest(String hex) {
    private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{64}");

    public FileDigest {
        if (!SHAPE.matcher(hex).matches()) throw new IllegalArgumentException("Not a SHA-256: " + hex);
    }

    @Override
    public String toString() {
        return hex;
    }
}
