// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clearway.time.OpeningWindow;
import org.clearway.transport.Condition;
import org.clearway.transport.ConditionState;
import org.clearway.transport.Conditions;

/// How pages say what a safe area offers: what is there, what is scarce, what is not there, and what nobody knows.
final class ConditionWords {
    private ConditionWords() {}

    /// A sentence for each state that something is in, and when it was told.
    static List<String> of(Optional<Conditions.Told> told, Words words) {
        if (told.isEmpty()) return List.of(words.say("web.conditions.not-told"));
        Conditions conditions = told.get().conditions();
        var sentences = new ArrayList<String>();
        for (ConditionState state : ConditionState.values()) {
            add(sentences, words.say(state), conditions.those(state), words);
        }
        add(sentences, words.say("web.conditions.unknown"), conditions.notKnown(), words);
        sentences.add(
                words.say("web.conditions.when", "when", words.moment(told.get().at())));
        return sentences;
    }

    /// What a board says of it: what is scarce, not there or not known, and nothing of what is as it should be.
    static String shortOf(Optional<Conditions.Told> told, Words words) {
        if (told.isEmpty()) return words.say("web.conditions.not-told");
        Conditions conditions = told.get().conditions();
        var sentences = new ArrayList<String>();
        add(sentences, words.say(ConditionState.ABSENT), conditions.those(ConditionState.ABSENT), words);
        add(sentences, words.say(ConditionState.LIMITED), conditions.those(ConditionState.LIMITED), words);
        add(sentences, words.say("web.conditions.unknown"), conditions.notKnown(), words);
        return sentences.isEmpty()
                ? words.say("web.conditions.all-ok")
                : String.join(words.say("web.conditions.then"), sentences);
    }

    static String hours(List<OpeningWindow> hours, Words words) {
        return hours.isEmpty()
                ? words.say("web.conditions.hours-unknown")
                : words.list(hours.stream().map(words::window).toList());
    }

    private static void add(List<String> sentences, String state, List<Condition> those, Words words) {
        if (those.isEmpty()) return;
        String which = words.list(those.stream().map(words::say).toList());
        sentences.add(words.say("web.conditions.so", Map.of("state", state, "those", which)));
    }
}
