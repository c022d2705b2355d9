// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clearway.access.Actor;
import org.clearway.access.Deed;
import org.clearway.agreement.CorridorId;
import org.clearway.agreement.PartyId;
import org.clearway.corridor.Corridors;
import org.clearway.corridor.Count;
import org.clearway.corridor.Counted;
import org.clearway.corridor.Qualifier;
import org.clearway.corridor.Reason;
import org.clearway.corridor.UseClaim;
import org.clearway.places.Source;
import org.clearway.time.Span;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/// Entry by hand of what somebody claims of a corridor's use: how many came through, or why nobody did.
@Controller
final class UsePages {
    private final Corridors corridors;
    private final ClaimForms forms;

    UsePages(Corridors corridors, ClaimForms forms) {
        this.corridors = corridors;
        this.forms = forms;
    }

    @Needs(Deed.RECORD_ANNOUNCEMENT)
    @GetMapping("/entry/use")
    ModelAndView fresh(Visit visit, Form form) {
        return entry(visit, form);
    }

    @Needs(Deed.RECORD_ANNOUNCEMENT)
    @PostMapping("/entry/use")
    ModelAndView claim(Visit visit, Form form) {
        return ClaimForms.save(
                form,
                read(visit.actor(), form),
                claim -> corridors.claimUse(visit.actor(), form.act(), claim),
                claim -> "/board?saved#" + claim.corridor(),
                () -> entry(visit, form));
    }

    private Optional<UseClaim> read(Actor actor, Form form) {
        Optional<CorridorId> corridor = forms.corridor(actor, form);
        Optional<PartyId> claimant = forms.party(form, "claimant");
        Optional<Span> covers = forms.span(form);
        Map<Counted, Count> counts = counts(form);
        List<Reason> reasons = forms.reasons(form);
        Optional<Source> source = forms.source(form);
        return form.make(() -> new UseClaim(
                corridor.orElseThrow(),
                claimant.orElseThrow(),
                covers.orElseThrow(),
                counts,
                reasons,
                source.orElseThrow()));
    }

    /// Only what was told: a field that is left empty is no zero.
    private static Map<Counted, Count> counts(Form form) {
        var counts = new EnumMap<Counted, Count>(Counted.class);
        for (Counted counted : Counted.values()) {
            Qualifier qualifier = form.maybe("how-" + counted, "web.form.choose", Qualifier::valueOf)
                    .orElse(Qualifier.EXACT);
            form.maybe("count-" + counted, "web.form.count", text -> new Count(qualifier, Long.parseLong(text)))
                    .ifPresent(count -> counts.put(counted, count));
        }
        return counts;
    }

    private ModelAndView entry(Visit visit, Form form) {
        return forms.corridorPage("claims/use", visit, form)
                .addObject("counted", Catalogue.Option.of(Counted.class, visit.words()))
                .addObject("qualifiers", Catalogue.Option.of(Qualifier.class, visit.words()));
    }
}
