// SPDX-License-Identifier: Apache-2.0
package org.clearway;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.OutputStreamAppender;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.SoftAssertions;
import org.clearway.access.AccountId;
import org.clearway.access.Actor;
import org.clearway.access.Role;
import org.clearway.corridor.CrossingId;
import org.clearway.corridor.Sayings;
import org.clearway.gate.Band;
import org.clearway.gate.Card;
import org.clearway.gate.Cards;
import org.clearway.gate.Direction;
import org.clearway.gate.Explained;
import org.clearway.gate.Gate;
import org.clearway.gate.Gates;
import org.clearway.gate.Household;
import org.clearway.gate.Passing;
import org.clearway.journal.TestDatabase;
import org.clearway.language.Language;
import org.clearway.web.Crossing;
import org.clearway.web.Site;
import org.clearway.web.Surfer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What nobody may find in a log or among the figures for machines is planted on real pages, and
/// looked for in all that is logged, at the level at which a library says the most that anybody
/// would ask of it.
class LogsTest {
    private static final Gate GATE = new Gate(Sayings.CORRIDOR, new CrossingId("south-crossing"));
    private static final String ACCOUNT = "zebra-finch-77";
    private static final String PASSWORD = "quagga-in-the-well-9";
    private static final String MISTYPED = "quagga-in-the-hell-9";
    private static final String NOTE = "okapi took our water";
    private static final String PLATE = "PANGO 4821";

    @TempDir
    Path folder;

    private final ByteArrayOutputStream text = new ByteArrayOutputStream();
    private final ByteArrayOutputStream json = new ByteArrayOutputStream();
    private final AtomicReference<Optional<Metrics>> metrics = new AtomicReference<>(Optional.empty());
    private final List<String> canaries = new ArrayList<>(List.of(ACCOUNT, PASSWORD, MISTYPED, NOTE, "okapi", PLATE));
    private Site site;
    private Logger root;
    private Appender<ILoggingEvent> usual;
    private final List<Appender<ILoggingEvent>> added = new ArrayList<>();

    @BeforeEach
    void open() {
        site = Site.in(folder.resolve("node"), journal -> {
            metrics.set(Optional.of(Metrics.start(journal, 0)));
            return metrics.get().stream().toList();
        });
        Crossing.on(site);
        Crossing.openGates(site);
        root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        usual = root.getAppender("STDERR");
        root.detachAppender(usual);
        listen(LogLines.Form.TEXT, text);
        listen(LogLines.Form.JSON, json);
        root.setLevel(Level.DEBUG);
    }

    private void listen(LogLines.Form form, ByteArrayOutputStream to) {
        var context = (LoggerContext) LoggerFactory.getILoggerFactory();
        var lines = new LogLines(form);
        lines.setContext(context);
        lines.start();
        var appender = new OutputStreamAppender<ILoggingEvent>();
        appender.setContext(context);
        appender.setEncoder(lines);
        appender.setOutputStream(to);
        appender.start();
        root.addAppender(appender);
        added.add(appender);
    }

    @AfterEach
    void close() {
        root.setLevel(Level.WARN);
        added.forEach(root::detachAppender);
        root.addAppender(usual);
        metrics.get().ifPresent(Metrics::close);
        site.close();
    }

    @Test
    void nothingOfAnybodyIsLoggedOrCountedWhateverIsSentAndWhateverFails() throws Exception {
        people();
        mistakes();
        failures();
        String incident = breakdown();

        String logged = text.toString(StandardCharsets.UTF_8);
        String lines = json.toString(StandardCharsets.UTF_8);
        String figures = figures();
        var found = new SoftAssertions();
        for (String canary : canaries) {
            for (String written : List.of(logged, lines, figures)) {
                found.assertThat(written.lines()
                                .filter(line ->
                                        line.toLowerCase(Locale.ROOT).contains(canary.toLowerCase(Locale.ROOT))))
                        .as(canary)
                        .isEmpty();
            }
        }
        found.assertAll();
        assertThat(logged)
                .as("what failed is found again by its number, and by where it failed")
                .contains("Incident " + incident + " at /vehicles")
                .contains("org.clearway.transport.");
        assertThat(figures).contains("clearway_http_seconds_count", "status=\"500\"");
        var mapper = JsonMapper.builder().build();
        assertThat(lines.lines()).isNotEmpty().allSatisfy(line -> {
            JsonNode one = mapper.readTree(line);
            assertThat(one.path("at").asString()).endsWith("Z");
            assertThat(one.path("level").asString()).isNotEmpty();
            assertThat(one.path("logger").asString()).isNotEmpty();
        });
        assertThat(lines.lines().filter(line -> line.contains("Incident " + incident)))
                .singleElement()
                .satisfies(line -> assertThat(
                                mapper.readTree(line).path("failures").path(0).path("frames"))
                        .isNotEmpty());
    }

    /// An account, a card, what somebody complains of, and a plate go through the pages that they
    /// belong on.
    private void people() {
        Surfer administrator = site.surfer();
        administrator.signIn(Role.ADMINISTRATOR);
        administrator.get("/accounts");
        administrator.post("/accounts", Map.of("account", ACCOUNT, "desk", "GATE", "password", PASSWORD));
        administrator.get("/accounts/" + ACCOUNT);
        site.surfer().signIn(ACCOUNT, MISTYPED);
        site.surfer().signIn(ACCOUNT, PASSWORD);

        Card card = card();
        canaries.add(card.number().text());
        canaries.add(card.number().toString());
        Surfer gate = site.surfer();
        gate.signIn(Role.GATE);
        gate.get("/cards");
        assertThat(gate.post("/cards", Map.of("read", card.number().toString())).statusCode())
                .isEqualTo(200);
        gate.post("/cards/household", Map.of("number", card.number().toString()));
        gate.post("/cards", Map.of("read", card.code()));

        Surfer anyone = site.surfer();
        anyone.get("/complain");
        String filed = anyone.post(
                        "/complain",
                        Map.of("about", "south-gate/south-kitchen", "language", "en", "topic", "WATER", "words", NOTE))
                .body();
        assertThat(filed).contains("It is received");
        canaries.add(filed.replaceAll("(?s).*?([2-9A-HJ-NP-Z]{5}-[2-9A-HJ-NP-Z]{5}).*", "$1"));

        Surfer coordination = site.surfer();
        coordination.signIn(Role.COORDINATION);
        coordination.get("/vehicles/new");
        assertThat(coordination.post("/vehicles/new", bus("bus-07")).statusCode())
                .isEqualTo(303);
        coordination.get("/vehicles/bus-07");
        assertThat(coordination.post("/vehicles/bus-07/plate", Map.of()).body()).contains(PLATE);
    }

    private static Map<String, String> bus(String name) {
        return Map.of("vehicle", name, "type", "BUS", "seats", "45", "plate", PLATE);
    }

    private Card card() {
        var desk = new Actor(new AccountId("gate-1"), Set.of(Role.GATE));
        var people = Map.of(Band.FEMALE_FROM_18, 2L);
        new Gates(site.journal(), new org.clearway.corridor.Corridors(site.journal()))
                .count(desk, site.node().act(), GATE, Direction.OUT, Sayings.ZONE, Passing.household(people));
        return new Cards(site.journal())
                .issue(
                        desk,
                        site.node().act(),
                        GATE,
                        Sayings.ZONE,
                        EnumSet.allOf(Explained.class),
                        new Household(people, Map.of(), Language.AR, Optional.empty(), List.of()));
    }

    /// The same in places where it does not belong.
    private void mistakes() throws IOException {
        String card = canaries.stream()
                .filter(canary -> canary.matches("[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}"))
                .findFirst()
                .orElseThrow();
        Surfer gate = site.surfer();
        gate.signIn(Role.GATE);
        for (String canary : List.of(ACCOUNT, card, "okapi", "PANGO-4821")) {
            gate.get("/" + canary);
            gate.get("/accounts/" + canary);
            gate.get("/reception/" + canary);
            gate.get("/bulletins/" + canary);
            gate.get("/board?at=" + canary + "&lang=" + canary);
            gate.get("/access-log?before=" + canary);
            gate.get("/gate/" + canary + "/" + canary);
            gate.get("/cards");
            gate.post("/cards", Map.of("read", canary + "!", "act", canary));
            gate.post("/cards", Map.of("_csrf", canary));
            raw("GET /" + canary + "|{}<> HTTP/1.1\r\nHost: localhost\r\n\r\n");
            raw("GET / HTTP/1.1\r\nHost: " + canary + "_?\r\n\r\n");
            raw(canary.replaceAll("[^A-Za-z]", "") + " / HTTP/1.1\r\nHost: localhost\r\n\r\n");
            raw("POST /complain HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data; boundary=" + canary
                    + "\r\nContent-Length: 12\r\n\r\n--" + canary.substring(0, 4) + "\r\n\r\n");
            raw("GET / HTTP/1.1\r\nHost: localhost\r\nCookie: clearway-session=" + canary + "; a=\"" + canary
                    + "\r\nConnection: close\r\n\r\n");
        }
        gate.upload("/reception/take-in/file", NOTE, NOTE, NOTE.getBytes(StandardCharsets.UTF_8));
    }

    private void raw(String request) throws IOException {
        try (var socket = new Socket("localhost", site.address().getPort())) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.shutdownOutput();
            socket.getInputStream().readAllBytes();
        } catch (java.net.SocketException | java.net.SocketTimeoutException turnedAway) {
            // What was sent was heard all the same.
        }
    }

    /// Failures whose own words quote what they failed at.
    private void failures() {
        var log = LoggerFactory.getLogger(LogsTest.class);
        log.warn("Something failed.", new IllegalStateException(NOTE, new IllegalArgumentException(PLATE)));
        LoggerFactory.getLogger("org.example.Parser").warn("Cannot read {}", NOTE);
        log.warn("Something failed.", org.clearway.language.Problem.of("web.page-unknown", "path", ACCOUNT));
    }

    /// A part of the store is gone while people work.
    private String breakdown() {
        TestDatabase.spoilt(folder.resolve("node"));
        site.journal().keep(rows -> rows.sql("drop table vehicle").update());
        Surfer coordination = site.surfer();
        coordination.signIn(Role.COORDINATION);
        coordination.get("/vehicles/new");
        HttpResponse<String> broken = coordination.post("/vehicles/new", bus("bus-08"));
        assertThat(broken.statusCode()).isEqualTo(500);
        HttpResponse<String> read = coordination.get("/vehicles?" + ACCOUNT + "=" + ACCOUNT);
        assertThat(read.statusCode()).isEqualTo(500);
        return read.body().replaceAll("(?s).*web\\.incident-([0-9a-f]+).*", "$1");
    }

    private String figures() {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(metrics.get().orElseThrow().address())
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
