// SPDX-License-Identifier: Apache-2.0
package org.clearway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// This very program, to be started once more: the same JVM, the same flags, the same classes.
final class BenchSelf {
    private static final String CACHE = "-XX:AOTCache=";

    private BenchSelf() {}

    /// The cache that `./clearway tune` made, where this program was started with it: the script has seen to it that it
    /// fits the build and the JDK.
    static Optional<String> tuning() {
        return flags().stream().filter(flag -> flag.startsWith(CACHE)).findFirst();
    }

    /// The command line that starts this program with `args`.
    /// @param tuned with the cache of `tune`, where there is one
    static List<String> command(boolean tuned, String... args) {
        var command = new ArrayList<String>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        flags().stream().filter(flag -> tuned || !flag.startsWith(CACHE)).forEach(command::add);
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(Main.class.getName());
        command.addAll(List.of(args));
        return command;
    }

    /// Starts a command whose output nobody reads but, when it goes wrong, in `log`.
    static Process start(List<String> command, Path log) {
        try {
            var builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            // The folder of a bench has a passphrase of its own.
            builder.environment().remove("CLEARWAY_PASSPHRASE");
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> flags() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments();
    }
}
