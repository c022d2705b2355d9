// SPDX-License-Identifier: Apache-2.0
package org.clearway;

import java.util.List;
import org.clearway.language.Wording;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `clearway help COMMAND`: the same as `clearway COMMAND --help`.
@Command(name = "help")
final class HelpCommand implements Runnable {
    private final Context context;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "0..*", paramLabel = "COMMAND", descriptionKey = "help.command")
    List<String> path = List.of();

    HelpCommand(Context context) {
        this.context = context;
    }

    @Override
    public void run() {
        CommandLine found = spec.commandLine().getParent();
        for (String name : path) {
            found = found.getSubcommands().get(name);
            if (found == null) {
                throw new CommandLine.ParameterException(
                        spec.commandLine(),
                        Wording.of(context.language()).say("command.unknown", java.util.Map.of("name", name)));
            }
        }
        found.usage(context.terminal().out());
    }
}
