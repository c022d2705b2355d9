// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clearway.access.Deed;
import org.clearway.health.Bytes;
import org.clearway.journal.Backups;
import org.clearway.language.Problem;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/// The backups of the node: where they go, how the last ones went, and a trial of the newest. Where
/// they go is said at the machine alone: what is written there leaves the node.
@Controller
final class BackupPages {
    private final Backups backups;

    BackupPages(Backups backups) {
        this.backups = backups;
    }

    @Needs(Deed.READ_NODE_HEALTH)
    @GetMapping("/node/backups")
    ModelAndView backups(Visit visit) {
        return page(visit);
    }

    @Needs(Deed.BACK_UP)
    @PostMapping("/node/backups")
    ModelAndView make(Visit visit) {
        return begun(visit, () -> backups.beginMaking(visit.actor()));
    }

    @Needs(Deed.BACK_UP)
    @PostMapping("/node/backups/check")
    ModelAndView check(Visit visit) {
        return begun(visit, () -> backups.beginCheck(visit.actor()));
    }

    private ModelAndView begun(Visit visit, Runnable beginning) {
        try {
            beginning.run();
            return Pages.seeOther("/node/backups");
        } catch (Problem problem) {
            return page(visit).addObject("trouble", problem.in(visit.words().language()));
        }
    }

    /// @param kind names its words
    record Last(String kind, String said, boolean failed) {}

    record Place(String kind, String folder) {}

    record Line(String made, long entries, String bytes, String file) {}

    private ModelAndView page(Visit visit) {
        Words words = visit.words();
        Backups.Standing standing = backups.standing(visit.actor());
        Optional<Backups.Going> going = backups.going(visit.actor());
        return new ModelAndView("backups")
                .addObject("trouble", "")
                .addObject("may", visit.actor().may(Deed.BACK_UP))
                .addObject("planned", standing.plan().isPresent())
                .addObject(
                        "places",
                        standing.plan().stream()
                                .flatMap(plan -> List.of(
                                        new Place(
                                                "ENTRIES",
                                                plan.entries().folder().toString()),
                                        new Place("KEYS", plan.keys().folder().toString()))
                                        .stream())
                                .toList())
                .addObject(
                        "minutes",
                        standing.plan().map(plan -> plan.every().toMinutes()).orElse(0L))
                .addObject(
                        "unreadable",
                        standing.problem().map(it -> it.in(words.language())).orElse(""))
                .addObject("oneDisk", standing.oneDisk())
                .addObject(
                        "last",
                        List.of(
                                last("ENTRIES", standing.entries(), words),
                                last("KEYS", standing.keys(), words),
                                last("CHECK", standing.check(), words)))
                .addObject(
                        "stale",
                        standing.stale().stream()
                                .map(copy -> words.say(
                                        "backups.stale",
                                        Map.of(
                                                "told", copy.told(),
                                                "copied", words.moment(copy.copied()),
                                                "keys", copy.keys(),
                                                "place", copy.place())))
                                .toList())
                .addObject("going", going.isPresent())
                .addObject("work", going.map(it -> words.say(it.work())).orElse(""))
                .addObject("done", going.map(Backups.Going::done).orElse(0L))
                .addObject("all", going.map(Backups.Going::all).orElse(0L))
                .addObject(
                        "kept",
                        backups.kept(visit.actor()).stream()
                                .map(one -> new Line(
                                        words.moment(one.made()),
                                        one.position(),
                                        new Bytes(one.bytes()).in(words.wording()),
                                        one.file().getFileName().toString()))
                                .toList());
    }

    private static Last last(String kind, Optional<Backups.Run> run, Words words) {
        Optional<Problem> problem = run.flatMap(Backups.Run::problem);
        if (problem.isPresent()) {
            return new Last(
                    kind,
                    words.say(
                            "backups.last-failed",
                            Map.of(
                                    "at", words.moment(run.get().tried()),
                                    "why", problem.get().in(words.language()))),
                    true);
        }
        return new Last(
                kind,
                run.flatMap(Backups.Run::good).map(words::moment).orElseGet(() -> words.say("backups.last-none")),
                false);
    }
}
