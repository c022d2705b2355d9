// SPDX-License-Identifier: Apache-2.0
package org.clearway;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The machine that figures were measured on: without it they mean nothing.
///
/// @param memoryMb of the machine, where it tells
/// @param disk the device that holds the folder, as the system names it
/// @param database what holds the node that is measured
record BenchMachine(
        int cores,
        Optional<Long> memoryMb,
        String processor,
        String system,
        String jdk,
        String filesystem,
        String disk,
        String database) {

    /// This machine, and the disk under `folder`.
    static BenchMachine here(Path folder, String database) {
        String filesystem = "?";
        String disk = "?";
        try {
            FileStore store = Files.getFileStore(folder);
            filesystem = store.type();
            disk = store.name();
        } catch (IOException e) {
            // Not every system tells; the figures stand without it.
        }
        return new BenchMachine(
                Runtime.getRuntime().availableProcessors(),
                line(Path.of("/proc/meminfo"), "MemTotal")
                        .map(kib -> Long.parseLong(kib.replaceAll("\\D", "")) / 1_024),
                line(Path.of("/proc/cpuinfo"), "model name").orElse("?"),
                System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                        + System.getProperty("os.arch"),
                System.getProperty("java.vendor") + " " + Runtime.version(),
                filesystem,
                disk,
                database);
    }

    Map<String, Object> facts() {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("cores", cores);
        memoryMb.ifPresent(size -> facts.put("memory_mb", size));
        facts.put("processor", processor);
        facts.put("system", system);
        facts.put("jdk", jdk);
        facts.put("filesystem", filesystem);
        facts.put("disk", disk);
        facts.put("database", database);
        return facts;
    }

    /// The value of the first line `name: value` of a file that Linux keeps, where there is one.
    static Optional<String> line(Path file, String name) {
        if (!Files.isReadable(file)) return Optional.empty();
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(name))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
