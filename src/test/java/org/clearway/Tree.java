// SPDX-License-Identifier: Apache-2.0
package org.clearway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The files of this project, for the tests that read them. A test runs in the project's folder.
final class Tree {
    private static final List<String> NOT_OURS = List.of("target", ".git", "clearway-data", ".idea", ".vscode");

    private Tree() {}

    /// Every file below `folder`, in order; none if there is no such folder.
    static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) return List.of();
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Path> files(String folder, String... endings) {
        return files(Path.of(folder)).stream()
                .filter(file -> Stream.of(endings).anyMatch(file.toString()::endsWith))
                .toList();
    }

    /// All that is kept: no builds, no data of a node, none of an editor's own.
    static List<Path> project() {
        try (Stream<Path> top = Files.list(Path.of(""))) {
            return top.filter(path -> !NOT_OURS.contains(path.getFileName().toString()))
                    .flatMap(path -> Files.isDirectory(path) ? files(path).stream() : Stream.of(path))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
