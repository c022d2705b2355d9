// SPDX-License-Identifier: Apache-2.0
package org.clearway;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.clearway.accounts.Password;
import org.clearway.journal.NodeFolder;
import org.clearway.journal.Story;
import org.clearway.language.Problem;
import org.clearway.scenario.Scenario;
import org.clearway.scenario.Scenarios;
import org.clearway.scenario.StoryPlayer;

/// Folders of scenarios: marked for ever, with their passphrase beside their keys, since everything in them has been
/// published before, or is made up.
final class ScenarioFolders {
    private ScenarioFolders() {}

    /// Makes a folder of a scenario and opens it. Nothing is told yet.
    /// @param name of a shipped scenario, or a folder that holds one
    static Node create(String name, Path path) {
        return create(name, new NodeFolder(path));
    }

    /// @param folder where the node is to be made
    static Node create(String name, NodeFolder folder) {
        return create(Scenarios.story(name), folder);
    }

    /// @param folder of a node that is to tell `story`
    static Node create(Story story, NodeFolder folder) {
        var chance = new SecureRandom();
        String passphrase = Password.random(chance).text();
        folder.create(Optional.of(story), passphrase, chance);
        try {
            Files.writeString(
                    folder.path().resolve(FolderCommand.Passphrases.FILE), passphrase + "\n", StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new Problem(
                    "journal.read-only", Map.of("folder", folder.path().toString(), "cause", e.toString()), e);
        }
        return Node.open(folder, passphrase);
    }

    /// The story of a node that is known to have one.
    static StoryPlayer story(Node node) {
        return node.story().orElseThrow(() -> Problem.of("command.no-story"));
    }

    /// Opens a scenario in a folder that is thrown away afterwards, told up to `to`.
    static <T> T inPassing(String name, Moment to, Work<T> work) {
        try {
            Path folder = Files.createTempDirectory("clearway-");
            try (Node node = create(name, folder.resolve("node"))) {
                story(node).playTo(to.of(story(node).scenario()));
                return work.on(node);
            } finally {
                remove(folder);
            }
        } catch (IOException e) {
            throw new Problem("command.file-unreadable", Map.of("file", "temporary folder", "cause", e.toString()), e);
        }
    }

    interface Moment {
        Instant of(Scenario scenario);
    }

    interface Work<T> {
        T on(Node node);
    }

    /// Removes a folder that holds a scenario, so that it can be begun again. A real node's folder is never removed.
    /// @throws Problem `command.not-a-scenario`
    static void removeScenario(NodeFolder folder) throws IOException {
        if (folder.scenario().isEmpty()) throw Problem.of("command.not-a-scenario", "folder", folder.path());
        remove(folder.path());
    }

    private static void remove(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> files = Files.walk(folder)) {
            all = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : all) Files.delete(file);
    }
}
