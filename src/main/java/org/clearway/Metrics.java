// SPDX-License-Identifier: Apache-2.0
package org.clearway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;
import org.clearway.health.Machine;
import org.clearway.journal.Journal;
import org.clearway.journal.StoryKind;
import org.clearway.language.Problem;
import org.clearway.web.RequestMeter;

/// Technical figures of a running node for Prometheus, on a port of their own that only this
/// machine reaches. They hold nothing of anybody: no account, no card, no count of people, and no
/// label but a method, a route, a status.
final class Metrics implements AutoCloseable, RequestMeter {
    private static final String PATH = "/metrics";

    /// What a browser on this machine says it is asking; another page's name that was led here is
    /// not among them.
    private static final Pattern THIS_MACHINE = Pattern.compile("(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d+)?");

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final HttpServer server;

    private Metrics(HttpServer server) {
        this.server = server;
    }

    /// @param port 0 for any that is free
    /// @throws Problem `web.port-taken`
    static Metrics start(Journal journal, int port) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            var metrics = new Metrics(server);
            metrics.measure(journal, new ThisMachine());
            server.createContext("/", metrics::answer);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.start();
            return metrics;
        } catch (BindException taken) {
            throw new Problem("web.port-taken", Map.of("port", String.valueOf(port)), taken);
        } catch (IOException e) {
            throw new Problem("web.port-taken", Map.of("port", String.valueOf(port)), e);
        }
    }

    /// Where they are read.
    URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + PATH);
    }

    private void measure(Journal journal, Machine machine) {
        Timer acts = acts("done");
        Timer refused = acts("refused");
        journal.measure(act -> {
            Timer.Sample sample = Timer.start(registry);
            Timer how = refused;
            try {
                var receipt = act.get();
                how = acts;
                return receipt;
            } finally {
                sample.stop(how);
            }
        });
        gauge("clearway.acts.waiting", "Acts that wait for the one thread that writes.", journal, Journal::waiting);
        gauge(
                "clearway.entries",
                "Entries in the journal.",
                journal,
                it -> it.condition().entries());
        gauge(
                "clearway.indexes.behind",
                "Entries that the slowest index has yet to take in.",
                journal,
                it -> it.condition().indexesBehind().values().stream()
                        .mapToLong(Long::longValue)
                        .max()
                        .orElse(0));
        gauge(
                "clearway.entries.set.aside",
                "Entries that no page could take in.",
                journal,
                it -> it.condition().setAside());
        gauge(
                "clearway.clock.behind",
                "1 where the clock stands before the last entry.",
                journal,
                it -> it.condition().clockIsBehind() ? 1 : 0);
        FunctionCounter.builder(
                        "clearway.clock.noticed",
                        journal,
                        it -> it.clockNoticed().times())
                .description("How often the clock was found behind the journal.")
                .register(registry);
        disk(
                "clearway.disk.free",
                "Room that is left where the data lies.",
                journal,
                it -> machine.freeBytes(it.folder().path()).orElse(0));
        disk(
                "clearway.disk.size",
                "Size of the disk on which the data lies.",
                journal,
                it -> machine.allBytes(it.folder().path()).orElse(0));
        Gauge.builder("clearway.version", () -> 1)
                .description("The version of the program, and what the node tells where it is none of the real ones.")
                .tag("version", ProgramVersion.text())
                .tag("story", journal.story().map(StoryKind::name).orElse("NONE"))
                .register(registry);
        new JvmMemoryMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
    }

    private Timer acts(String outcome) {
        return Timer.builder("clearway.acts")
                .description("Acts, from when they are ready until they are on disk or refused.")
                .tag("outcome", outcome)
                .serviceLevelObjectives(
                        Duration.ofMillis(5),
                        Duration.ofMillis(20),
                        Duration.ofMillis(50),
                        Duration.ofMillis(200),
                        Duration.ofSeconds(1))
                .register(registry);
    }

    private void gauge(String name, String what, Journal journal, ToDoubleFunction<Journal> figure) {
        Gauge.builder(name, journal, figure).description(what).register(registry);
    }

    private void disk(String name, String what, Journal journal, ToDoubleFunction<Journal> figure) {
        Gauge.builder(name, journal, figure).description(what).baseUnit("bytes").register(registry);
    }

    @Override
    public Begun begin() {
        Timer.Sample sample = Timer.start(registry);
        return (method, route, status) -> sample.stop(Timer.builder("clearway.http")
                .description("Requests for pages, by the template of their address.")
                .tag("method", method)
                .tag("route", route)
                .tag("status", Integer.toString(status))
                .register(registry));
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String host = exchange.getRequestHeaders().getFirst("Host");
            if (host == null || !THIS_MACHINE.matcher(host).matches()) {
                exchange.sendResponseHeaders(421, -1);
            } else if (!exchange.getRequestURI().getPath().equals(PATH)) {
                exchange.sendResponseHeaders(404, -1);
            } else if (!exchange.getRequestMethod().equals("GET")) {
                exchange.getResponseHeaders().set("Allow", "GET");
                exchange.sendResponseHeaders(405, -1);
            } else {
                byte[] figures = registry.scrape().getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
                exchange.sendResponseHeaders(200, figures.length);
                exchange.getResponseBody().write(figures);
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
        registry.close();
    }
}
