// SPDX-License-Identifier: Apache-2.0
package org.clearway.bulletin;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.clearway.journal.CanonicalValue;
import org.clearway.language.Problem;

/// The SHA-256 of a bulletin's canonical bytes, in 64 hexadecimal digits: what an approval names, so that nothing else
/// is
/// published than what was read.
public record Digest(String hex) {
    private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{64}");

    /// @throws Problem `bulletin.digest`
    public Digest {
        if (!SHAPE.matcher(hex).matches()) throw Problem.of("bulletin.digest", "value", hex);
    }

    static Digest of(Bulletin bulletin) {
        try {
            return new Digest(HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(CanonicalValue.bytes(bulletin))));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }

    @Override
    public String toString() {
        return hex;
    }
}
