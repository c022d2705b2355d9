// SPDX-License-Identifier: Apache-2.0
package org.clearway;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.clearway.journal.Finding;
import org.clearway.journal.NodeFolder;
import org.clearway.language.Problem;
import org.clearway.trust.Certificates;
import org.clearway.trust.Host;
import org.clearway.trust.Proof;
import org.clearway.web.Network;
import org.clearway.web.RequestMeter;
import org.clearway.web.Stepper;
import org.clearway.web.WebShell;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `clearway serve`: runs a node until it is told to stop; on this machine alone, unless it is
/// opened to a network.
@Command(name = "serve")
final class ServeCommand extends FolderCommand {
    static final int PORT = 8080;
    private static final int HTTPS_PORT = 8443;

    @Option(names = "--port", paramLabel = "N", descriptionKey = "port")
    int port = PORT;

    @Option(names = "--metrics-port", paramLabel = "N", descriptionKey = "serve.metrics-port")
    @Nullable
    Integer metricsPort;

    @Option(names = "--log-format", paramLabel = "FORMAT", descriptionKey = "serve.log-format")
    LogLines.Form logFormat = LogLines.Form.TEXT;

    @Option(names = "--standby", descriptionKey = "serve.standby")
    boolean standby;

    @Option(names = "--lan", descriptionKey = "serve.lan")
    boolean lan;

    @Option(names = "--host", paramLabel = "NAME", descriptionKey = "serve.host")
    List<String> hosts = List.of();

    @Option(names = "--listen", paramLabel = "ADDRESS", descriptionKey = "serve.listen")
    @Nullable
    String listen;

    @Option(names = "--https-port", paramLabel = "N", descriptionKey = "serve.https-port")
    int httpsPort = HTTPS_PORT;

    @Option(names = "--enrol-port", paramLabel = "N", descriptionKey = "serve.enrol-port")
    @Nullable
    Integer enrolPort;

    ServeCommand(Context context) {
        super(context);
    }

    @Override
    public Integer call() {
        LogLines.choose(logFormat);
        // What a thread dies of is logged as all else is, and not printed with its words.
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) ->
                LoggerFactory.getLogger(ServeCommand.class).error("A part of the program stopped.", failure));
        if (context.reach().running().isPresent()) throw Problem.of("command.already-running");
        NodeFolder folder = folder();
        if (standby && folder.database().isEmpty()) {
            throw Problem.of("command.standby-needs-database", "folder", folder.path());
        }
        String passphrase = Passphrases.find(folder, passphraseFile, context);
        var stopped = new CountDownLatch(1);
        try (Node node = standby ? Node.openInTurn(folder, passphrase, this::waits) : Node.open(folder, passphrase)) {
            for (Finding finding : node.journal().findings()) {
                context.terminal().err().println(finding.in(context.language()));
            }
            return run(node, stopped);
        }
    }

    private void waits(String where) {
        context.tell("command.standby", Map.of("where", where));
    }

    @Override
    int run(Node node) {
        return run(node, new CountDownLatch(1));
    }

    private int run(Node node, CountDownLatch stopped) {
        Optional<StoryStepper> stepper = node.story()
                .map(story -> new StoryStepper(story, earlier -> {
                    throw Problem.of("command.only-forward", "value", earlier);
                }));
        Optional<LocalNetwork> around = around(node);
        Optional<Network> network = around.map(it -> network(it, node.certificates()));
        var displaced = new AtomicBoolean();
        node.journal().whenDisplaced(() -> {
            displaced.set(true);
            stopped.countDown();
        });
        try (var metrics = new Measured(node, metricsPort);
                var control = ControlServer.start(node.journal().folder().path(), node, new SecureRandom());
                var housekeeping = Housekeeping.start(node);
                var web = WebServer.start(node, port, network, stepper.map(Stepper.class::cast), metrics.meter());
                var day = stepper.map(StoryStepper::ticking).orElseGet(Ticking::never);
                var watch = new LocalNetworkWatch(
                        node.certificates(),
                        () -> around.orElseThrow().hosts(node.certificates().authority()),
                        web,
                        shown -> tell(shown, web))) {
            var gone = new CountDownLatch(1);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                stopped.countDown();
                await(gone);
            }));
            // Whatever goes wrong here, who ends the program is not kept waiting.
            try {
                context.tell(
                        "command.serving",
                        Map.of(
                                "address",
                                web.address().toString(),
                                "folder",
                                node.journal().folder().path().toString()));
                metrics.served
                        .map(Metrics::address)
                        .ifPresent(address -> context.tell("command.metrics", Map.of("address", address.toString())));
                web.proof().ifPresent(shown -> {
                    tell(shown, web);
                    watch.start();
                });
                await(stopped);
                watch.close();
                web.close();
                metrics.close();
                housekeeping.close();
                control.close();
                node.close();
            } finally {
                gone.countDown();
            }
        }
        if (displaced.get()) throw Problem.of("journal.displaced");
        return ExitCode.FINE;
    }

    /// The figures, where they were asked for.
    private static final class Measured implements AutoCloseable {
        private final Optional<Metrics> served;

        Measured(Node node, @Nullable Integer port) {
            served = Optional.ofNullable(port).map(asked -> Metrics.start(node.journal(), asked));
        }

        Optional<RequestMeter> meter() {
            return served.map(RequestMeter.class::cast);
        }

        @Override
        public void close() {
            served.ifPresent(Metrics::close);
        }
    }

    /// The network that the node is opened to; none where no option asks for one.
    private Optional<LocalNetwork> around(Node node) {
        if (!lan && hosts.isEmpty()) {
            if (enrolPort != null || listen != null) throw Problem.of("command.no-lan");
            return Optional.empty();
        }
        // Its passphrase lies beside its keys: whoever copies the folder could pass for any machine of the network.
        if (node.story().isPresent()) throw Problem.of("command.scenario-in-network");
        return Optional.of(new LocalNetwork(lan, CertificateCommand.hosts(hosts)));
    }

    private Network network(LocalNetwork around, Certificates certificates) {
        return new Network(
                listening(),
                httpsPort,
                enrolPort == null ? OptionalInt.empty() : OptionalInt.of(enrolPort),
                certificates.prove(around.hosts(certificates.authority())));
    }

    private InetAddress listening() {
        if (listen == null) return new InetSocketAddress(0).getAddress();
        Host host = Host.typed(listen);
        if (!host.isAddress()) throw Problem.of("command.listen-by-address", "value", listen);
        return InetAddress.ofLiteral(host.text());
    }

    private void tell(Proof shown, WebShell.Running web) {
        List<String> addresses = shown.hosts().stream()
                .filter(host -> !host.isLoopback())
                .map(host -> "https://" + host.inAddress() + ":" + web.httpsPort() + "/")
                .toList();
        context.tell(
                addresses.isEmpty() ? "command.serving-nobody" : "command.serving-network",
                Map.of(
                        "addresses",
                        String.join(" ", addresses),
                        "enrol",
                        web.address() + "enrol",
                        "fingerprint",
                        CertificateCommand.fingerprint(shown.authority())));
    }

    static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
