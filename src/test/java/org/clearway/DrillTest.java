// SPDX-License-Identifier: Apache-2.0
package org.clearway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.clearway.language.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/// The rehearsals themselves: they run, say how each went, and fail when something did not hold.
class DrillTest {
    @TempDir
    Path disk;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void aNodeIsRestoredAndAProgramKilledAndEachIsToldAndNothingIsLeft() throws IOException {
        int code = CommandLines.run(new String[] {"drill", "--dir", disk.toString()}, terminal(), Reach.STANDING_ALONE);

        assertThat(code).as(told() + err).isEqualTo(ExitCode.FINE);
        assertThat(told())
                .containsPattern("Lost with its machine, restored and checked elsewhere: [0-9.]+ s")
                .containsPattern("Killed 5 times in the midst of acts, on files: [0-9,]+ acknowledged, [0-9,]+ found;"
                        + " the chain holds")
                .contains("On a server, and take-over: NOT RUN")
                .doesNotContain("NOT hold");
        try (Stream<Path> left = Files.list(disk)) {
            assertThat(left).isEmpty();
        }
    }

    /// A desk that says its acts are done, and does none.
    @Test
    void whatWasAcknowledgedAndIsNotThereFailsTheDrill() {
        var lies = List.of("sh", "-c", "number=0; while number=$((number + 1)); do echo $number || exit; done");
        assertThat(killing(node -> lies)).isEqualTo(ExitCode.FAILED);
        assertThat(told())
                .containsPattern("acknowledged, 0 found; the chain holds")
                .contains("This did NOT hold");
    }

    @Test
    void aProgramThatDoesNotStartFailsTheDrill() {
        assertThat(killing(node -> List.of("sh", "-c", "exit 1"))).isNotZero();
        assertThat(told()).doesNotContain("Killed");
    }

    private int killing(DrillCommand.Desk desk) {
        var context = new Context(terminal(), Reach.STANDING_ALONE, Language.EN, List.of());
        return new CommandLine(new DrillCommand(context, Set.of(DrillCommand.Rehearsal.KILL), desk))
                .setErr(new java.io.PrintWriter(err))
                .execute("--dir", disk.toString());
    }

    private Terminal terminal() {
        return new Terminal(
                new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private String told() {
        return out.toString(StandardCharsets.UTF_8);
    }
}
