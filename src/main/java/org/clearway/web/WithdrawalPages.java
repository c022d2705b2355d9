// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.clearway.access.Deed;
import org.clearway.agreement.Agreements;
import org.clearway.agreement.Assurance;
import org.clearway.agreement.ClaimId;
import org.clearway.agreement.ControlClaim;
import org.clearway.agreement.CorridorId;
import org.clearway.agreement.KnownAssurance;
import org.clearway.agreement.KnownClaim;
import org.clearway.agreement.PartyId;
import org.clearway.ceasefire.Ledger;
import org.clearway.ceasefire.LedgerId;
import org.clearway.ceasefire.Ledgers;
import org.clearway.ceasefire.Stated;
import org.clearway.corridor.Announcement;
import org.clearway.corridor.Claim;
import org.clearway.corridor.Corridors;
import org.clearway.corridor.OnRecord;
import org.clearway.corridor.UseClaim;
import org.clearway.journal.Journal;
import org.clearway.journal.Reading;
import org.clearway.language.Problem;
import org.clearway.places.Places;
import org.clearway.places.Source;
import org.clearway.places.Withdrawal;
import org.clearway.places.WithdrawalReason;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/// A claim that should never have been recorded as it was, to be withdrawn: what it is, and why.
@Controller
final class WithdrawalPages {
    private final Ledgers ledgers;
    private final Corridors corridors;
    private final Agreements agreements;
    private final Places places;
    private final Catalogue catalogue;
    private final Journal journal;

    WithdrawalPages(
            Ledgers ledgers,
            Corridors corridors,
            Agreements agreements,
            Places places,
            Catalogue catalogue,
            Journal journal) {
        this.ledgers = ledgers;
        this.corridors = corridors;
        this.agreements = agreements;
        this.places = places;
        this.catalogue = catalogue;
        this.journal = journal;
    }

    @Needs(Deed.RECORD_LEDGER)
    @GetMapping("/withdraw/ledger/{id}")
    ModelAndView askLedger(Visit visit, Form form, @PathVariable String id) {
        return page(visit, form, ledger(visit, form, id));
    }

    @Needs(Deed.RECORD_LEDGER)
    @PostMapping("/withdraw/ledger/{id}")
    ModelAndView withdrawLedger(Visit visit, Form form, @PathVariable String id) {
        return withdraw(visit, form, ledger(visit, form, id));
    }

    /// An announcement or a claim of use.
    @Needs(Deed.RECORD_ANNOUNCEMENT)
    @GetMapping("/withdraw/corridor-claim/{id}")
    ModelAndView askCorridorClaim(Visit visit, Form form, @PathVariable String id) {
        return page(visit, form, corridorClaim(visit, form, id));
    }

    @Needs(Deed.RECORD_ANNOUNCEMENT)
    @PostMapping("/withdraw/corridor-claim/{id}")
    ModelAndView withdrawCorridorClaim(Visit visit, Form form, @PathVariable String id) {
        return withdraw(visit, form, corridorClaim(visit, form, id));
    }

    @Needs(Deed.RECORD_ASSURANCE)
    @GetMapping("/withdraw/assurance/{id}")
    ModelAndView askAssurance(Visit visit, Form form, @PathVariable String id) {
        return page(visit, form, assurance(visit, form, id));
    }

    @Needs(Deed.RECORD_ASSURANCE)
    @PostMapping("/withdraw/assurance/{id}")
    ModelAndView withdrawAssurance(Visit visit, Form form, @PathVariable String id) {
        return withdraw(visit, form, assurance(visit, form, id));
    }

    @Needs(Deed.RECORD_CONTROL)
    @GetMapping("/withdraw/control/{id}")
    ModelAndView askControl(Visit visit, Form form, @PathVariable String id) {
        return page(visit, form, control(visit, form, id));
    }

    @Needs(Deed.RECORD_CONTROL)
    @PostMapping("/withdraw/control/{id}")
    ModelAndView withdrawControl(Visit visit, Form form, @PathVariable String id) {
        return withdraw(visit, form, control(visit, form, id));
    }

    /// A claim as the page shows it before it is withdrawn.
    ///
    /// @param said what is claimed, sentence by sentence
    /// @param back the page on which it stood
    /// @param backWord the key of that page's name
    /// @param desk withdraws it
    private record Subject(
            String action,
            PartyId whose,
            List<String> said,
            Source source,
            Instant knownFrom,
            Optional<Withdrawal> withdrawn,
            String back,
            String backWord,
            Consumer<WithdrawalReason> desk) {}

    private ModelAndView withdraw(Visit visit, Form form, Subject subject) {
        return ClaimForms.save(
                form,
                form.one("reason", "web.form.choose", WithdrawalReason::valueOf),
                subject.desk(),
                reason -> withdrawn(subject.back()),
                () -> page(visit, form, subject));
    }

    /// The page on which the claim stood, which then says that it was withdrawn.
    private static String withdrawn(String back) {
        int place = back.indexOf('#');
        String page = place < 0 ? back : back.substring(0, place);
        return page + (page.contains("?") ? "&" : "?") + "withdrawn" + (place < 0 ? "" : back.substring(place));
    }

    private ModelAndView page(Visit visit, Form form, Subject subject) {
        Words words = visit.words();
        Catalogue.Named named = catalogue.in(words);
        return new ModelAndView("claims/withdraw")
                .addObject("form", form)
                .addObject("action", subject.action())
                .addObject("whose", named.party(subject.whose()))
                .addObject("said", subject.said())
                .addObject("source", named.cited(subject.source(), subject.withdrawn()))
                .addObject("knownSince", words.moment(subject.knownFrom()))
                .addObject("standing", subject.withdrawn().isEmpty())
                .addObject("back", subject.back())
                .addObject("backWord", subject.backWord())
                .addObject("reasons", Catalogue.Option.of(WithdrawalReason.class, words));
    }

    private Subject ledger(Visit visit, Form form, String id) {
        LedgerId ledgerId = LedgerId.parse(id);
        Ledger ledger = ledgers.ledger(visit.actor(), journal.now(), ledgerId)
                .orElseThrow(() -> Problem.of("ceasefire.ledger-unknown", "ledger", id));
        Stated stated = ledger.stated();
        Words words = visit.words();
        String total = stated.total()
                .map(counted -> words.number(counted.value()))
                .orElseGet(() -> words.say("ledger.total-not-stated"));
        return new Subject(
                "/withdraw/ledger/" + ledgerId,
                stated.reporter(),
                List.of(
                        LedgerPages.covers(stated, words),
                        words.say("web.withdraw.total", Map.of("total", total, "unit", words.say(stated.unit())))),
                stated.source(),
                ledger.knownFrom(),
                ledger.withdrawn(),
                "/ledgers?day=" + stated.source().publishedOn(),
                "web.ledgers",
                reason -> ledgers.withdraw(visit.actor(), form.act(), ledgerId, reason));
    }

    private Subject corridorClaim(Visit visit, Form form, String id) {
        ClaimId claimId = ClaimId.parse(id);
        OnRecord<? extends Claim> told =
                corridors.claim(visit.actor(), journal.now(), claimId).orElseThrow(() -> unknown(claimId));
        Claim claim = told.claim();
        Words words = visit.words();
        Catalogue.Named named = catalogue.in(words);
        var said = new ArrayList<String>();
        said.add(corridor(visit, claim.corridor()));
        switch (claim) {
            case Announcement announcement ->
                said.add(words.say("web.withdraw.announcement", "status", words.say(announcement.status())));
            case UseClaim use -> said.addAll(use.figures(words.wording()));
        }
        claim.reasons().forEach(reason -> said.add(reason.saidBy(claim.claimant(), words.wording(), named::party)));
        said.add(words.span(claim.about()));
        return new Subject(
                "/withdraw/corridor-claim/" + claimId,
                claim.claimant(),
                said,
                claim.source(),
                told.knownFrom(),
                told.withdrawn(),
                board(claim.corridor()),
                "web.board",
                reason -> corridors.withdraw(visit.actor(), form.act(), claimId, reason));
    }

    private Subject assurance(Visit visit, Form form, String id) {
        ClaimId claimId = ClaimId.parse(id);
        KnownAssurance known =
                agreements.assurance(visit.actor(), journal.now(), claimId).orElseThrow(() -> unknown(claimId));
        Assurance assurance = known.assurance();
        Words words = visit.words();
        return new Subject(
                "/withdraw/assurance/" + claimId,
                assurance.party(),
                List.of(
                        corridor(visit, assurance.corridor()),
                        words.say("web.withdraw.assurance", "status", words.say(assurance.status())),
                        words.span(assurance.valid())),
                assurance.source(),
                known.knownFrom(),
                known.withdrawn(),
                board(assurance.corridor()),
                "web.board",
                reason -> agreements.withdrawAssurance(visit.actor(), form.act(), claimId, reason));
    }

    private Subject control(Visit visit, Form form, String id) {
        ClaimId claimId = ClaimId.parse(id);
        Reading now = journal.now();
        KnownClaim known = agreements.claim(visit.actor(), now, claimId).orElseThrow(() -> unknown(claimId));
        ControlClaim claim = known.claim();
        Words words = visit.words();
        Ground ground = Ground.of(places.gazetteer(now), agreements.zones(now), words);
        return new Subject(
                "/withdraw/control/" + claimId,
                claim.claimant(),
                List.of(
                        ground.name(claim.territory()),
                        new Sayings(agreements.parties(now), words).held(claim.held()),
                        words.span(claim.valid())),
                claim.source(),
                known.knownFrom(),
                known.withdrawn(),
                "/control?of=" + ControlPages.typed(claim.territory()),
                "control",
                reason -> agreements.withdrawControl(visit.actor(), form.act(), claimId, reason));
    }

    private String corridor(Visit visit, CorridorId id) {
        return corridors
                .corridor(visit.actor(), journal.now(), id)
                .map(corridor -> visit.words().name(corridor.names()))
                .orElse(id.slug());
    }

    private static String board(CorridorId corridor) {
        return "/board#" + corridor;
    }

    private static Problem unknown(ClaimId claim) {
        return Problem.of("agreement.claim-unknown", "claim", claim);
    }
}
