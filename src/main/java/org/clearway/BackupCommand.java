// SPDX-License-Identifier: Apache-2.0
package org.clearway;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clearway.access.AccountId;
import org.clearway.access.Actor;
import org.clearway.access.Role;
import org.clearway.journal.BackupPlan;
import org.clearway.journal.Backups;
import org.clearway.journal.Progress;
import org.clearway.language.Problem;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `clearway backup`: makes backups of a node while desks work, and proves that they restore.
final class BackupCommand {
    private static final Actor AT_THE_MACHINE = new Actor(AccountId.NODE, Set.of(Role.ADMINISTRATOR));

    private BackupCommand() {}

    static CommandLine all(Context context) {
        return new CommandLine(new Group())
                .addSubcommand(new Plan(context))
                .addSubcommand(new Now(context))
                .addSubcommand(new Check(context))
                .addSubcommand(new Kept(context))
                .addSubcommand(new Stop(context))
                .addSubcommand(new Forget(context));
    }

    @Command(name = "backup")
    static final class Group extends CommandGroup {}

    private static Progress progress(Context context) {
        return (done, all) -> {
            if (done % 10_000 == 0) context.tell("command.progress", Map.of("done", done, "all", all));
        };
    }

    @Command(name = "plan")
    static final class Plan extends FolderCommand {
        @Parameters(index = "0", paramLabel = "DIR", descriptionKey = "backup.at-entries")
        Path entries = Path.of("");

        @Option(names = "--keys-to", paramLabel = "DIR", required = true, descriptionKey = "backup.at-keys")
        Path keys = Path.of("");

        @Option(names = "--every", paramLabel = "MINUTES", descriptionKey = "backup.every")
        long minutes = 60;

        Plan(Context context) {
            super(context);
        }

        @Override
        int run(Node node) {
            BackupPlan plan = node.backups()
                    .arrange(AT_THE_MACHINE, context.typed(entries), context.typed(keys), Duration.ofMinutes(minutes));
            context.tell(
                    "command.backup-planned",
                    Map.of(
                            "minutes", minutes,
                            "entries", plan.entries().folder().toString(),
                            "keys", plan.keys().folder().toString()));
            if (node.backups().standing(AT_THE_MACHINE).oneDisk()) context.tell("command.backup-one-disk", Map.of());
            return ExitCode.FINE;
        }
    }

    @Command(name = "now")
    static final class Now extends FolderCommand {
        @Option(names = "--to", paramLabel = "DIR", descriptionKey = "backup.at-entries")
        @Nullable
        Path entries;

        @Option(names = "--keys-to", paramLabel = "DIR", descriptionKey = "backup.at-keys")
        @Nullable
        Path keys;

        Now(Context context) {
            super(context);
        }

        @Override
        int run(Node node) {
            if ((entries == null) != (keys == null)) throw Problem.of("command.both-places");
            Backups.Made made = entries == null || keys == null
                    ? node.backups().make(AT_THE_MACHINE, progress(context))
                    : node.backups()
                            .make(AT_THE_MACHINE, context.typed(entries), context.typed(keys), progress(context));
            context.print(
                    "command.backup-made",
                    Map.of(
                            "file", made.entries().toString(),
                            "position", made.position(),
                            "bytes", made.bytes(),
                            "keys", made.keys().toString()));
            if (made.oneDisk()) context.tell("command.backup-one-disk", Map.of());
            return ExitCode.FINE;
        }
    }

    @Command(name = "check")
    static final class Check extends FolderCommand {
        Check(Context context) {
            super(context);
        }

        @Override
        int run(Node node) {
            Backups.Checked checked = node.backups().check(AT_THE_MACHINE, progress(context));
            context.print(
                    "command.backup-checked",
                    Map.of(
                            "file", checked.file().toString(),
                            "made", checked.made().toString(),
                            "entries", checked.entries(),
                            "lines", checked.lines()));
            return ExitCode.FINE;
        }
    }

    @Command(name = "list")
    static final class Kept extends FolderCommand {
        Kept(Context context) {
            super(context);
        }

        @Override
        int run(Node node) {
            List<Backups.Kept> all = node.backups().kept(AT_THE_MACHINE);
            if (all.isEmpty()) context.tell("command.backup-list-none", Map.of());
            for (Backups.Kept one : all) {
                context.print(
                        "command.backup-kept",
                        Map.of(
                                "made", one.made().toString(),
                                "position", one.position(),
                                "bytes", one.bytes(),
                                "file", one.file().toString()));
            }
            return ExitCode.FINE;
        }
    }

    @Command(name = "stop")
    static final class Stop extends FolderCommand {
        Stop(Context context) {
            super(context);
        }

        @Override
        int run(Node node) {
            node.backups().stop(AT_THE_MACHINE);
            context.tell("command.backup-stopped", Map.of());
            return ExitCode.FINE;
        }
    }

    @Command(name = "forget")
    static final class Forget extends FolderCommand {
        @Parameters(index = "0", paramLabel = "PLACE", descriptionKey = "backup.forget-place")
        String place = "";

        Forget(Context context) {
            super(context);
        }

        @Override
        int run(Node node) {
            node.backups().forget(AT_THE_MACHINE, place);
            context.tell("command.backup-forgotten", Map.of("place", place));
            return ExitCode.FINE;
        }
    }
}
