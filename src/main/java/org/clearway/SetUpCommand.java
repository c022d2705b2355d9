// SPDX-License-Identifier: Apache-2.0
package org.clearway;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Set;
import org.clearway.access.AccountId;
import org.clearway.access.Actor;
import org.clearway.access.Role;
import org.clearway.language.Language;
import org.clearway.language.Names;
import org.clearway.language.Problem;
import org.clearway.scenario.SetUps;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `clearway set-up`: takes out how a node is set up, and takes it in at another one.
final class SetUpCommand {
    private static final Actor AT_THE_MACHINE = new Actor(AccountId.NODE, Set.of(Role.COORDINATION));

    private SetUpCommand() {}

    static CommandLine all(Context context) {
        return new CommandLine(new Group()).addSubcommand(new Export(context)).addSubcommand(new Load(context));
    }

    /// Takes in a set-up, and says how much of it was new.
    static void load(Node node, Path file, Context context) {
        SetUps.Loaded loaded = node.setUps().takeIn(AT_THE_MACHINE, file);
        context.tell(
                "command.set-up-loaded",
                Map.of(
                        "name", loaded.names().in(context.language()),
                        "told", loaded.told(),
                        "same", loaded.same()));
    }

    @Command(name = "set-up")
    static final class Group extends CommandGroup {}

    @Command(name = "export")
    static final class Export extends FolderCommand {
        @Parameters(index = "0", paramLabel = "FILE.zip", descriptionKey = "set-up.export-file")
        Path file = Path.of("");

        @Option(names = "--name", paramLabel = "NAME", descriptionKey = "set-up.name")
        String name = "Set-up";

        Export(Context context) {
            super(context);
        }

        @Override
        int run(Node node) {
            byte[] packed = node.setUps().takeOut(AT_THE_MACHINE, Names.of(Language.EN, name));
            try {
                Files.write(context.typed(file), packed, StandardOpenOption.CREATE_NEW);
            } catch (IOException e) {
                throw new Problem("command.file-unreadable", Map.of("file", file.toString(), "cause", e.toString()), e);
            }
            context.tell("command.set-up-exported", Map.of("file", file.toString()));
            return ExitCode.FINE;
        }
    }

    @Command(name = "load")
    static final class Load extends FolderCommand {
        @Parameters(index = "0", paramLabel = "FILE", descriptionKey = "set-up.file")
        Path file = Path.of("");

        Load(Context context) {
            super(context);
        }

        @Override
        int run(Node node) {
            load(node, context.typed(file), context);
            return ExitCode.FINE;
        }
    }
}
