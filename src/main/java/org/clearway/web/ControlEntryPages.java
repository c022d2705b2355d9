// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import java.util.Optional;
import org.clearway.access.Deed;
import org.clearway.agreement.Agreements;
import org.clearway.agreement.ControlClaim;
import org.clearway.agreement.Held;
import org.clearway.agreement.PartyId;
import org.clearway.agreement.Relation;
import org.clearway.agreement.Territory;
import org.clearway.journal.Journal;
import org.clearway.journal.Reading;
import org.clearway.places.Places;
import org.clearway.places.Source;
import org.clearway.time.Span;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/// Entry by hand of what somebody claims about who holds a zone or an area.
@Controller
final class ControlEntryPages {
    private final Agreements agreements;
    private final Places places;
    private final Journal journal;
    private final ClaimForms forms;

    ControlEntryPages(Agreements agreements, Places places, Journal journal, ClaimForms forms) {
        this.agreements = agreements;
        this.places = places;
        this.journal = journal;
        this.forms = forms;
    }

    @Needs(Deed.RECORD_CONTROL)
    @GetMapping("/entry/control")
    ModelAndView fresh(Visit visit, Form form) {
        return entry(visit, form);
    }

    @Needs(Deed.RECORD_CONTROL)
    @PostMapping("/entry/control")
    ModelAndView claim(Visit visit, Form form) {
        return ClaimForms.save(
                form,
                read(form),
                claim -> agreements.claim(visit.actor(), form.act(), claim),
                claim -> "/control?saved&of=" + ControlPages.typed(claim.territory()),
                () -> entry(visit, form));
    }

    private Optional<ControlClaim> read(Form form) {
        Optional<Territory> territory = form.one("of", "control.of-rule", ControlPages::territory);
        Optional<PartyId> claimant = forms.party(form, "claimant");
        Optional<Relation> relation = form.one("relation", "web.form.choose", Relation::valueOf);
        Optional<PartyId> holder = form.maybe("holder", "web.form.choose", PartyId::new);
        Optional<Span> valid = forms.span(form);
        Optional<Source> source = forms.source(form);
        return form.make(() -> new ControlClaim(
                territory.orElseThrow(),
                Held.of(relation.orElseThrow(), holder),
                valid.orElseThrow(),
                claimant.orElseThrow(),
                source.orElseThrow()));
    }

    private ModelAndView entry(Visit visit, Form form) {
        Words words = visit.words();
        Reading now = journal.now();
        Ground ground = Ground.of(places.gazetteer(now), agreements.zones(now), words);
        return forms.page("claims/control", visit, form)
                .addObject("groups", ControlPages.groups(ground, words))
                .addObject("relations", Catalogue.Option.of(Relation.class, words));
    }
}
