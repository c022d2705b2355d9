// SPDX-License-Identifier: Apache-2.0
package org.clearway;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.clearway.journal.Database;
import org.clearway.journal.NodeFolder;
import org.clearway.journal.Progress;
import org.clearway.journal.Verification;
import org.clearway.language.Problem;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `clearway move`: takes a node from files to a server, or back, and checks its chain there.
@Command(name = "move")
final class MoveCommand implements Callable<Integer> {
    private final Context context;

    @Option(names = "--from", paramLabel = "DIR|URL", required = true, descriptionKey = "move.from")
    String from = "";

    @Option(names = "--to", paramLabel = "URL|DIR", required = true, descriptionKey = "move.to")
    String to = "";

    @Option(names = "--passphrase-file", paramLabel = "FILE", descriptionKey = "passphrase-file")
    @Nullable
    Path passphraseFile;

    MoveCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        if (context.reach().running().isPresent()) throw Problem.of("command.already-running");
        if (Database.isAddress(from) == Database.isAddress(to)) throw Problem.of("command.move-between");
        Optional<Database> target = Database.isAddress(to) ? Optional.of(Database.parse(to)) : Optional.empty();
        NodeFolder folder = Database.isAddress(from)
                ? new NodeFolder(Path.of(to), Optional.of(Database.parse(from)))
                : new NodeFolder(Path.of(from));
        if (Database.isAddress(from)) folder.join();
        String passphrase = FolderCommand.Passphrases.find(folder, passphraseFile, context);
        // What cannot be opened, or has a broken chain, is not carried on.
        check(folder, passphrase);
        folder.move(target, Progress.SILENT);
        long entries = check(folder, passphrase);
        context.tell("command.moved", Map.of("entries", entries, "from", from, "to", to));
        if (target.isPresent()) {
            context.tell(
                    "command.moved-aside",
                    Map.of("folder", folder.path().resolve("moved-away").toString()));
        }
        return ExitCode.FINE;
    }

    /// Opens a node and checks every entry of it.
    /// @return how many there are
    /// @throws Problem `command.move-unsound`
    static long check(NodeFolder folder, String passphrase) {
        try (Node node = Node.open(folder, passphrase)) {
            if (node.journal().verify(Progress.SILENT) instanceof Verification.Sound sound) return sound.entries();
            throw Problem.of("command.move-unsound", "folder", folder.path());
        }
    }
}
