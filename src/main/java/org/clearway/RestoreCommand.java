// SPDX-License-Identifier: Apache-2.0
package org.clearway;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.clearway.journal.Database;
import org.clearway.journal.NodeFolder;
import org.clearway.journal.Progress;
import org.clearway.journal.Restore;
import org.clearway.language.Problem;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `clearway restore`: makes a node's folder out of a backup, checks it, and says what goes further
/// than it.
@Command(name = "restore")
final class RestoreCommand implements Callable<Integer> {
    private final Context context;

    @Option(names = "--from", paramLabel = "FILE|DIR", required = true, descriptionKey = "restore.from")
    Path from = Path.of("");

    @Option(names = "--keys", paramLabel = "FILE|DIR", required = true, descriptionKey = "restore.keys")
    Path keys = Path.of("");

    @Option(names = "--data", paramLabel = "DIR", required = true, descriptionKey = "data")
    Path data = Path.of("");

    @Option(names = "--database", paramLabel = "URL", descriptionKey = "restore.database")
    @Nullable
    String database;

    @Option(names = "--at", paramLabel = "TIME", descriptionKey = "restore.at")
    @Nullable
    Instant at;

    @Option(names = "--head", paramLabel = "LINE", descriptionKey = "restore.head")
    List<String> heads = List.of();

    @Option(names = "--lost-folder", paramLabel = "DIR", descriptionKey = "restore.lost-folder")
    @Nullable
    Path lostFolder;

    @Option(names = "--passphrase-file", paramLabel = "FILE", descriptionKey = "passphrase-file")
    @Nullable
    Path passphraseFile;

    RestoreCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        if (context.reach().running().isPresent()) throw Problem.of("command.already-running");
        var folder = new NodeFolder(data);
        Optional<Database> target = Optional.ofNullable(database).map(Database::parse);
        Restore restore = Restore.find(from, keys, Optional.ofNullable(at));
        String passphrase = FolderCommand.Passphrases.find(folder, passphraseFile, context);
        var known = new ArrayList<>(heads);
        if (lostFolder != null) known.addAll(Restore.headsIn(lostFolder));
        Restore.Restored restored =
                restore.into(folder.path(), passphrase, known, InstantSource.system(), new SecureRandom());
        if (restored.scenario().isPresent()) keepPassphrase(folder, passphrase);
        // Its files are not kept aside as those of a node that moved: the backup holds what they hold.
        target.ifPresent(server -> folder.restoreTo(server, Progress.SILENT));
        MoveCommand.check(folder, passphrase);
        tell(restored, folder);
        return ExitCode.FINE;
    }

    private void tell(Restore.Restored restored, NodeFolder folder) {
        context.print(
                "command.restored",
                Map.of(
                        "entries",
                        restored.entries(),
                        "stream",
                        restored.stream().toString(),
                        "recorded",
                        restored.recorded().toString(),
                        "folder",
                        database == null ? folder.path().toString() : database));
        if (restored.destroyed() > 0) {
            context.print("command.restored-destroyed", Map.of("count", restored.destroyed()));
        }
        if (restored.newer().isEmpty()) context.print("command.restored-nothing-newer", Map.of());
        for (Restore.Newer one : restored.newer()) {
            String until = one.until().map(Instant::toString).orElse("none");
            if (one.entries().isPresent()) {
                context.print(
                        "command.restored-newer",
                        Map.of("where", one.where(), "entries", one.entries().get(), "until", until));
            } else {
                context.print("command.restored-newer-stream", Map.of("where", one.where(), "until", until));
            }
        }
        context.print(
                "command.restored-lost", Map.of("recorded", restored.recorded().toString()));
        context.print("command.restored-old", Map.of());
    }

    /// The passphrase of a scenario lies beside its keys.
    private static void keepPassphrase(NodeFolder folder, String passphrase) {
        Path file = folder.path().resolve(FolderCommand.Passphrases.FILE);
        try {
            Files.writeString(file, passphrase + "\n", StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new Problem("journal.read-only", Map.of("folder", file.toString(), "cause", e.toString()), e);
        }
    }
}
