// SPDX-License-Identifier: Apache-2.0
package org.clearway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// This very program, to be started once more: the same JVM, the same flags, the same classes.
final class BenchSelf {
    private static final String CACHE = "-XX:AOTCache=";

    /// A program that has not answered, or not ended, after this long does not.
    static final Duration PATIENCE = Duration.ofMinutes(1);

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

    /// Whether the first page is there, also where the node sends its visitor on to it.
    static boolean answers(int port) {
        try {
            var page = (HttpURLConnection)
                    URI.create("http://127.0.0.1:" + port + "/").toURL().openConnection();
            page.setConnectTimeout(1_000);
            page.setReadTimeout(30_000);
            try {
                if (page.getResponseCode() != HttpURLConnection.HTTP_OK) return false;
                page.getInputStream().readAllBytes();
                return true;
            } finally {
                page.disconnect();
            }
        } catch (IOException notYet) {
            return false;
        }
    }

    static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static int ended(Process process) {
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) process.destroyForcibly();
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
            return -1;
        }
    }
}
