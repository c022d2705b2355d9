// SPDX-License-Identifier: Apache-2.0
package org.clearway;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.clearway.access.AccountId;
import org.clearway.access.Actor;
import org.clearway.access.Role;
import org.clearway.accounts.Lasts;
import org.clearway.accounts.Password;
import org.clearway.journal.NodeFolder;
import org.clearway.language.Problem;
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

    /// How often a simulated day is told on to where its clock stands.
    private static final Duration TICK = Duration.ofSeconds(1);

    private static final Actor AT_THE_MACHINE = new Actor(AccountId.NODE, Set.of(Role.ADMINISTRATOR));

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
        Map<String, Password> signIns = signIns();
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
            Map<String, Password> signIns,
            LinkedBlockingQueue<Optional<Instant>> next,
            boolean first)
            throws IOException {
        var folder = new NodeFolder(path);
        if (folder.exists()) ScenarioFolders.removeScenario(folder);
        context.tell("command.demo-telling", Map.of());
        try (Node node = ScenarioFolders.create(name, path)) {
            StoryPlayer story = ScenarioFolders.story(node);
            story.begin();
            openAccounts(node, signIns);
            story.playTo(moment);
            story.pace(pace);
            var stepper = new StoryStepper(story, earlier -> next.add(Optional.of(earlier)));
            try (var control = ControlServer.start(node.journal().folder().path(), node, new SecureRandom());
                    var web = WebServer.start(node, port, Optional.of(stepper));
                    var day = story.scenario().isSimulated() ? Ticking.every(TICK, stepper::goOn) : Ticking.never()) {
                tell(story, web.address(), signIns, first);
                return next.take();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            }
        }
    }

    private static Map<String, Password> signIns() {
        var chance = new SecureRandom();
        var signIns = new LinkedHashMap<String, Password>();
        for (Desk desk : Desk.values()) signIns.put(desk.account(), Password.random(chance));
        return signIns;
    }

    private static void openAccounts(Node node, Map<String, Password> signIns) {
        for (Desk desk : Desk.values()) {
            Password password = signIns.get(desk.account());
            if (password == null) throw new IllegalStateException(desk.name());
            node.accounts()
                    .open(
                            AT_THE_MACHINE,
                            node.journal().ids().next(),
                            new AccountId(desk.account()),
                            Set.of(desk.role),
                            password,
                            Lasts.AS_IT_IS);
        }
    }

    private void tell(StoryPlayer story, URI address, Map<String, Password> signIns, boolean first) {
        ZonedDateTime local = story.now().atZone(story.scenario().zone());
        context.print(
                first ? "command.demo-ready" : "command.demo-again",
                Map.of(
                        "name", story.scenario().names().in(context.language()),
                        "time", local.format(DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT)),
                        "zone", story.scenario().zone().getId(),
                        "address", address.toString()));
        if (!first) return;
        for (Desk desk : Desk.values()) {
            Password password = signIns.get(desk.account());
            if (password == null) throw Problem.of("command.no-story");
            context.print(
                    "command.demo-sign-in",
                    Map.of(
                            "account", String.format(Locale.ROOT, "%-15s", desk.account()),
                            "password", password.text(),
                            "desk",
                                    org.clearway.language.Wording.of(context.language())
                                            .say(desk.role)));
        }
        context.print("command.demo-hint", Map.of());
    }

    /// The desks that a demonstration can be looked at from.
    private enum Desk {
        GATE_1(Role.GATE),
        BOARDING_1(Role.BOARDING),
        SERVICE_1(Role.SERVICE_POINT),
        RECEPTION_1(Role.RECEPTION),
        COORDINATION_1(Role.COORDINATION),
        DUTY_1(Role.DUTY),
        PRESS_1(Role.PRESS),
        PRESS_2(Role.PRESS),
        PROTECTION_1(Role.PROTECTION),
        ARMS_1(Role.ARMS),
        ARMS_2(Role.ARMS),
        ADMIN_1(Role.ADMINISTRATOR);

        private final Role role;

        Desk(Role role) {
            this.role = role;
        }

        String account() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
