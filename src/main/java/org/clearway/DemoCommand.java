// SPDX-License-Identifier: Apache-2.0
package org.clearway;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.clearway.journal.NodeFolder;
import org.clearway.language.Wording;
import org.clearway.scenario.Profile;
import org.clearway.scenario.Scenario;
import org.clearway.scenario.Scenarios;
import org.clearway.scenario.StoryPlayer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `clearway demo`: a scenario on a fresh folder, served, with a sign-in per desk made for this
/// run. A step back in the story begins it again on another fresh folder, in the same program and
/// under the same sign-ins.
@Command(name = "demo")
final class DemoCommand implements Callable<Integer> {
    private static final String SIMULATED = "simulated-day";

    private final Context context;

    @Option(names = "--data", paramLabel = "DIR", descriptionKey = "demo.data")
    @Nullable
    Path data;

    @Option(names = "--port", paramLabel = "N", descriptionKey = "port")
    int port = ServeCommand.PORT;

    @Option(names = "--scenario", paramLabel = "NAME", descriptionKey = "demo.scenario")
    @Nullable
    String scenarioName;

    @Option(names = "--profile", paramLabel = "PROFILE", descriptionKey = "demo.profile")
    @Nullable
    Profile profile;

    @Option(names = "--seed", paramLabel = "N", descriptionKey = "demo.seed")
    long seed = 1;

    @Option(names = "--pace", paramLabel = "TIMES", descriptionKey = "demo.pace")
    int pace = 1;

    @Option(names = "--at", paramLabel = "TIME", descriptionKey = "scenario.at")
    @Nullable
    String at;

    DemoCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        String name = name();
        Scenario scenario = Scenarios.find(name);
        Path path = data == null ? FolderCommand.Folders.standard().resolve("demo") : data;
        var signIns = new SignIns(new SecureRandom());
        var next = new LinkedBlockingQueue<Optional<Instant>>();
        var gone = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            next.add(Optional.empty());
            ServeCommand.await(gone);
        }));
        Optional<Instant> moment = Optional.of(ScenarioCommand.moment(scenario, at));
        boolean first = true;
        try {
            while (moment.isPresent()) {
                moment = run(name, path, moment.get(), signIns, next, first);
                first = false;
            }
        } finally {
            gone.countDown();
        }
        return ExitCode.FINE;
    }

    /// A profile brings people to the simulated day, unless another scenario is named.
    private String name() {
        if (profile == null) return scenarioName == null ? Scenarios.shipped().getFirst() : scenarioName;
        return Scenarios.named(scenarioName == null ? SIMULATED : scenarioName, profile, seed);
    }

    /// Serves the story, told up to `moment`, until somebody asks for an earlier one or the program
    /// is stopped.
    private Optional<Instant> run(
            String name,
            Path path,
            Instant moment,
            SignIns signIns,
            LinkedBlockingQueue<Optional<Instant>> next,
            boolean first)
            throws IOException {
        var folder = new NodeFolder(path);
        if (folder.exists()) ScenarioFolders.removeScenario(folder);
        context.tell("command.demo-telling", Map.of());
        try (Node node = ScenarioFolders.create(name, path)) {
            StoryPlayer story = ScenarioFolders.story(node);
            story.begin();
            signIns.open(node);
            story.playTo(moment);
            story.pace(pace);
            var stepper = new StoryStepper(story, earlier -> next.add(Optional.of(earlier)));
            try (var control = ControlServer.start(node.journal().folder().path(), node, new SecureRandom());
                    var web = WebServer.start(node, port, Optional.of(stepper));
                    var day = stepper.ticking()) {
                tell(story, web.address(), signIns, first);
                return next.take();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            }
        }
    }

    private void tell(StoryPlayer story, URI address, SignIns signIns, boolean first) {
        ZonedDateTime local = story.now().atZone(story.scenario().zone());
        context.print(
                first ? "command.demo-ready" : "command.demo-again",
                Map.of(
                        "mark",
                                Wording.of(context.language())
                                        .say(story.scenario().kind().asStory()),
                        "name", story.scenario().names().in(context.language()),
                        "time", local.format(DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT)),
                        "zone", story.scenario().zone().getId(),
                        "address", address.toString()));
        if (!first) return;
        signIns.print(context);
        context.print("command.demo-hint", Map.of());
    }
}
