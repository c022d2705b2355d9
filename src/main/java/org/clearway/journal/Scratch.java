// SPDX-License-Identifier: Apache-2.0
package org.clearway.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/// A folder below a node's own for what is thrown away again, also by the next that needs it after
/// a program was cut off.
record Scratch(Path path) implements AutoCloseable {
    private static final String FOLDER = "scratch";

    static Scratch in(Path node, String name) throws IOException {
        Path path = node.resolve(FOLDER).resolve(name);
        remove(path);
        Files.createDirectories(path);
        OwnerOnly.folder(path);
        return new Scratch(path);
    }

    @Override
    public void close() throws IOException {
        remove(path);
    }

    /// Takes away a folder and all that is in it, where it is there.
    static void remove(Path path) throws IOException {
        if (!Files.exists(path)) return;
        try (Stream<Path> all = Files.walk(path)) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }
}
