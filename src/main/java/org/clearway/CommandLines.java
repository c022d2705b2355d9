// SPDX-License-Identifier: Apache-2.0
package org.clearway;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;
import org.clearway.language.Language;
import org.clearway.language.Problem;
import org.clearway.language.Wording;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/// Reads a command line, runs what it asks for, and says what went wrong in one sentence.
final class CommandLines {
    private CommandLines() {}

    /// @return the exit code
    static int run(String[] args, Terminal terminal, Reach reach) {
        Language language = language(args);
        var out = new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8);
        var err = new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8);
        CommandLine line = commands(new Context(terminal, reach, language, List.of(args)))
                .setResourceBundle(new HelpWords(Wording.of(language)))
                .setOut(out)
                .setErr(err)
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
                .setUsageHelpAutoWidth(true)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler((wrong, arguments) -> wrongUsage(wrong, err, language))
                .setExecutionExceptionHandler((failure, command, parsed) -> failed(failure, err, language));
        int code = line.execute(args);
        out.flush();
        err.flush();
        return code;
    }

    /// The command line with every command that `./clearway` hands on.
    static CommandLine commands(Context context) {
        return new CommandLine(new ClearwayCommand(context))
                .addSubcommand(new DemoCommand(context))
                .addSubcommand(new ServeCommand(context))
                .addSubcommand(new InitCommand(context))
                .addSubcommand(new StatusCommand(context))
                .addSubcommand(BackupCommand.all(context))
                .addSubcommand(new RestoreCommand(context))
                .addSubcommand(new MoveCommand(context))
                .addSubcommand(AccountCommand.all(context))
                .addSubcommand(SetUpCommand.all(context))
                .addSubcommand(CertificateCommand.all(context))
                .addSubcommand(new ExerciseCommand(context))
                .addSubcommand(ScenarioCommand.all(context))
                .addSubcommand(new BulletinCommand(context))
                .addSubcommand(new ExportCommand(context))
                .addSubcommand(JournalCommand.all(context))
                .addSubcommand(BenchCommand.all(context))
                .addSubcommand(DrillCommand.all(context))
                .addSubcommand(new TuneRunCommand(context))
                .addSubcommand(new HelpCommand(context))
                .setCaseInsensitiveEnumValuesAllowed(true);
    }

    private static int wrongUsage(CommandLine.ParameterException wrong, PrintWriter err, Language language) {
        String command = wrong.getCommandLine().getCommandSpec().qualifiedName();
        err.println(wrong.getMessage());
        err.println(Wording.of(language).say("command.see-help", Map.of("command", command)));
        return ExitCode.WRONG_USAGE;
    }

    private static int failed(Exception failure, PrintWriter err, Language language) {
        if (failure instanceof Problem problem) {
            err.println(problem.in(language));
        } else {
            err.println(Wording.of(language).say("command.unexpected", Map.of("what", String.valueOf(failure))));
            if (System.getenv("CLEARWAY_DEBUG") != null) failure.printStackTrace(err);
        }
        return ExitCode.FAILED;
    }

    /// Looked for before anything is parsed, so that help and complaints speak it too.
    private static Language language(String[] args) {
        for (int i = 0; i < args.length; i++) {
            String tag = args[i].startsWith("--lang=")
                    ? args[i].substring("--lang=".length())
                    : args[i].equals("--lang") && i + 1 < args.length ? args[i + 1] : "";
            if (!tag.isEmpty()) return Language.ofTag(tag).orElse(Language.EN);
        }
        return Language.EN;
    }

    /// Picocli's descriptions, from the catalogue: `help.demo` for `clearway demo`, `help.demo.data` for its `--data`.
    static final class HelpWords extends ResourceBundle {
        private final Map<String, String> words = new TreeMap<>();

        HelpWords(Wording wording) {
            wording.patterns().keySet().stream()
                    .filter(key -> key.startsWith("help."))
                    .forEach(key -> words.put(key.substring("help.".length()), wording.say(key)));
        }

        @Override
        protected @Nullable Object handleGetObject(String key) {
            return words.get(key);
        }

        @Override
        public Enumeration<String> getKeys() {
            return Collections.enumeration(new ArrayList<>(words.keySet()));
        }
    }
}
