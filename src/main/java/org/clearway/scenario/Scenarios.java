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
import java.util.stream.Stream;
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

    /// Whether the program ships it, with its own people or with others.
    public static boolean ships(String name) {
        int others = name.indexOf(BY_CHANCE);
        return shipped().contains(others < 0 ? name : name.substring(0, others));
    }

    /// @param name of a shipped scenario, or the path of a folder that holds a `scenario.yaml`;
    ///     perhaps with other people, as {@link #named} says it
    /// @throws Problem `scenario.unknown`, `scenario.nobody-by-chance`, or what is wrong in its
    ///     files
    public static Scenario find(String name) {
        int others = name.lastIndexOf(BY_CHANCE);
        if (others < 0) return read(name);
        String[] parts = name.substring(others + 1).split("-", 2);
        try {
            Scenario own = read(name.substring(0, others));
            if (!own.isSimulated()) throw Problem.of("scenario.nobody-by-chance", "name", own.name());
            return own.with(
                    Profile.valueOf(parts[0].toUpperCase(Locale.ROOT)),
                    Long.parseLong(parts.length > 1 ? parts[1] : ""));
        } catch (IllegalArgumentException notUnderstood) {
            throw new Problem("scenario.unknown", Map.of("name", name, "known", String.join(", ", shipped())));
        }
    }

    private static Scenario read(String name) {
        Path shipped = shippedFolder().resolve(name.contains("/") ? "." : name);
        if (!name.isBlank() && !name.startsWith(".") && Files.exists(shipped.resolve(FIRST_FILE))) {
            return Scenario.read(ScenarioFiles.of(shipped));
        }
        Path own = Path.of(name);
        if (Files.exists(own.resolve(FIRST_FILE)) || Files.isRegularFile(own)) {
            return Scenario.read(ScenarioFiles.of(own));
        }
        throw new Problem("scenario.unknown", Map.of("name", name, "known", String.join(", ", shipped())));
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
