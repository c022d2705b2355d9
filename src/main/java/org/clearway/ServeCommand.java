// SPDX-License-Identifier: Apache-2.0
package org.clearway;

import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.clearway.journal.Finding;
import org.clearway.journal.NodeFolder;
import org.clearway.language.Problem;
import org.clearway.web.RequestMeter;
import org.clearway.web.Stepper;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `clearway serve`: runs a node until it is told to stop.
@Command(name = "serve")
final class ServeCommand extends FolderCommand {
    static final int PORT = 8080;

    @Option(names = "--port", paramLabel = "N", descriptionKey = "port")
    int port = PORT;

    @Option(names = "--metrics-port", paramLabel = "N", descriptionKey = "serve.metrics-port")
    @Nullable
    Integer metricsPort;

    @Option(names = "--log-format", paramLabel = "FORMAT", descriptionKey = "serve.log-format")
    LogLines.Form logFormat = LogLines.Form.TEXT;

    @Option(names = "--standby", descriptionKey = "serve.standby")
    boolean standby;

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
        Optional<Stepper> stepper = node.story()
                .map(story -> new StoryStepper(story, earlier -> {
                    throw Problem.of("command.only-forward", "value", earlier);
                }));
        var displaced = new AtomicBoolean();
        node.journal().whenDisplaced(() -> {
            displaced.set(true);
            stopped.countDown();
        });
        try (var metrics = new Measured(node, metricsPort);
                var control = ControlServer.start(node.journal().folder().path(), node, new SecureRandom());
                var housekeeping = Housekeeping.start(node);
                var web = WebServer.start(node, port, stepper, metrics.meter())) {
            var gone = new CountDownLatch(1);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                stopped.countDown();
                await(gone);
            }));
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
            await(stopped);
            web.close();
            metrics.close();
            housekeeping.close();
            control.close();
            node.close();
            gone.countDown();
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

    static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
