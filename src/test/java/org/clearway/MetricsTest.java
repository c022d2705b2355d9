// SPDX-License-Identifier: Apache-2.0
package org.clearway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clearway.language.Refusal.refused;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.Set;
import org.clearway.access.AccountId;
import org.clearway.access.Actor;
import org.clearway.access.Role;
import org.clearway.accounts.Password;
import org.clearway.journal.TestNode;
import org.clearway.web.Surfer;
import org.clearway.web.WebShell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricsTest {
    private static final String PASSPHRASE = "a passphrase for tests";
    private static final Actor ADMINISTRATOR = new Actor(AccountId.NODE, Set.of(Role.ADMINISTRATOR));

    @TempDir
    Path folder;

    private Node node;
    private Metrics metrics;
    private WebShell.Running pages;
    private Surfer surfer;

    @BeforeEach
    void open() {
        var made = TestNode.unmade(folder, "arms");
        made.create(Optional.empty(), PASSPHRASE, new SecureRandom());
        node = Node.open(made, PASSPHRASE);
        metrics = Metrics.start(node.journal(), 0);
        pages = WebServer.start(node, 0, Optional.empty(), Optional.empty(), Optional.of(metrics));
        surfer = new Surfer(pages.address());
    }

    @AfterEach
    void close() {
        pages.close();
        metrics.close();
        node.close();
    }

    @Test
    void actsEntriesDiskAndRequestsAreCountedAndTimed() {
        account("reception-1", Role.RECEPTION);
        account("admin-2", Role.ADMINISTRATOR);
        surfer.get("/news");
        surfer.get("/no-such-page");
        assertThat(figures())
                .containsPattern("clearway_acts_seconds_count\\{outcome=\"done\"} [1-9]")
                .contains("clearway_acts_seconds_bucket{outcome=\"done\",le=\"0.05\"}")
                .contains("clearway_acts_waiting 0.0")
                .contains("clearway_entries "
                        + (double) node.journal().condition().entries())
                .containsPattern("clearway_disk_free_bytes [1-9]")
                .contains("clearway_http_seconds_count{method=\"GET\",route=\"/news\",status=\"200\"} 1")
                .contains("route=\"none\",status=\"404\"");
    }

    /// How often a page is asked for can tell that a vehicle left, or that somebody complained.
    @Test
    void pagesOfDesksShareOneCountAndNoAddressIsTold() {
        String password = account("coordination-1", Role.COORDINATION);
        surfer.signIn("coordination-1", password);
        for (String path :
                new String[] {"/reception", "/convoys", "/complain", "/vehicles/bus-77", "/accounts/zebra"}) {
            surfer.get(path);
        }
        assertThat(figures())
                .contains("route=\"desks\"")
                .doesNotContain("/reception", "/convoys", "/complain", "/vehicles", "bus-77", "zebra")
                .doesNotContain("coordination-1");
    }

    @Test
    void onlyThisMachineIsAnsweredAndOnlyUnderItsOwnName() throws Exception {
        assertThat(metrics.address().getHost()).isEqualTo("localhost");
        assertThat(status("/metrics", "GET")).isEqualTo(200);
        assertThat(status("/metrics", "POST")).isEqualTo(405);
        assertThat(status("/", "GET")).isEqualTo(404);
        assertThat(asked("evil.example")).startsWith("HTTP/1.1 421");
        assertThat(asked("localhost:" + metrics.address().getPort())).startsWith("HTTP/1.1 200");
    }

    @Test
    void aPortThatIsTakenIsSaid() {
        refused(
                "web.port-taken",
                () -> Metrics.start(node.journal(), metrics.address().getPort()));
    }

    private String asked(String host) throws IOException {
        try (var socket = new Socket("localhost", metrics.address().getPort())) {
            socket.getOutputStream()
                    .write(("GET /metrics HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private String account(String name, Role role) {
        Password password = Password.random(new SecureRandom());
        node.accounts()
                .open(
                        ADMINISTRATOR,
                        node.journal().ids().next(),
                        new AccountId(name),
                        Set.of(role),
                        password,
                        org.clearway.accounts.Lasts.AS_IT_IS);
        return password.text();
    }

    private String figures() {
        return get(metrics.address()).body();
    }

    private int status(String path, String method) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(metrics.address().resolve(path))
                                    .method(method, HttpRequest.BodyPublishers.noBody())
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }

    private static HttpResponse<String> get(URI address) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
