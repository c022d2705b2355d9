// SPDX-License-Identifier: Apache-2.0
package org.clearway.transport;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/// SHA-256, as this package uses it.
final class Digested {
    private static final long VERSION_8 = 0x8000;
    private static final long VERSION_BITS = 0xF000;
    private static final long VARIANT_BITS = 0xC000_0000_0000_0000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private Digested() {}

    static byte[] bytes(byte[] of) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(of);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }

    static String hex(byte[] of) {
        return HexFormat.of().formatHex(bytes(of));
    }

    /// A UUID of version 8 (RFC 9562) that means nothing: it is made of a text, and tells no time.
    static UUID id(String of) {
        ByteBuffer digest = ByteBuffer.wrap(bytes(of.getBytes(StandardCharsets.UTF_8)));
        return new UUID(digest.getLong() & ~VERSION_BITS | VERSION_8, digest.getLong() & ~VARIANT_BITS | VARIANT);
    }
}
