// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.clearway.agreement.PartyId;
import org.clearway.care.Limits;
import org.clearway.care.PointStanding;
import org.clearway.care.ServiceState;
import org.clearway.care.Supply;
import org.clearway.corridor.Service;

/// How pages say what is left of something, and how a service stands.
final class CareWords {
    private CareWords() {}

    /// Such as "lasts 2 h 15 min".
    static String lasts(Supply supply, Words words) {
        return switch (supply) {
            case Supply.Out out -> words.say("web.stock.out");
            case Supply.NobodyTakesIt nobody -> words.say("web.stock.nobody-takes-it");
            case Supply.Lasts lasts
            when lasts.time().toHours() >= 48 ->
                words.say("web.stock.lasts-days", "days", lasts.time().toDays());
            case Supply.Lasts lasts ->
                words.say(
                        "web.stock.lasts",
                        Map.of(
                                "hours",
                                lasts.time().toHours(),
                                "minutes",
                                lasts.time().toMinutesPart()));
        };
    }

    /// How a service stands; empty where nothing is told of it.
    static String state(Map<Service, ServiceState> states, Service service, Words words) {
        return Optional.ofNullable(states.get(service)).map(words::say).orElse("");
    }

    /// How a service is announced to stand, and by whom, each in a sentence.
    ///
    /// @param party the name of a party
    static List<String> announced(
            PointStanding standing, Service service, Words words, Function<PartyId, String> party) {
        return standing.announced().stream()
                .filter(told -> told.services().containsKey(service))
                .map(told -> words.say(
                        "web.care.announced-by",
                        Map.of(
                                "state", state(told.services(), service, words),
                                "party", party.apply(told.announcer()))))
                .toList();
    }

    /// How a service is limited, in a sentence; empty where it is not.
    static String limits(Limits limits, Words words) {
        List<String> card = withACard(limits, words);
        var phrases = new ArrayList<String>();
        if (!card.isEmpty()) phrases.add(words.say("web.limits.card", "how", words.list(card)));
        if (!limits.desks().isEmpty()) phrases.add(words.say("web.limits.desks", "desks", list(limits.desks(), words)));
        limits.hours().forEach(window -> phrases.add(words.window(window)));
        return String.join(words.say("web.limits.and"), phrases);
    }

    private static List<String> withACard(Limits limits, Words words) {
        var phrases = new ArrayList<String>();
        limits.minutesBetween().ifPresent(minutes -> phrases.add(between(minutes, words)));
        limits.mostADay().ifPresent(times -> phrases.add(words.say("web.limits.most-a-day", "times", times)));
        if (!limits.notWith().isEmpty()) {
            phrases.add(words.say("web.limits.not-with", "services", list(limits.notWith(), words)));
        }
        if (limits.wholeHousehold()) phrases.add(words.say("web.limits.everyone-at-once"));
        return phrases;
    }

    private static String between(long minutes, Words words) {
        return minutes % 60 == 0
                ? words.say("web.limits.hours-between", "hours", minutes / 60)
                : words.say("web.limits.minutes-between", "minutes", minutes);
    }

    private static String list(Set<? extends Enum<?>> values, Words words) {
        return words.list(values.stream().map(words::say).toList());
    }
}
