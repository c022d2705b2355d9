// SPDX-License-Identifier: Apache-2.0
package org.clearway.journal;

import java.util.HexFormat;

/// The end of a stream: the last sequence number used, the hash of that entry, when it was recorded.
record Head(StreamId stream, long sequence, byte[] hash, long recorded, long position) {
    static final byte[] NOTHING = new byte[32];

    String hashText() {
        return HexFormat.of().formatHex(hash);
    }
}
