// SPDX-License-Identifier: Apache-2.0
package org.clearway.journal;

import java.time.Instant;
import java.util.UUID;

/// One act of somebody, named by whoever acts, so that a repeated request is the same act. A UUID of version 7
/// (RFC 9562), whose first 48 bits are the time at which it was named, in milliseconds since 1970.
public record ActId(UUID id) {
    public ActId {
        if (id.version() != 7) {
            throw new IllegalArgumentException("An act is named by a UUID of version 7, got " + id + ".");
        }
    }

    public static ActId parse(String text) {
        return new ActId(UUID.fromString(text));
    }

    /// When the act was named, by the clock of whoever named it.
    public Instant named() {
        return Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16);
    }

    @Override
    public String toString() {
        return id.toString();
    }
}
