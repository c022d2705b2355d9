// SPDX-License-Identifier: Apache-2.0
package org.clearway.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.clearway.journal.Story;
import org.clearway.language.Problem;

/// The scenarios that the program ships, and those in folders of one's own.
public final class Scenarios {
    private static final String SHIPPED = "/scenarios";

    /// Between a scenario's name and whom it brings by chance.
    private static final char BY_CHANCE = '@';

    private static final String FIRST_FILE = "scenario.yaml";

    private Scenarios() {}

    /// The names of the shipped scenarios.
    public static List<String> shipped() {
        try (Stream<Path> folders = Files.list(shippedFolder())) {
            return folders.filter(folder -> Files.exists(folder.resolve(FIRST_FILE)))
                    .map(folder -> folder.getFileName().toString().replace("/", ""))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What a scenario is called that is told with other people than its own.
    public static String named(String name, Profile profile, long seed) {
        return name + BY_CHANCE + profile.name().toLowerCase(Locale.ROOT) + "-" + seed;
    }

    /// @param name of a shipped scenario, or the path of a folder or packed file that holds a
    ///     `scenario.yaml`; perhaps with other people, as {@link #named} says it
    /// @throws Problem `scenario.unknown`, `scenario.nobody-by-chance`, or what is wrong in its
    ///     files
    public static Scenario find(String name) {
        return Name.of(name).read(Found.by(name).files());
    }

    /// The same as what a node tells. One that the program does not ship is kept with the node.
    /// @throws Problem as {@link #find}
    public static Story story(String name) {
        Found found = Found.by(name);
        Scenario scenario = Name.of(name).read(found.files());
        return new Story(
                scenario.name(),
                scenario.kind().asStory(),
                found.shipped() ? Optional.empty() : Optional.of(found.files().packed()));
    }

    /// What a node tells.
    /// @throws Problem as {@link #find}
    public static Scenario of(Story story) {
        return story.file()
                .map(file -> Name.of(story.name()).read(ScenarioFiles.unpacked(file)))
                .orElseGet(() -> find(story.name()));
    }

    /// The files of a scenario, and whether the program ships it.
    record Found(ScenarioFiles files, boolean shipped) {
        /// @throws Problem `scenario.unknown`, or what is wrong in its files
        static Found by(String name) {
            String own = Name.of(name).own();
            Path shipped = shippedFolder().resolve(own.contains("/") ? "." : own);
            if (!own.isBlank() && !own.startsWith(".") && Files.exists(shipped.resolve(FIRST_FILE))) {
                return new Found(ScenarioFiles.of(shipped), true);
            }
            Path path = Path.of(own);
            if (Files.exists(path.resolve(FIRST_FILE)) || Files.isRegularFile(path)) {
                return new Found(ScenarioFiles.of(path), false);
            }
            throw unknown(name);
        }
    }

    /// What a scenario is called, and with which other people it is told.
    private record Name(String own, Optional<String> others) {
        static Name of(String name) {
            int others = name.lastIndexOf(BY_CHANCE);
            return others < 0
                    ? new Name(name, Optional.empty())
                    : new Name(name.substring(0, others), Optional.of(name.substring(others + 1)));
        }

        Scenario read(ScenarioFiles files) {
            Scenario told = Scenario.read(files);
            if (others.isEmpty()) return told;
            if (!told.isSimulated()) throw Problem.of("scenario.nobody-by-chance", "name", told.name());
            String[] parts = others.get().split("-", 2);
            try {
                return told.with(
                        Profile.valueOf(parts[0].toUpperCase(Locale.ROOT)),
                        Long.parseLong(parts.length > 1 ? parts[1] : ""));
            } catch (IllegalArgumentException notUnderstood) {
                throw unknown(own + BY_CHANCE + others.get());
            }
        }
    }

    private static Problem unknown(String name) {
        return new Problem("scenario.unknown", Map.of("name", name, "known", String.join(", ", shipped())));
    }

    private static Path shippedFolder() {
        URL found = Scenarios.class.getResource(SHIPPED);
        if (found == null) throw new IllegalStateException("The program was built without its scenarios.");
        try {
            URI uri = found.toURI();
            return uri.getScheme().equals("jar") ? inJar(uri) : Path.of(uri);
        } catch (URISyntaxException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path inJar(URI uri) throws IOException {
        FileSystem jar;
        try {
            jar = FileSystems.getFileSystem(uri);
        } catch (FileSystemNotFoundException firstTime) {
            jar = FileSystems.newFileSystem(uri, Map.of());
        }
        return jar.getPath(SHIPPED);
    }
}
