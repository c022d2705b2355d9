// SPDX-License-Identifier: Apache-2.0
package org.clearway;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/// `clearway` without a command: says what there is.
@Command(name = "clearway", versionProvider = ClearwayCommand.Version.class)
final class ClearwayCommand implements Runnable {
    private final Context context;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--lang", paramLabel = "TAG", scope = ScopeType.INHERIT, descriptionKey = "lang")
    String language = "en";

    @Option(names = "--help", usageHelp = true, scope = ScopeType.INHERIT, descriptionKey = "help")
    boolean help;

    @Option(names = "--version", versionHelp = true, descriptionKey = "version")
    boolean version;

    ClearwayCommand(Context context) {
        this.context = context;
    }

    @Override
    public void run() {
        spec.commandLine().usage(context.terminal().err());
        throw new CommandLine.ParameterException(
                spec.commandLine(),
                org.clearway.language.Wording.of(context.language()).say("command.name-one"));
    }

    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"Clearway " + ProgramVersion.text()};
        }
    }
}
