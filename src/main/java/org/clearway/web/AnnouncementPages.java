// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clearway.access.Actor;
import org.clearway.access.Deed;
import org.clearway.agreement.CorridorId;
import org.clearway.agreement.PartyId;
import org.clearway.corridor.AnnouncedStatus;
import org.clearway.corridor.Announcement;
import org.clearway.corridor.Corridors;
import org.clearway.corridor.PermittedFlow;
import org.clearway.corridor.Reason;
import org.clearway.corridor.Service;
import org.clearway.places.Source;
import org.clearway.time.OpeningWindow;
import org.clearway.time.Span;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/// Entry by hand of what somebody announces of a corridor.
@Controller
final class AnnouncementPages implements Door.Keeper {
    /// As many services as the form has lines for.
    private static final int SERVICE_LINES = Service.values().length;

    private final Corridors corridors;
    private final ClaimForms forms;

    AnnouncementPages(Corridors corridors, ClaimForms forms) {
        this.corridors = corridors;
        this.forms = forms;
    }

    @Override
    public List<Door> doors() {
        return List.of(new Door("/entry/announcement", "web.announcements.new", Deed.RECORD_ANNOUNCEMENT, 26));
    }

    @Needs(Deed.RECORD_ANNOUNCEMENT)
    @GetMapping("/entry/announcement")
    ModelAndView fresh(Visit visit, Form form) {
        return entry(visit, form);
    }

    @Needs(Deed.RECORD_ANNOUNCEMENT)
    @PostMapping("/entry/announcement")
    ModelAndView announce(Visit visit, Form form) {
        return ClaimForms.save(
                form,
                read(visit.actor(), form),
                announcement -> corridors.announce(visit.actor(), form.act(), announcement),
                announcement -> "/board?saved#" + announcement.corridor(),
                () -> entry(visit, form));
    }

    private Optional<Announcement> read(Actor actor, Form form) {
        Optional<CorridorId> corridor = forms.corridor(actor, form);
        Optional<PartyId> announcer = forms.party(form, "announcer");
        Optional<AnnouncedStatus> status = form.one("status", "web.form.choose", AnnouncedStatus::valueOf);
        Optional<Span> valid = forms.span(form);
        Optional<OpeningWindow> window = window(form);
        var services = new ArrayList<Service>();
        for (int i = 1; i <= SERVICE_LINES; i++) {
            form.maybe("service-" + i, "web.form.not-understood", Service::valueOf)
                    .ifPresent(services::add);
        }
        Set<PermittedFlow> flows = form.several("flows", "web.form.not-understood", PermittedFlow::valueOf);
        List<Reason> reasons = forms.reasons(form);
        Optional<Source> source = forms.source(form);
        return form.make(() -> new Announcement(
                corridor.orElseThrow(),
                announcer.orElseThrow(),
                status.orElseThrow(),
                valid.orElseThrow(),
                form.ticked("as-voluntary", "yes"),
                window,
                services,
                flows,
                reasons,
                source.orElseThrow()));
    }

    private Optional<OpeningWindow> window(Form form) {
        if (form.ticked("around-the-clock", "yes")) return Optional.of(OpeningWindow.aroundTheClock(forms.zone()));
        return OpeningFields.read(form, forms.zone());
    }

    private ModelAndView entry(Visit visit, Form form) {
        Words words = visit.words();
        return forms.corridorPage("announcements/entry", visit, form)
                .addObject("statuses", Catalogue.Option.of(AnnouncedStatus.class, words))
                .addObject("services", Catalogue.Option.of(Service.class, words))
                .addObject("serviceLines", SERVICE_LINES)
                .addObject("flows", Catalogue.Option.of(PermittedFlow.class, words))
                .addObject("zone", forms.zone().getId());
    }
}
