// SPDX-License-Identifier: Apache-2.0
package org.clearway;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.clearway.agreement.CorridorId;
import org.clearway.journal.NodeFolder;
import org.clearway.language.Problem;
import org.clearway.language.Wording;
import org.clearway.scenario.Exercise;
import org.clearway.scenario.Exercise.Wishes;
import org.clearway.scenario.Exercises;
import org.clearway.scenario.Profile;
import org.clearway.scenario.StoryPlayer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `clearway exercise`: makes a folder in which a configuration is practised, on days that are made up, with a sign-in
/// for
/// each desk. It is a node like any other, but for its mark: `serve` runs it.
@Command(name = "exercise")
final class ExerciseCommand implements Callable<Integer> {
    private final Context context;

    @Parameters(index = "0", paramLabel = "CONFIGURATION", descriptionKey = "exercise.configuration")
    String configuration = "";

    @Option(names = "--data", paramLabel = "DIR", descriptionKey = "exercise.data")
    Path data = Path.of("clearway-exercise");

    @Option(names = "--database", paramLabel = "URL", descriptionKey = "exercise.database")
    @Nullable
    String database;

    @Option(names = "--from", paramLabel = "DAY", descriptionKey = "exercise.from")
    @Nullable
    LocalDate from;

    @Option(names = "--days", paramLabel = "N", descriptionKey = "exercise.days")
    int days = 1;

    @Option(names = "--profile", paramLabel = "PROFILE", descriptionKey = "exercise.profile")
    Profile profile = Profile.TYPICAL;

    @Option(names = "--seed", paramLabel = "N", descriptionKey = "demo.seed")
    long seed = 1;

    @Option(names = "--corridor", paramLabel = "NAME", descriptionKey = "exercise.corridor")
    @Nullable
    String corridor;

    @Option(names = "--again", descriptionKey = "exercise.again")
    boolean again;

    ExerciseCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        var wishes = new Wishes(
                Optional.ofNullable(from),
                days,
                profile,
                seed,
                Optional.ofNullable(corridor).map(CorridorId::new));
        LocalDate today = LocalDate.ofInstant(InstantSource.system().instant(), ZoneId.systemDefault());
        Exercise exercise = Exercises.of(configuration, wishes, today);
        NodeFolder folder = FolderCommand.Folders.named(data, database);
        if (folder.exists() && again) ScenarioFolders.removeScenario(folder);
        if (folder.exists()) throw Problem.of("command.exercise-there", "folder", folder.path());
        var signIns = new SignIns(new SecureRandom());
        try (Node node = ScenarioFolders.create(exercise.story(), folder)) {
            StoryPlayer story = ScenarioFolders.story(node);
            story.begin();
            signIns.open(node);
            Instant opens = story.scenario().opensAt();
            story.playTo(opens);
            tell(exercise, story, folder);
        }
        signIns.print(context);
        context.print("command.exercise-start", Map.of("folder", folder.path().toString()));
        return ExitCode.FINE;
    }

    private void tell(Exercise exercise, StoryPlayer story, NodeFolder folder) {
        Wording words = Wording.of(context.language());
        context.print(
                "command.exercise-made",
                Map.of(
                        "name",
                        story.scenario().names().in(context.language()),
                        "folder",
                        folder.path().toString(),
                        "days",
                        words.list(exercise.days().stream()
                                .map(LocalDate::toString)
                                .toList()),
                        "zone",
                        story.scenario().zone().getId()));
        exercise.lacks().forEach(lack -> context.print("command.exercise-lacks." + lack, Map.of()));
    }
}
