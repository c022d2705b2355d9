// SPDX-License-Identifier: Apache-2.0
package org.clearway.transport;

import java.util.regex.Pattern;
import org.clearway.language.Problem;

/// The SHA-256 of a manifest's canonical bytes, in 64 hexadecimal digits: what is sealed and
/// signed, so that nothing else travels than what two people had before them.
public record ManifestDigest(String hex) {
    private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{64}");

    /// @throws Problem `transport.manifest-digest`
    public ManifestDigest {
        if (!SHAPE.matcher(hex).matches()) throw Problem.of("transport.manifest-digest", "value", hex);
    }

    /// Its beginning, for people to compare.
    public String brief() {
        return hex.substring(0, 4) + " " + hex.substring(4, 8) + " " + hex.substring(8, 12);
    }

    @Override
    public String toString() {
        return hex;
    }
}
