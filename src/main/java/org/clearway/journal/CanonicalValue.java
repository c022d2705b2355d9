// SPDX-License-Identifier: Apache-2.0
package org.clearway.journal;

/// A value as the canonical bytes that the journal would keep of it, and back: for digests that people approve, and for
/// columns of views. The value is a record made of what bodies are made of.
public final class CanonicalValue {
    private static final BodyCodec CODEC = new BodyCodec();

    private CanonicalValue() {}

    public static byte[] bytes(Record value) {
        return CODEC.writeValue(value);
    }

    public static <T extends Record> T read(Class<T> type, byte[] bytes) {
        return type.cast(CODEC.readValue(type, bytes));
    }
}
