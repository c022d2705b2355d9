// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clearway.access.Deed;
import org.clearway.agreement.CorridorId;
import org.clearway.agreement.PartyId;
import org.clearway.corridor.AnnouncedStatus;
import org.clearway.corridor.Announcement;
import org.clearway.corridor.Corridors;
import org.clearway.corridor.PermittedFlow;
import org.clearway.corridor.Reason;
import org.clearway.corridor.ReasonClaimed;
import org.clearway.corridor.Service;
import org.clearway.journal.Journal;
import org.clearway.places.Source;
import org.clearway.time.Occurred;
import org.clearway.time.OpeningWindow;
import org.clearway.time.Span;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/// Entry by hand of what somebody announces of a corridor.
@Controller
final class AnnouncementPages implements Door.Keeper {
    /// As many services, and as many reasons, as the form has lines for.
    private static final int SERVICE_LINES = Service.values().length;

    private static final int REASON_LINES = 3;

    private final Corridors corridors;
    private final Catalogue catalogue;
    private final Journal journal;
    private final NodeFacts node;

    AnnouncementPages(Corridors corridors, Catalogue catalogue, Journal journal, NodeFacts node) {
        this.corridors = corridors;
        this.catalogue = catalogue;
        this.journal = journal;
        this.node = node;
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
        Optional<Announcement> announcement = read(form);
        boolean done = form.attempt(() -> corridors.announce(visit.actor(), form.act(), announcement.orElseThrow()));
        if (!done) return Pages.again(entry(visit, form));
        return Pages.seeOther("/board");
    }

    private Optional<Announcement> read(Form form) {
        Optional<CorridorId> corridor = form.one("corridor", "web.form.choose", CorridorId::new);
        Optional<PartyId> announcer = form.one("announcer", "web.form.choose", PartyId::new);
        Optional<AnnouncedStatus> status = form.one("status", "web.form.choose", AnnouncedStatus::valueOf);
        Optional<LocalDate> from = form.one("from", "web.form.day", LocalDate::parse);
        Optional<LocalDate> to = form.maybe("to", "web.form.day", LocalDate::parse);
        Optional<OpeningWindow> window = window(form);
        var services = new ArrayList<Service>();
        for (int i = 1; i <= SERVICE_LINES; i++) {
            form.maybe("service-" + i, "web.form.not-understood", Service::valueOf)
                    .ifPresent(services::add);
        }
        Set<PermittedFlow> flows = form.several("flows", "web.form.not-understood", PermittedFlow::valueOf);
        var reasons = new ArrayList<Reason>();
        for (int i = 1; i <= REASON_LINES; i++) {
            Optional<PartyId> attributed = form.maybe("attributed-" + i, "web.form.not-understood", PartyId::new);
            form.maybe("reason-" + i, "web.form.not-understood", ReasonClaimed::valueOf)
                    .ifPresent(code -> reasons.add(new Reason(code, attributed)));
        }
        Optional<Source> source = SourceFields.read(form, node.zone());
        var made = new ArrayList<Announcement>();
        form.attempt(() -> made.add(new Announcement(
                corridor.orElseThrow(),
                announcer.orElseThrow(),
                status.orElseThrow(),
                new Span(Occurred.on(from.orElseThrow(), node.zone()), to.map(day -> Occurred.on(day, node.zone()))),
                form.ticked("as-voluntary", "yes"),
                window,
                services,
                flows,
                reasons,
                source.orElseThrow())));
        return made.stream().findFirst();
    }

    private Optional<OpeningWindow> window(Form form) {
        if (form.ticked("around-the-clock", "yes")) return Optional.of(OpeningWindow.aroundTheClock(node.zone()));
        Optional<LocalTime> opens = form.maybe("opens", "web.form.time", LocalTime::parse);
        Optional<LocalTime> closes = form.maybe("closes", "web.form.time", LocalTime::parse);
        if (opens.isPresent() != closes.isPresent()) {
            String missing = opens.isPresent() ? "closes" : "opens";
            form.one(missing, "web.form.time", LocalTime::parse);
        }
        return opens.flatMap(
                begin -> closes.map(end -> new OpeningWindow(EnumSet.allOf(DayOfWeek.class), begin, end, node.zone())));
    }

    private ModelAndView entry(Visit visit, Form form) {
        Words words = visit.words();
        Catalogue.Named named = catalogue.in(words);
        return new ModelAndView("announcements/entry")
                .addObject("form", form)
                .addObject("standing", java.util.Map.of())
                .addObject(
                        "corridors",
                        corridors.list(visit.actor(), journal.now()).stream()
                                .map(one -> new Catalogue.Option(one.id().slug(), words.name(one.names())))
                                .toList())
                .addObject("parties", named.partiesWithout())
                .addObject("statuses", Catalogue.Option.of(AnnouncedStatus.class, words))
                .addObject("services", Catalogue.Option.of(Service.class, words))
                .addObject("serviceLines", SERVICE_LINES)
                .addObject("flows", Catalogue.Option.of(PermittedFlow.class, words))
                .addObject("reasons", Catalogue.Option.of(ReasonClaimed.class, words))
                .addObject("reasonLines", REASON_LINES)
                .addObject("zone", node.zone().getId())
                .addObject(
                        "today",
                        LocalDate.ofInstant(node.clock().instant(), node.zone()).toString());
    }
}
