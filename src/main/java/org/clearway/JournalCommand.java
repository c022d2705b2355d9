// SPDX-License-Identifier: Apache-2.0
package org.clearway;

import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clearway.access.AccountId;
import org.clearway.access.Actor;
import org.clearway.access.Role;
import org.clearway.access.Sensitivity;
import org.clearway.journal.DayBook;
import org.clearway.journal.Progress;
import org.clearway.journal.Rebuilt;
import org.clearway.journal.Verification;
import org.clearway.language.Problem;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `clearway journal`: checks it, rebuilds what is derived from it, writes it out.
final class JournalCommand {
    private static final Actor AT_THE_MACHINE = new Actor(AccountId.NODE, Set.of(Role.PROTECTION));

    private JournalCommand() {}

    static CommandLine all(Context context) {
        return new CommandLine(new Group())
                .addSubcommand(new Verify(context))
                .addSubcommand(new Rebuild(context))
                .addSubcommand(new Export(context))
                .addSubcommand(new Head(context));
    }

    @Command(name = "journal")
    static final class Group extends CommandGroup {}

    private static Progress progress(Context context) {
        return (done, all) -> context.tell("command.progress", Map.of("done", done, "all", all));
    }

    @Command(name = "verify")
    static final class Verify extends FolderCommand {
        @Option(names = "--head", paramLabel = "LINE", descriptionKey = "journal.head")
        @Nullable
        String head;

        Verify(Context context) {
            super(context);
        }

        @Override
        int run(Node node) {
            Verification found = node.journal().verify(Optional.ofNullable(head), progress(context));
            boolean sound = switch (found) {
                case Verification.Sound(long entries, int streams) -> {
                    context.print("command.journal-sound", Map.of("entries", entries, "streams", streams));
                    yield true;
                }
                case Verification.Broken broken -> {
                    context.print(
                            "command.journal-broken." + broken.fault(),
                            Map.of("stream", broken.stream().toString(), "sequence", broken.sequence()));
                    yield false;
                }
            };
            node.vitals().noteCheck(found);
            return armsAreSound(node) && sound ? ExitCode.FINE : ExitCode.FAILED;
        }

        private boolean armsAreSound(Node node) {
            return switch (node.armsBook().verify()) {
                case DayBook.Checked.Sound(long lines, int days) -> {
                    context.print("command.arms-sound", Map.of("lines", lines, "days", days));
                    yield true;
                }
                case DayBook.Checked.Broken(LocalDate day, Verification.Fault fault) -> {
                    context.print("command.arms-broken", Map.of("day", day.toString(), "fault", fault.name()));
                    yield false;
                }
                case DayBook.Checked.Unreadable(Problem why) -> {
                    context.terminal().err().println(why.in(context.language()));
                    yield false;
                }
            };
        }
    }

    @Command(name = "rebuild")
    static final class Rebuild extends FolderCommand {
        Rebuild(Context context) {
            super(context);
        }

        @Override
        int run(Node node) {
            Rebuilt rebuilt = node.journal().rebuild(progress(context));
            rebuilt.damaged()
                    .forEach(position -> context.tell("problem.journal.entry-damaged", Map.of("position", position)));
            if (rebuilt.same()) {
                context.print("command.rebuilt-same", Map.of("entries", rebuilt.entries()));
                return rebuilt.damaged().isEmpty() ? ExitCode.FINE : ExitCode.FAILED;
            }
            context.print(
                    "command.rebuilt-different",
                    Map.of("entries", rebuilt.entries(), "tables", String.join(", ", rebuilt.different())));
            return ExitCode.FAILED;
        }
    }

    @Command(name = "export")
    static final class Export extends FolderCommand {
        @Option(names = "--up-to", paramLabel = "CLASS", descriptionKey = "journal.up-to")
        Sensitivity upTo = Sensitivity.PUBLIC;

        Export(Context context) {
            super(context);
        }

        @Override
        int run(Node node) {
            node.journal()
                    .export(
                            AT_THE_MACHINE,
                            node.journal().ids().next(),
                            upTo,
                            new OutputStreamWriter(context.terminal().out(), StandardCharsets.UTF_8));
            return ExitCode.FINE;
        }
    }

    @Command(name = "head")
    static final class Head extends FolderCommand {
        Head(Context context) {
            super(context);
        }

        @Override
        int run(Node node) {
            node.journal().head().ifPresent(context.terminal().out()::println);
            return ExitCode.FINE;
        }
    }
}
