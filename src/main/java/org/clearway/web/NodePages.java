// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.clearway.access.Deed;
import org.clearway.journal.Journal;
import org.clearway.journal.Verification;
import org.clearway.language.Problem;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/// How the node does: its journal, what was found when it started, and whether every entry is what it was.
@Controller
final class NodePages implements Door.Keeper {
    private final Journal journal;
    private final AtomicReference<Check> check = new AtomicReference<>(new Check.None());

    NodePages(Journal journal) {
        this.journal = journal;
    }

    /// A check of the journal, which goes on whether anybody looks or not.
    private sealed interface Check {
        record None() implements Check {}

        record Going(long done, long all) implements Check {}

        record Over(Verification found, java.time.Instant when) implements Check {}

        record Failed(Problem problem) implements Check {}
    }

    @Override
    public List<Door> doors() {
        return List.of(new Door("/node", "web.node", Deed.READ_NODE_HEALTH, 90));
    }

    @Needs(Deed.READ_NODE_HEALTH)
    @GetMapping("/node")
    ModelAndView node(Visit visit) {
        Words words = visit.words();
        Journal.Condition condition = journal.condition();
        var page = new ModelAndView("node")
                .addObject("entries", words.number(condition.entries()))
                .addObject("clockIsBehind", condition.clockIsBehind())
                .addObject("headIsNotNoted", condition.headIsNotNoted())
                .addObject("setAside", condition.setAside())
                .addObject(
                        "indexes",
                        condition.indexesBehind().entrySet().stream()
                                .map(index -> Map.of("name", index.getKey(), "behind", words.number(index.getValue())))
                                .toList())
                .addObject(
                        "findings",
                        Stream.concat(
                                        journal.findings().stream().map(finding -> finding.in(words.language())),
                                        condition.damaged().stream()
                                                .map(position -> Problem.of(
                                                                "journal.entry-damaged", "position", position)
                                                        .in(words.language())))
                                .toList())
                .addObject("stream", journal.stream().toString())
                .addObject("head", journal.head().orElse(""))
                .addObject("done", 0L)
                .addObject("all", 0L)
                .addObject("going", false)
                .addObject("sound", false)
                .addObject("verdict", "");
        switch (check.get()) {
            case Check.None() -> {}
            case Check.Going(long done, long all) ->
                page.addObject("going", true).addObject("done", done).addObject("all", all);
            case Check.Over(Verification found, java.time.Instant when) ->
                page.addObject("sound", found instanceof Verification.Sound)
                        .addObject("verdict", verdict(words, found))
                        .addObject("when", words.moment(when));
            case Check.Failed(Problem problem) -> page.addObject("verdict", words.say(problem));
        }
        return page;
    }

    @Needs(Deed.READ_NODE_HEALTH)
    @PostMapping("/node/check")
    ModelAndView begin() {
        Check before = check.get();
        if (!(before instanceof Check.Going) && check.compareAndSet(before, new Check.Going(0, 0))) {
            Thread.ofVirtual().name("check-of-the-journal").start(this::run);
        }
        return Pages.seeOther("/node");
    }

    private void run() {
        try {
            Verification found = journal.verify((done, all) -> check.set(new Check.Going(done, all)));
            check.set(new Check.Over(found, journal.clock().instant()));
        } catch (Problem problem) {
            check.set(new Check.Failed(problem));
        } catch (RuntimeException failure) {
            check.set(new Check.Failed(new Problem(
                    "journal.store-failed",
                    Map.of("folder", journal.folder().path().toString(), "cause", failure.toString()),
                    failure)));
        }
    }

    private static String verdict(Words words, Verification found) {
        return switch (found) {
            case Verification.Sound(long entries, int streams) ->
                words.say("web.node.sound", Map.of("entries", entries, "streams", streams));
            case Verification.Broken broken ->
                words.say(
                        "web.node.broken",
                        Map.of(
                                "stream", broken.stream().toString(),
                                "sequence", broken.sequence(),
                                "fault", words.say(broken.fault())));
        };
    }
}
