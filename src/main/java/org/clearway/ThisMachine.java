// SPDX-License-Identifier: Apache-2.0
package org.clearway;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.OptionalLong;
import org.clearway.health.Machine;

/// The machine that this program runs on.
final class ThisMachine implements Machine {
    @Override
    public Instant now() {
        return Instant.now();
    }

    @Override
    public long nanos() {
        return System.nanoTime();
    }

    @Override
    public OptionalLong freeBytes(Path folder) {
        return ask(folder, FileStore::getUsableSpace);
    }

    @Override
    public OptionalLong allBytes(Path folder) {
        return ask(folder, FileStore::getTotalSpace);
    }

    private interface Asked {
        long of(FileStore disk) throws IOException;
    }

    private static OptionalLong ask(Path folder, Asked asked) {
        try {
            return OptionalLong.of(asked.of(Files.getFileStore(folder)));
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }

    @Override
    public long memoryUsed() {
        Runtime program = Runtime.getRuntime();
        return program.totalMemory() - program.freeMemory();
    }

    @Override
    public long memoryMost() {
        return Runtime.getRuntime().maxMemory();
    }
}
