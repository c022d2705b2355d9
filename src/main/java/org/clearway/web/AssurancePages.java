// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import java.util.Optional;
import org.clearway.access.Actor;
import org.clearway.access.Deed;
import org.clearway.agreement.Agreements;
import org.clearway.agreement.Assurance;
import org.clearway.agreement.AssuranceStatus;
import org.clearway.agreement.CorridorId;
import org.clearway.agreement.PartyId;
import org.clearway.places.Source;
import org.clearway.time.Span;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/// Entry by hand of a party's promise that a corridor is safe, or of its refusal of one.
@Controller
final class AssurancePages {
    private final Agreements agreements;
    private final ClaimForms forms;

    AssurancePages(Agreements agreements, ClaimForms forms) {
        this.agreements = agreements;
        this.forms = forms;
    }

    @Needs(Deed.RECORD_ASSURANCE)
    @GetMapping("/entry/assurance")
    ModelAndView fresh(Visit visit, Form form) {
        return entry(visit, form);
    }

    @Needs(Deed.RECORD_ASSURANCE)
    @PostMapping("/entry/assurance")
    ModelAndView assure(Visit visit, Form form) {
        return ClaimForms.save(
                form,
                read(visit.actor(), form),
                assurance -> agreements.assure(visit.actor(), form.act(), assurance),
                assurance -> "/board?saved#" + assurance.corridor(),
                () -> entry(visit, form));
    }

    private Optional<Assurance> read(Actor actor, Form form) {
        Optional<CorridorId> corridor = forms.corridor(actor, form);
        Optional<PartyId> party = forms.party(form, "party");
        Optional<AssuranceStatus> status = form.one("status", "web.form.choose", AssuranceStatus::valueOf);
        Optional<Span> valid = forms.span(form);
        Optional<Source> source = forms.source(form);
        return form.make(() -> new Assurance(
                corridor.orElseThrow(),
                party.orElseThrow(),
                status.orElseThrow(),
                valid.orElseThrow(),
                source.orElseThrow()));
    }

    private ModelAndView entry(Visit visit, Form form) {
        return forms.corridorPage("claims/assurance", visit, form)
                .addObject("statuses", Catalogue.Option.of(AssuranceStatus.class, visit.words()));
    }
}
