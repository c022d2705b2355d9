// SPDX-License-Identifier: Apache-2.0
package org.clearway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Properties;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The door by which commands reach a running node: on the loopback address only, on a port of its own, opened by a
/// token that stands in a file which only the folder's owner can read.
final class ControlServer implements AutoCloseable {
    static final String FILE = "node.address";
    static final String TOKEN_HEADER = "X-Clearway-Token";

    /// Where the command was typed, encoded as in an address.
    static final String FOLDER_HEADER = "X-Clearway-Folder";

    static final char OUT = 'o';
    static final char ERR = 'e';
    static final char EXIT = 'x';
    private static final int LARGEST_REQUEST = 1_000_000;

    private final HttpServer server;
    private final Path file;
    private final String token;
    private final Node node;

    private ControlServer(HttpServer server, Path file, String token, Node node) {
        this.server = server;
        this.file = file;
        this.token = token;
        this.node = node;
    }

    static ControlServer start(Path folder, Node node, SecureRandom chance) {
        try {
            byte[] secret = new byte[32];
            chance.nextBytes(secret);
            String token = HexFormat.of().formatHex(secret);
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var control = new ControlServer(server, folder.resolve(FILE), token, node);
            server.createContext("/command", control::answer);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.start();
            control.write();
            return control;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // A stale address is found out by whoever calls it.
        }
        server.stop(1);
    }

    private void write() throws IOException {
        var address = new Properties();
        address.setProperty("port", Integer.toString(server.getAddress().getPort()));
        address.setProperty("token", token);
        Files.deleteIfExists(file);
        Files.createFile(file);
        if (Files.getFileAttributeView(file, PosixFileAttributeView.class) != null) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
        try (var out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            address.store(out, "A node is running on this folder.");
        }
    }

    /// The request is a JSON array of arguments; the answer is a line per piece of output: `o` or `e` and the bytes in
    /// hexadecimal, and at the end `x` and the exit code.
    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String given = exchange.getRequestHeaders().getFirst(TOKEN_HEADER);
            if (given == null
                    || !MessageDigest.isEqual(
                            given.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8))) {
                exchange.sendResponseHeaders(403, -1);
                return;
            }
            var args = new ArrayList<String>();
            byte[] request = exchange.getRequestBody().readNBytes(LARGEST_REQUEST);
            for (JsonNode arg : JsonMapper.builder().build().readTree(request)) args.add(arg.asString());
            exchange.sendResponseHeaders(200, 0);
            var out = new Lines(OUT, exchange.getResponseBody());
            var err = new Lines(ERR, exchange.getResponseBody());
            var terminal = new Terminal(
                    new PrintStream(out, true, StandardCharsets.UTF_8),
                    new PrintStream(err, true, StandardCharsets.UTF_8));
            int code = CommandLines.run(args.toArray(String[]::new), terminal, Reach.inside(node, typedIn(exchange)));
            terminal.out().flush();
            terminal.err().flush();
            exchange.getResponseBody().write((EXIT + Integer.toString(code) + "\n").getBytes(StandardCharsets.UTF_8));
        }
    }

    private static Path typedIn(HttpExchange exchange) {
        String folder = exchange.getRequestHeaders().getFirst(FOLDER_HEADER);
        return folder == null ? Path.of("") : Path.of(URLDecoder.decode(folder, StandardCharsets.UTF_8));
    }

    /// Sends on what is written, at each flush, as one line.
    private static final class Lines extends ByteArrayOutputStream {
        private final char mark;
        private final OutputStream to;

        Lines(char mark, OutputStream to) {
            this.mark = mark;
            this.to = to;
        }

        @Override
        public void flush() throws IOException {
            if (size() == 0) return;
            byte[] line = (mark + HexFormat.of().formatHex(toByteArray()) + "\n").getBytes(StandardCharsets.UTF_8);
            reset();
            synchronized (to) {
                to.write(line);
                to.flush();
            }
        }
    }
}
