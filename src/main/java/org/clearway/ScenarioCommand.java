// SPDX-License-Identifier: Apache-2.0
package org.clearway;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.clearway.access.AccountId;
import org.clearway.access.Actor;
import org.clearway.access.Role;
import org.clearway.language.Language;
import org.clearway.language.Names;
import org.clearway.language.Problem;
import org.clearway.places.AreaImport;
import org.clearway.places.AreaMapping;
import org.clearway.places.Basis;
import org.clearway.places.Source;
import org.clearway.scenario.Scenario;
import org.clearway.scenario.Scenarios;
import org.clearway.scenario.StoryPlayer;
import org.clearway.time.Occurred;
import org.clearway.time.Span;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `clearway scenario`: makes folders of scenarios, steps them, gives them better borders.
final class ScenarioCommand {
    private static final Actor AT_THE_MACHINE = new Actor(AccountId.NODE, Set.of(Role.COORDINATION));

    private ScenarioCommand() {}

    static CommandLine all(Context context) {
        return new CommandLine(new Group())
                .addSubcommand(new ListAll(context))
                .addSubcommand(new Load(context))
                .addSubcommand(new Step(context))
                .addSubcommand(new ImportAreas(context));
    }

    /// The moment written as `2019-09-14T18:00`, local to the scenario; the moment it opens at where nothing is
    /// written.
    static Instant moment(Scenario scenario, @Nullable String written) {
        if (written == null) return scenario.opensAt();
        try {
            return LocalDateTime.parse(written).atZone(scenario.zone()).toInstant();
        } catch (DateTimeParseException e) {
            throw new Problem(
                    "command.bad-moment",
                    Map.of("value", written, "zone", scenario.zone().getId()),
                    e);
        }
    }

    @Command(name = "scenario")
    static final class Group extends CommandGroup {}

    @Command(name = "list")
    static final class ListAll implements Callable<Integer> {
        private final Context context;

        ListAll(Context context) {
            this.context = context;
        }

        @Override
        public Integer call() {
            for (String name : Scenarios.shipped()) {
                Scenario scenario = Scenarios.find(name);
                context.terminal().out().println(name + "\t" + scenario.names().in(context.language()));
            }
            return ExitCode.FINE;
        }
    }

    @Command(name = "load")
    static final class Load implements Callable<Integer> {
        private final Context context;

        @Parameters(index = "0", paramLabel = "NAME", descriptionKey = "scenario.name")
        String name = "";

        @Option(names = "--data", paramLabel = "DIR", descriptionKey = "data")
        @Nullable
        Path data;

        @Option(names = "--at", paramLabel = "TIME", descriptionKey = "scenario.at")
        @Nullable
        String at;

        Load(Context context) {
            this.context = context;
        }

        @Override
        public Integer call() {
            Path path = data == null ? FolderCommand.Folders.standard() : data;
            try (Node node = ScenarioFolders.create(name, path)) {
                StoryPlayer story = ScenarioFolders.story(node);
                story.playTo(moment(story.scenario(), at));
                context.tell(
                        "command.scenario-loaded",
                        Map.of(
                                "name", story.scenario().names().in(context.language()),
                                "folder", path.toString(),
                                "entries", node.journal().condition().entries()));
            }
            return ExitCode.FINE;
        }
    }

    @Command(name = "step")
    static final class Step extends FolderCommand {
        @Parameters(index = "0", paramLabel = "TIME", descriptionKey = "scenario.to")
        String to = "";

        Step(Context context) {
            super(context);
        }

        @Override
        int run(Node node) {
            StoryPlayer story = ScenarioFolders.story(node);
            Instant moment = moment(story.scenario(), to);
            if (moment.isBefore(story.now())) throw Problem.of("command.only-forward", "value", to);
            story.playTo(moment);
            return ExitCode.FINE;
        }
    }

    @Command(name = "import-areas")
    static final class ImportAreas extends FolderCommand {
        @Parameters(index = "0", paramLabel = "FILE.geojson", descriptionKey = "scenario.file")
        Path file = Path.of("");

        @Option(names = "--code", paramLabel = "PROPERTY", descriptionKey = "scenario.code")
        String property = "pcode";

        /// Borders are taken to hold for as long as anything is told.
        private static final LocalDate ALWAYS = LocalDate.of(1900, 1, 1);

        ImportAreas(Context context) {
            super(context);
        }

        @Override
        int run(Node node) {
            byte[] bytes;
            try {
                bytes = Files.readAllBytes(file);
            } catch (IOException e) {
                throw new Problem("command.file-unreadable", Map.of("file", file.toString(), "cause", e.toString()), e);
            }
            LocalDate today = LocalDate.ofInstant(node.journal().clock().instant(), ZoneOffset.UTC);
            var source = new Source(
                    Names.of(Language.EN, String.valueOf(file.getFileName())),
                    Occurred.on(today, ZoneOffset.UTC),
                    Optional.empty(),
                    Basis.INFERRED);
            AreaImport found = node.places()
                    .importAreas(
                            AT_THE_MACHINE,
                            node.journal().ids().next(),
                            bytes,
                            AreaMapping.byPCode(property),
                            Span.since(Occurred.on(ALWAYS, ZoneOffset.UTC)),
                            source);
            return switch (found) {
                case AreaImport.Imported done -> {
                    tell(done.passedOver());
                    context.tell(
                            "command.areas-imported",
                            Map.of("areas", done.bounded().size(), "file", file.toString()));
                    yield ExitCode.FINE;
                }
                case AreaImport.Refused refused -> {
                    tell(refused.faults());
                    context.tell("command.areas-refused", Map.of("file", file.toString()));
                    yield ExitCode.FAILED;
                }
            };
        }

        private void tell(List<AreaImport.Fault> faults) {
            for (AreaImport.Fault fault : faults) {
                context.tell(
                        "command.area-fault",
                        Map.of(
                                "number", fault.feature(),
                                "property", fault.property(),
                                "what", fault.problem().in(context.language())));
            }
        }
    }
}
