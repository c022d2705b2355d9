// SPDX-License-Identifier: Apache-2.0
package org.clearway;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.clearway.language.Problem;
import tools.jackson.databind.json.JsonMapper;

/// Hands a command to the node that is running on a folder, and shows what it answers.
final class ControlClient {
    private final int port;
    private final String token;

    private ControlClient(int port, String token) {
        this.port = port;
        this.token = token;
    }

    /// The running node's door, where there is one and somebody answers.
    static Optional<ControlClient> find(Path folder) {
        Path file = folder.resolve(ControlServer.FILE);
        if (!Files.exists(file)) return Optional.empty();
        var address = new Properties();
        try (var in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            address.load(in);
            int port = Integer.parseInt(address.getProperty("port", "0"));
            try (var socket = new java.net.Socket(InetAddress.getLoopbackAddress(), port)) {
                return socket.isConnected()
                        ? Optional.of(new ControlClient(port, address.getProperty("token", "")))
                        : Optional.empty();
            }
        } catch (ConnectException | NumberFormatException nobodyThere) {
            return Optional.empty();
        } catch (IOException e) {
            throw new Problem("command.file-unreadable", Map.of("file", file.toString(), "cause", e.toString()), e);
        }
    }

    /// @return the exit code that the node answered
    int run(Context context) {
        String host = InetAddress.getLoopbackAddress().getHostAddress();
        URI uri = URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port + "/command");
        HttpRequest request = HttpRequest.newBuilder(uri)
                .header(ControlServer.TOKEN_HEADER, token)
                .header(
                        ControlServer.FOLDER_HEADER,
                        URLEncoder.encode(Path.of("").toAbsolutePath().toString(), StandardCharsets.UTF_8))
                .timeout(Duration.ofHours(6))
                .POST(HttpRequest.BodyPublishers.ofString(
                        JsonMapper.builder().build().writeValueAsString(context.args())))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<java.io.InputStream> response =
                    client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            if (response.statusCode() != 200) throw Problem.of("command.node-refused", "status", response.statusCode());
            return show(response.body(), context);
        } catch (IOException e) {
            throw new Problem("command.node-lost", Map.of("cause", e.toString()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Problem("command.node-lost", Map.of("cause", e.toString()), e);
        }
    }

    private static int show(java.io.InputStream answer, Context context) throws IOException {
        try (var lines = new BufferedReader(new InputStreamReader(answer, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String rest = line.substring(1);
                switch (line.charAt(0)) {
                    case ControlServer.OUT ->
                        context.terminal().out().writeBytes(HexFormat.of().parseHex(rest));
                    case ControlServer.ERR ->
                        context.terminal().err().writeBytes(HexFormat.of().parseHex(rest));
                    case ControlServer.EXIT -> {
                        return Integer.parseInt(rest);
                    }
                    default -> throw new IOException("not an answer: " + line);
                }
            }
        }
        throw new Problem("command.node-lost", Map.of("cause", "end of answer"));
    }
}
