// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import java.util.Optional;
import org.clearway.access.Deed;
import org.clearway.agreement.CorridorId;
import org.clearway.agreement.PartyId;
import org.clearway.corridor.Hazard;
import org.clearway.corridor.HazardId;
import org.clearway.corridor.HazardKind;
import org.clearway.corridor.HazardState;
import org.clearway.corridor.Routes;
import org.clearway.geo.AreaId;
import org.clearway.geo.AreaKind;
import org.clearway.time.Occurred;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/// Entry by hand of a hazard on a route, and of what a later check of it found.
@Controller
final class RoutePages {
    private final Routes routes;
    private final ClaimForms forms;
    private final Catalogue catalogue;
    private final NodeFacts node;

    RoutePages(Routes routes, ClaimForms forms, Catalogue catalogue, NodeFacts node) {
        this.routes = routes;
        this.forms = forms;
        this.catalogue = catalogue;
        this.node = node;
    }

    @Needs(Deed.RECORD_HAZARD)
    @GetMapping("/entry/hazard")
    ModelAndView fresh(Visit visit, Form form) {
        return entry(visit, form, "/entry/hazard");
    }

    @Needs(Deed.RECORD_HAZARD)
    @PostMapping("/entry/hazard")
    ModelAndView tell(Visit visit, Form form) {
        return ClaimForms.save(
                form,
                read(visit, form),
                hazard -> routes.tell(visit.actor(), form.act(), hazard),
                hazard -> "/board?saved#" + hazard.corridor(),
                () -> entry(visit, form, "/entry/hazard"));
    }

    /// A later check: the address says which hazard, and of what kind and where it was told to be.
    @Needs(Deed.RECORD_HAZARD)
    @GetMapping("/entry/hazard/{id}")
    ModelAndView check(Visit visit, Form form, @PathVariable String id) {
        return entry(visit, form, "/entry/hazard/" + HazardId.parse(id));
    }

    @Needs(Deed.RECORD_HAZARD)
    @PostMapping("/entry/hazard/{id}")
    ModelAndView recheck(Visit visit, Form form, @PathVariable String id) {
        HazardId hazardId = HazardId.parse(id);
        return ClaimForms.save(
                form,
                read(visit, form),
                hazard -> routes.recheck(visit.actor(), form.act(), hazardId, hazard),
                hazard -> "/board?saved#" + hazard.corridor(),
                () -> entry(visit, form, "/entry/hazard/" + hazardId));
    }

    private Optional<Hazard> read(Visit visit, Form form) {
        Optional<CorridorId> corridor = forms.corridor(visit.actor(), form);
        Optional<HazardKind> kind = form.one("kind", "web.form.choose", HazardKind::valueOf);
        Optional<HazardState> state = form.one("state", "web.form.choose", HazardState::valueOf);
        Optional<AreaId> near = form.maybe("near", "web.form.choose", AreaId::new);
        Optional<PartyId> claimant = form.maybe("claimant", "web.form.choose", PartyId::new);
        Optional<Occurred> checked =
                form.one("checked", "web.scenario.to-rule", text -> Occurred.told(text, node.zone()));
        return form.make(() -> new Hazard(
                corridor.orElseThrow(),
                kind.orElseThrow(),
                state.orElseThrow(),
                near,
                checked.orElseThrow(),
                claimant));
    }

    private ModelAndView entry(Visit visit, Form form, String action) {
        Words words = visit.words();
        return forms.corridorPage("claims/hazard", visit, form)
                .addObject("action", action)
                .addObject("kinds", Catalogue.Option.of(HazardKind.class, words))
                .addObject("states", Catalogue.Option.of(HazardState.class, words))
                .addObject("places", catalogue.in(words).areasOf(AreaKind.SETTLEMENT))
                .addObject("now", words.input(node.clock().instant()));
    }
}
