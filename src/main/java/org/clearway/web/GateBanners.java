// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import java.util.Map;
import org.clearway.agreement.CorridorId;
import org.clearway.gate.GateState;
import org.clearway.gate.Gates;
import org.clearway.journal.Journal;
import org.springframework.stereotype.Component;

/// How the gates of a corridor stand, as a sentence that every desk shows: `gate/parts :: banner`.
@Component
final class GateBanners {
    private final Gates gates;
    private final Journal journal;

    GateBanners(Gates gates, Journal journal) {
        this.gates = gates;
        this.journal = journal;
    }

    Banner of(Visit visit, CorridorId corridor) {
        Words words = visit.words();
        return switch (gates.state(visit.actor(), journal.now(), corridor)) {
            case GateState.NotOpened never -> new Banner(false, words.say("web.gate.not-opened"), "");
            case GateState.Working working ->
                new Banner(
                        true,
                        words.say("web.gate.working"),
                        working.until()
                                .map(until -> words.say("web.gate.until", "until", words.moment(until)))
                                .orElse(""));
            case GateState.NotAssured lapsed ->
                new Banner(
                        false,
                        words.say(
                                "web.gate.not-assured",
                                Map.of(
                                        "given",
                                        lapsed.assured().given(),
                                        "of",
                                        lapsed.assured().of())),
                        lapsed.since()
                                .map(since -> words.say("web.gate.since", "since", words.moment(since)))
                                .orElse(""));
            case GateState.OutOfHours out ->
                new Banner(
                        false,
                        words.say("web.gate.out-of-hours"),
                        out.next()
                                .map(next -> words.say("web.gate.again", "from", words.moment(next.from())))
                                .orElse(""));
            case GateState.Stopped stopped ->
                new Banner(
                        false,
                        words.say(
                                "web.gate.stopped." + stopped.last().decided().decision(),
                                "because",
                                words.say(stopped.last().decided().because())),
                        words.say(
                                "web.gate.since",
                                "since",
                                words.moment(stopped.last().at())));
        };
    }

    /// @param works whether people may be taken in
    /// @param detail since when, or until when; empty where nothing is to be said
    record Banner(boolean works, String sentence, String detail) {}
}
