// SPDX-License-Identifier: Apache-2.0
package org.clearway;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.clearway.language.Problem;

/// A command of this very program, run as a process of its own and watched from outside.
///
/// @param seconds from the start of its process to its end
/// @param megabytes the most that it held in memory at once, where the system tells
record BenchWatched(double seconds, Optional<Double> megabytes) {
    private static final long BETWEEN_LOOKS_NANOS = Duration.ofMillis(5).toNanos();

    /// @param log what it printed goes there
    /// @throws Problem `bench.child-failed` where it did not end well
    static BenchWatched run(Path log, String... args) {
        long begin = System.nanoTime();
        Process process = BenchSelf.start(BenchSelf.command(true, args), log);
        Optional<Double> most = Optional.empty();
        while (process.isAlive()) {
            // What it held at most so far: the last look before its end tells nearly all.
            Optional<Double> now = resident(process.pid(), "VmHWM");
            if (now.isPresent()) most = now;
            LockSupport.parkNanos(BETWEEN_LOOKS_NANOS);
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        if (process.exitValue() != ExitCode.FINE) throw new Problem("bench.child-failed", Map.of("log", lastLine(log)));
        return new BenchWatched(seconds, most);
    }

    /// What the kernel says a process holds in memory, in MB, where it says so.
    /// @param which `VmRSS` for now, `VmHWM` for the most so far
    static Optional<Double> resident(long pid, String which) {
        return BenchMachine.line(Path.of("/proc", Long.toString(pid), "status"), which)
                .map(kib -> Long.parseLong(kib.replaceAll("\\D", "")) / 1_024.0);
    }

    static String lastLine(Path log) {
        try (Stream<String> lines = Files.lines(log)) {
            return lines.filter(line -> !line.isBlank()).reduce("", (before, line) -> line);
        } catch (IOException e) {
            return "";
        }
    }
}
