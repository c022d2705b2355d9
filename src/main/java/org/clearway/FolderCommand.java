// SPDX-License-Identifier: Apache-2.0
package org.clearway;

import java.io.Console;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.clearway.journal.Database;
import org.clearway.journal.Finding;
import org.clearway.journal.NodeFolder;
import org.clearway.language.Problem;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// A command that works on a node's folder. Where a node is running on that folder, the command works through it;
/// else it takes the folder's lock, works, and lets go.
abstract class FolderCommand implements Callable<Integer> {
    final Context context;

    @Option(names = "--data", paramLabel = "DIR", descriptionKey = "data")
    @Nullable
    Path data;

    @Option(names = "--database", paramLabel = "URL", descriptionKey = "database")
    @Nullable
    String database;

    @Option(names = "--passphrase-file", paramLabel = "FILE", descriptionKey = "passphrase-file")
    @Nullable
    Path passphraseFile;

    FolderCommand(Context context) {
        this.context = context;
    }

    /// Does the work.
    /// @return the exit code
    abstract int run(Node node);

    @Override
    public Integer call() {
        Optional<Node> running = context.reach().running();
        if (running.isPresent()) return run(running.get());
        NodeFolder folder = folder();
        Optional<ControlClient> control = ControlClient.find(folder.path());
        if (control.isPresent()) return control.get().run(context);
        try (Node node = Node.open(folder, Passphrases.find(folder, passphraseFile, context))) {
            for (Finding finding : node.journal().findings()) {
                context.terminal().err().println(finding.in(context.language()));
            }
            return run(node);
        }
    }

    /// The folder that was named. Where a database was named too, it becomes this program's place to work on that.
    /// @throws Problem `journal.no-folder` where there is none
    NodeFolder folder() {
        NodeFolder folder = Folders.named(data, database);
        if (folder.names()) folder.join();
        if (!folder.exists()) folder.scenario();
        return folder;
    }

    /// The folder that commands work on where none is named.
    static final class Folders {
        private Folders() {}

        /// @param database absent where the folder tells, or the environment
        static NodeFolder named(@Nullable Path data, @Nullable String database) {
            String address = database == null ? System.getenv("CLEARWAY_DATABASE") : database;
            return new NodeFolder(
                    data == null ? standard() : data,
                    Optional.ofNullable(address).filter(at -> !at.isBlank()).map(Database::parse));
        }

        static Path standard() {
            String named = System.getenv("CLEARWAY_DATA");
            return Path.of(named == null || named.isBlank() ? "clearway-data" : named);
        }
    }

    /// Where the passphrase of a folder comes from.
    static final class Passphrases {
        static final String FILE = "passphrase";

        private Passphrases() {}

        static String find(NodeFolder folder, @Nullable Path named, Context context) {
            if (named != null) return read(named);
            String inEnvironment = System.getenv("CLEARWAY_PASSPHRASE");
            if (inEnvironment != null && !inEnvironment.isEmpty()) return inEnvironment;
            Path own = folder.path().resolve(FILE);
            if (Files.exists(own)) return read(own);
            Console console = System.console();
            if (console == null) throw Problem.of("command.passphrase-missing", "folder", folder.path());
            context.tell(
                    "command.passphrase-prompt", Map.of("folder", folder.path().toString()));
            char[] typed = console.readPassword();
            return typed == null ? "" : new String(typed);
        }

        private static String read(Path file) {
            try {
                return Files.readString(file, StandardCharsets.UTF_8).strip();
            } catch (IOException e) {
                throw new Problem("command.file-unreadable", Map.of("file", file.toString(), "cause", e.toString()), e);
            }
        }
    }
}
