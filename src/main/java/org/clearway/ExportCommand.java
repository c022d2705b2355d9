// SPDX-License-Identifier: Apache-2.0
package org.clearway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.clearway.access.AccountId;
import org.clearway.access.Actor;
import org.clearway.access.Role;
import org.clearway.agreement.CorridorId;
import org.clearway.export.Exports;
import org.clearway.export.Format;
import org.clearway.export.Purpose;
import org.clearway.export.Table;
import org.clearway.export.Wanted;
import org.clearway.language.Language;
import org.clearway.language.Problem;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `clearway export`: takes out a table as a file, which is there whole or not at all.
@Command(name = "export")
final class ExportCommand extends FolderCommand {
    private static final Actor AT_THE_MACHINE = new Actor(AccountId.NODE, Set.of(Role.COORDINATION, Role.PROTECTION));

    @Parameters(index = "0", paramLabel = "TABLE", descriptionKey = "export.table")
    String table = "";

    @Option(names = "--from", paramLabel = "DATE", descriptionKey = "export.from")
    @Nullable
    String from;

    @Option(names = "--to", paramLabel = "DATE", descriptionKey = "export.to")
    @Nullable
    String to;

    @Option(names = "--corridor", paramLabel = "ID", descriptionKey = "export.corridor")
    @Nullable
    String corridor;

    @Option(names = "--format", paramLabel = "FORM", descriptionKey = "export.format")
    Format format = Format.XLSX;

    @Option(names = "--language", paramLabel = "TAG", descriptionKey = "export.language")
    @Nullable
    String tableLanguage;

    @Option(names = "--why", paramLabel = "PURPOSE", required = true, descriptionKey = "export.why")
    String why = "";

    @Option(names = "--out", paramLabel = "FILE", required = true, descriptionKey = "export.out")
    Path file = Path.of("");

    ExportCommand(Context context) {
        super(context);
    }

    @Override
    int run(Node node) {
        Path target = context.typed(file).toAbsolutePath();
        if (Files.exists(target)) throw exists(target, new FileAlreadyExistsException(target.toString()));
        Exports.Asked asked =
                node.exports().ask(AT_THE_MACHINE, node.journal().ids().next(), wanted());
        Exports.Whole whole = write(node, asked, target);
        context.print(
                "command.export.done",
                Map.of(
                        "file",
                        target.toString(),
                        "lines",
                        whole.lines(),
                        "digest",
                        whole.digest().hex()));
        return ExitCode.FINE;
    }

    /// Beside its place, onto the disk, and then into its place.
    private static Exports.Whole write(Node node, Exports.Asked asked, Path target) {
        try {
            Path folder = Optional.ofNullable(target.getParent()).orElseThrow();
            Path beside = Files.createTempFile(folder, ".clearway-", ".part");
            try {
                Exports.Whole whole;
                try (FileChannel channel = FileChannel.open(beside, StandardOpenOption.WRITE)) {
                    whole = node.exports().write(asked, Channels.newOutputStream(channel));
                    channel.force(true);
                }
                Files.move(beside, target);
                return whole;
            } finally {
                Files.deleteIfExists(beside);
            }
        } catch (FileAlreadyExistsException e) {
            throw exists(target, e);
        } catch (IOException e) {
            throw unwritable(target, e);
        } catch (UncheckedIOException e) {
            throw unwritable(target, e);
        }
    }

    private static Problem unwritable(Path target, Exception e) {
        return new Problem("command.file-unreadable", Map.of("file", target.toString(), "cause", e.toString()), e);
    }

    private static Problem exists(Path target, IOException e) {
        return new Problem("export.file-exists", Map.of("file", target.toString()), e);
    }

    private Wanted wanted() {
        Table asked = Table.ofSlug(table.toLowerCase(Locale.ROOT))
                .orElseThrow(() -> new Problem(
                        "export.table",
                        Map.of(
                                "table",
                                table,
                                "tables",
                                Arrays.stream(Table.values())
                                        .filter(one -> !one.ofRecords())
                                        .map(Table::slug)
                                        .collect(Collectors.joining(", ")))));
        return new Wanted(
                asked,
                from == null || to == null ? Optional.empty() : Optional.of(new Wanted.Days(day(from), day(to))),
                Optional.ofNullable(corridor).map(CorridorId::new),
                Optional.ofNullable(tableLanguage)
                        .flatMap(Language::ofTag)
                        .filter(Language.offered()::contains)
                        .orElse(context.language()),
                format,
                purpose());
    }

    private Purpose purpose() {
        String code = why.toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(Purpose.values())
                .filter(one -> one.name().equals(code))
                .findFirst()
                .orElseThrow(() -> Problem.of(
                        "export.purpose",
                        "purposes",
                        Arrays.stream(Purpose.values())
                                .map(one -> one.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                                .collect(Collectors.joining(", "))));
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new Problem("command.bad-day", Map.of("value", text), e);
        }
    }
}
