// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clearway.access.Deed;
import org.clearway.bulletin.Bulletins;
import org.clearway.bulletin.Digest;
import org.clearway.bulletin.Edition;
import org.clearway.bulletin.Format;
import org.clearway.bulletin.Stage;
import org.clearway.journal.Journal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/// The bulletin being made: proposed by the press desk at its cut-off, approved by two, corrected in the open.
@Controller
final class BulletinPages implements Door.Keeper {
    private static final int SHOWN = 14;

    private final Bulletins bulletins;
    private final Journal journal;
    private final NodeFacts node;

    BulletinPages(Bulletins bulletins, Journal journal, NodeFacts node) {
        this.bulletins = bulletins;
        this.journal = journal;
        this.node = node;
    }

    @Override
    public List<Door> doors() {
        return List.of(new Door("/bulletins", "web.bulletins", Deed.READ_BULLETIN_DRAFT, 15));
    }

    @Needs(Deed.READ_BULLETIN_DRAFT)
    @GetMapping("/bulletins")
    ModelAndView list(Visit visit, Form form) {
        Optional<LocalDate> day = form.maybe("day", "web.form.day", LocalDate::parse);
        if (day.isPresent()) return Pages.seeOther("/bulletins/" + day.get());
        boolean set = bulletins.series(journal.now()).isPresent();
        LocalDate local = LocalDate.ofInstant(node.clock().instant(), node.zone());
        var rows = new ArrayList<Row>();
        if (set) {
            for (LocalDate one : List.of(local, local.minusDays(1))) {
                Edition newest = bulletins.newest(visit.actor(), one);
                rows.add(row(visit, newest));
            }
            bulletins.drafts(visit.actor(), journal.now()).stream()
                    .filter(draft -> draft.day().isBefore(local.minusDays(1)))
                    .forEach(draft -> rows.add(row(visit, draft)));
            bulletins.all(journal.now(), Optional.of(local.minusDays(1)), SHOWN).editions().stream()
                    .forEach(edition -> rows.add(row(visit, edition)));
        }
        return new ModelAndView("bulletins/list")
                .addObject("rows", rows)
                .addObject("set", set)
                .addObject("form", form)
                .addObject("today", local.toString());
    }

    @Needs(Deed.READ_BULLETIN_DRAFT)
    @GetMapping("/bulletins/{day}")
    ModelAndView one(Visit visit, Form form, @PathVariable LocalDate day) {
        return page(visit, form, day);
    }

    @Needs(Deed.MAKE_BULLETIN)
    @PostMapping("/bulletins/{day}/propose")
    ModelAndView propose(Visit visit, Form form, @PathVariable LocalDate day) {
        return done(form.attempt(() -> bulletins.propose(visit.actor(), form.act(), day)), visit, form, day);
    }

    @Needs(Deed.MAKE_BULLETIN)
    @PostMapping("/bulletins/{day}/correct")
    ModelAndView correct(Visit visit, Form form, @PathVariable LocalDate day) {
        return done(form.attempt(() -> bulletins.correct(visit.actor(), form.act(), day)), visit, form, day);
    }

    /// Approves exactly the version that stood on the page.
    @Needs(Deed.APPROVE_BULLETIN)
    @PostMapping("/bulletins/{day}/approve")
    ModelAndView approve(Visit visit, Form form, @PathVariable LocalDate day) {
        Optional<Integer> version = form.one("version", "web.form.not-understood", Integer::valueOf);
        Optional<Digest> digest = form.one("digest", "web.form.not-understood", Digest::new);
        boolean done = form.attempt(
                () -> bulletins.approve(visit.actor(), form.act(), day, version.orElseThrow(), digest.orElseThrow()));
        return done(done, visit, form, day);
    }

    private ModelAndView done(boolean done, Visit visit, Form form, LocalDate day) {
        return done ? Pages.seeOther("/bulletins/" + day) : Pages.again(page(visit, form, day));
    }

    private ModelAndView page(Visit visit, Form form, LocalDate day) {
        Edition edition = bulletins.newest(visit.actor(), day);
        boolean draft = edition.stage() instanceof Stage.Draft;
        boolean approved = draft && bulletins.hasApproved(visit.actor(), journal.now(), edition);
        return new ModelAndView("bulletins/one")
                .addObject("form", form)
                .addObject("row", row(visit, edition))
                .addObject("version", edition.version())
                .addObject("digest", edition.digest().hex())
                .addObject("made", !(edition.stage() instanceof Stage.NotMade))
                .addObject("draft", draft)
                .addObject("published", edition.stage() instanceof Stage.Published)
                .addObject("approvedByMe", approved)
                .addObject("bulletin", edition.render(visit.language(), Format.HTML));
    }

    private static Row row(Visit visit, Edition edition) {
        Words words = visit.words();
        String stage = switch (edition.stage()) {
            case Stage.NotMade _ -> words.say("web.bulletins.not-made");
            case Stage.Draft(java.time.Instant proposed, int approvals) ->
                words.say(
                        "web.bulletins.draft",
                        Map.of(
                                "approvals",
                                approvals,
                                "needed",
                                Stage.APPROVALS_NEEDED,
                                "when",
                                words.moment(proposed)));
            case Stage.Published(java.time.Instant at) ->
                words.say("web.bulletins.published", "when", words.moment(at));
        };
        return new Row(
                edition.day().toString(),
                words.day(edition.day()),
                edition.headline(visit.language()),
                stage,
                edition.version(),
                edition.stage() instanceof Stage.Draft);
    }

    /// @param waits whether it waits for approvals
    record Row(String day, String date, String headline, String stage, int version, boolean waits) {}
}
