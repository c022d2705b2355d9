// SPDX-License-Identifier: Apache-2.0
package org.clearway.journal;

import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.clearway.language.Base32;

/// An Ed25519 public key, X.509 encoded, in base64: what is signed by a node is known by it, at any
/// other node too.
public record VerifyingKey(String base64) {
    /// What stands before the 32 bytes of every such key (RFC 8410).
    private static final String BEGINS = "302a300506032b6570032100";

    private static final int BYTES = 44;

    /// 120 bits of the key's digest: nobody makes another key that shows the same.
    private static final int COMPARED_BYTES = 15;

    /// @throws IllegalArgumentException if it is no such key, or is written otherwise
    public VerifyingKey {
        byte[] key = Base64.getDecoder().decode(base64);
        if (key.length != BYTES
                || !HexFormat.of().formatHex(key, 0, BYTES - Crypto.KEY_BYTES).equals(BEGINS)
                || !Base64.getEncoder().encodeToString(key).equals(base64)) {
            throw new IllegalArgumentException("Not an Ed25519 key: " + base64);
        }
    }

    /// Whether the node of this key signed `text` for a purpose, as {@link Journal#sign} does.
    public boolean signed(String purpose, String text, byte[] signature) {
        return Crypto.signed(base64, Journal.forPurpose(purpose, text), signature);
    }

    /// Six groups of four characters, for people to compare aloud.
    public String groups() {
        byte[] digest = Crypto.sha256().digest(Base64.getDecoder().decode(base64));
        return Base32.inFours(Base32.write(Arrays.copyOf(digest, COMPARED_BYTES)), " ");
    }
}
