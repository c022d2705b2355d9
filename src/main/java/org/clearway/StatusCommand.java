// SPDX-License-Identifier: Apache-2.0
package org.clearway;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clearway.access.AccountId;
import org.clearway.access.Actor;
import org.clearway.access.Role;
import org.clearway.health.Vital;
import org.clearway.health.VitalState;
import org.clearway.health.Vitals;
import org.clearway.language.Wording;
import org.clearway.scenario.Scenario;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/// `clearway status`: how a node does. The exit code says whether anything needs somebody.
@Command(name = "status")
final class StatusCommand extends FolderCommand {
    private static final Actor AT_THE_MACHINE = new Actor(AccountId.NODE, Set.of(Role.ADMINISTRATOR));

    enum Format {
        TEXT,
        JSON
    }

    @Option(names = "--format", paramLabel = "FORMAT", descriptionKey = "status.format")
    Format format = Format.TEXT;

    StatusCommand(Context context) {
        super(context);
    }

    @Override
    int run(Node node) {
        List<Vital> signs = node.vitals().signs(AT_THE_MACHINE);
        Wording words = Wording.of(context.language());
        switch (format) {
            case TEXT -> {
                node.story().ifPresent(story -> printMark(story.scenario(), words));
                signs.forEach(sign -> print(sign, words, node));
            }
            case JSON -> context.terminal().out().println(json(signs, words, node));
        }
        return Vitals.worst(signs) == VitalState.IN_ORDER ? ExitCode.FINE : ExitCode.ATTENTION;
    }

    private void printMark(Scenario told, Wording words) {
        context.print(
                "command.status-mark",
                Map.of(
                        "mark", words.say(told.kind().asStory()),
                        "name", told.names().in(context.language())));
    }

    /// A line for each, with its state by shape and in words; below it what to do, where there is
    /// something to do.
    private void print(Vital sign, Wording words, Node node) {
        context.print(
                "command.status-line",
                Map.of(
                        "shape", words.say("health.shape." + sign.state()),
                        "state", words.say(sign.state()),
                        "what", words.say(sign.sign()),
                        "told", sign.in(words, node.zone())));
        String advice = sign.advice(words);
        if (!advice.isEmpty()) {
            context.terminal().out().println("    " + words.say("command.status-advice", Map.of("advice", advice)));
        }
    }

    private static String json(List<Vital> signs, Wording words, Node node) {
        var whole = new LinkedHashMap<String, Object>();
        node.journal().story().ifPresent(story -> whole.put("story", story.name()));
        whole.put("state", Vitals.worst(signs).name());
        whole.put("signs", signs.stream().map(sign -> json(sign, words, node)).toList());
        return JsonMapper.builder().build().writeValueAsString(whole);
    }

    private static Map<String, Object> json(Vital sign, Wording words, Node node) {
        var one = new LinkedHashMap<String, Object>();
        one.put("sign", sign.sign().name());
        one.put("state", sign.state().name());
        one.put("says", sign.in(words, node.zone()));
        one.put("advice", sign.advice(words));
        one.put("figures", sign.plain());
        return one;
    }
}
