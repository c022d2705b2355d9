// SPDX-License-Identifier: Apache-2.0
package org.clearway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import org.clearway.language.Problem;
import org.jspecify.annotations.Nullable;

/// A fresh folder on the disk that is measured; gone when the bench is over, also when it is broken off.
final class BenchFolder implements AutoCloseable {
    private final Path path;
    private final Thread atTheEnd;

    private BenchFolder(Path path) {
        this.path = path;
        this.atTheEnd = new Thread(() -> remove(path));
        Runtime.getRuntime().addShutdownHook(atTheEnd);
    }

    /// @param within where to make it; where nothing is named, in the build's folder or the present one, and not where
    ///     a machine keeps what is temporary: that is often no disk at all
    static BenchFolder in(@Nullable Path within) {
        Path parent = within == null ? besideTheBuild() : within;
        try {
            Files.createDirectories(parent);
            return new BenchFolder(
                    Files.createTempDirectory(parent.toAbsolutePath().normalize(), "bench-"));
        } catch (IOException e) {
            throw new Problem("bench.no-folder", Map.of("folder", parent.toString(), "cause", e.toString()), e);
        }
    }

    Path path() {
        return path;
    }

    @Override
    public void close() {
        remove(path);
        try {
            Runtime.getRuntime().removeShutdownHook(atTheEnd);
        } catch (IllegalStateException alreadyEnding) {
            // Then it runs once more and finds nothing.
        }
    }

    private static Path besideTheBuild() {
        Path target = Path.of(System.getProperty("clearway.home", ""), "target");
        return Files.isDirectory(target) ? target : Path.of("");
    }

    private static void remove(Path folder) {
        if (!Files.exists(folder)) return;
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.deleteIfExists(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path inner, @Nullable IOException failure)
                        throws IOException {
                    Files.deleteIfExists(inner);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
