// SPDX-License-Identifier: Apache-2.0
package org.clearway.transport;

import java.util.Base64;

/// What a node signed with, in base64: an Ed25519 signature, of 64 bytes.
record NodeSignature(String base64) {
    private static final int BYTES = 64;

    NodeSignature {
        byte[] signature = Base64.getDecoder().decode(base64);
        // Its last character has bits that say nothing: written in one way, it can be changed in none.
        if (signature.length != BYTES
                || !Base64.getEncoder().encodeToString(signature).equals(base64)) {
            throw new IllegalArgumentException("Not a signature: " + base64);
        }
    }

    static NodeSignature of(byte[] signature) {
        return new NodeSignature(Base64.getEncoder().encodeToString(signature));
    }

    byte[] bytes() {
        return Base64.getDecoder().decode(base64);
    }
}
