// SPDX-License-Identifier: Apache-2.0
package org.clearway;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.clearway.access.AccountId;
import org.clearway.access.Actor;
import org.clearway.access.Role;
import org.clearway.bulletin.Edition;
import org.clearway.bulletin.Format;
import org.clearway.language.Problem;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `clearway bulletin`: prints the bulletin of a day, as it stands. What nobody approved says DRAFT.
@Command(name = "bulletin")
final class BulletinCommand extends FolderCommand {
    private static final Actor AT_THE_MACHINE = new Actor(AccountId.NODE, Set.of(Role.PRESS));

    enum Form {
        TEXT,
        HTML
    }

    @Option(names = "--scenario", paramLabel = "NAME", descriptionKey = "bulletin.scenario")
    @Nullable
    String scenario;

    @Option(names = "--day", paramLabel = "DATE", required = true, descriptionKey = "bulletin.day")
    String day = "";

    @Option(names = "--format", paramLabel = "FORM", descriptionKey = "bulletin.format")
    Form form = Form.TEXT;

    BulletinCommand(Context context) {
        super(context);
    }

    @Override
    public Integer call() {
        if (scenario == null) return super.call();
        LocalDate published = published();
        return ScenarioFolders.inPassing(scenario, told -> told.cutOff(published), this::run);
    }

    @Override
    int run(Node node) {
        Edition edition = node.bulletins().newest(AT_THE_MACHINE, published());
        Format format = form == Form.HTML ? Format.HTML : Format.PLAIN;
        context.terminal()
                .out()
                .println(edition.render(context.language(), format).stripTrailing());
        return ExitCode.FINE;
    }

    private LocalDate published() {
        try {
            return LocalDate.parse(day);
        } catch (DateTimeException e) {
            throw new Problem("command.bad-day", Map.of("value", day), e);
        }
    }
}
