// SPDX-License-Identifier: Apache-2.0
package org.clearway.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// The bytes of every version of every body that was ever written: `golden/TYPE.vN.json`, canonical JSON. They are
/// committed, and read for ever.
public final class Golden {
    private Golden() {}

    /// Every kind of entry of `chapter` has its golden bytes, and reads and writes them unchanged.
    public static void holds(Chapter chapter) {
        var codec = new BodyCodec();
        for (EntryKind kind : chapter.kinds()) {
            String name = "golden/" + kind.name() + ".v" + kind.version() + ".json";
            String golden = read(name);
            Body body = codec.read(kind.body(), golden);
            String written = codec.write(body, "", (clear, place, kept) -> {
                throw new AssertionError("A golden body holds sealed values already closed.");
            });
            assertThat(written).as(name).isEqualTo(golden);
        }
    }

    private static String read(String name) {
        try (InputStream in = Golden.class.getResourceAsStream("/" + name)) {
            assertThat(in).as("%s, to be written once and committed", name).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).stripTrailing();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
