// SPDX-License-Identifier: Apache-2.0
package org.clearway;

import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.clearway.journal.Finding;
import org.clearway.journal.NodeFolder;
import org.clearway.language.Problem;
import org.clearway.web.Stepper;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `clearway serve`: runs a node until it is told to stop.
@Command(name = "serve")
final class ServeCommand extends FolderCommand {
    static final int PORT = 8080;

    @Option(names = "--port", paramLabel = "N", descriptionKey = "port")
    int port = PORT;

    ServeCommand(Context context) {
        super(context);
    }

    @Override
    public Integer call() {
        if (context.reach().running().isPresent()) throw Problem.of("command.already-running");
        NodeFolder folder = folder();
        if (!folder.exists()) folder.scenario();
        String passphrase = Passphrases.find(folder, passphraseFile, context);
        var stopped = new CountDownLatch(1);
        try (Node node = Node.open(folder, passphrase)) {
            for (Finding finding : node.journal().findings()) {
                context.terminal().err().println(finding.in(context.language()));
            }
            return run(node, stopped);
        }
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
        try (var control = ControlServer.start(node.journal().folder().path(), node, new SecureRandom());
                var housekeeping = Housekeeping.start(node);
                var web = WebServer.start(node, port, stepper)) {
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
            await(stopped);
            web.close();
            housekeeping.close();
            control.close();
            node.close();
            gone.countDown();
        }
        return ExitCode.FINE;
    }

    static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
