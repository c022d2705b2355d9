// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import java.util.EnumMap;
import java.util.Optional;
import org.clearway.access.Deed;
import org.clearway.agreement.PartyId;
import org.clearway.care.Announcement;
import org.clearway.care.ServicePoints;
import org.clearway.care.ServiceState;
import org.clearway.corridor.Service;
import org.clearway.places.Source;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/// Entry by hand of what somebody says of how a point's services stand.
@Controller
final class PointAnnouncementPages {
    private final ServicePoints points;
    private final PointPages pages;
    private final ClaimForms forms;

    PointAnnouncementPages(ServicePoints points, PointPages pages, ClaimForms forms) {
        this.points = points;
        this.pages = pages;
        this.forms = forms;
    }

    @Needs(Deed.RECORD_ANNOUNCEMENT)
    @GetMapping("/care/{point}/announce")
    ModelAndView fresh(Visit visit, Form form, @PathVariable String point) {
        return entry(visit, form, giving(visit, point));
    }

    @Needs(Deed.RECORD_ANNOUNCEMENT)
    @PostMapping("/care/{point}/announce")
    ModelAndView announce(Visit visit, Form form, @PathVariable String point) {
        PointPages.At at = giving(visit, point);
        return ClaimForms.save(
                form,
                read(visit, form, at),
                told -> points.announce(visit.actor(), form.act(), told),
                told -> at.path() + "/readiness?saved",
                () -> entry(visit, form, at));
    }

    private Optional<Announcement> read(Visit visit, Form form, PointPages.At at) {
        Optional<PartyId> announcer = forms.party(form, "announcer");
        var services = new EnumMap<Service, ServiceState>(Service.class);
        for (Service service : at.point().services()) {
            form.maybe(field(service), "web.form.choose", ServiceState::valueOf)
                    .ifPresent(state -> services.put(service, state));
        }
        Optional<Source> source = forms.source(form);
        if (services.isEmpty() && form.sound()) {
            form.complain(
                    field(at.point().services().iterator().next()),
                    visit.words().say("web.points.announce.nothing"));
        }
        return form.make(
                () -> new Announcement(at.point().id(), announcer.orElseThrow(), services, source.orElseThrow()));
    }

    private ModelAndView entry(Visit visit, Form form, PointPages.At at) {
        Words words = visit.words();
        return forms.fill(pages.page("care/announce", visit, form, at), visit)
                .addObject("states", Catalogue.Option.of(ServiceState.class, words))
                .addObject(
                        "services",
                        at.point().services().stream()
                                .map(service -> new Catalogue.Option(field(service), words.say(service)))
                                .toList());
    }

    /// Nothing is announced of a store.
    private PointPages.At giving(Visit visit, String point) {
        PointPages.At at = pages.at(visit, point);
        if (at.point().services().isEmpty()) throw Pages.notFound();
        return at;
    }

    private static String field(Service service) {
        return "service-" + service;
    }
}
