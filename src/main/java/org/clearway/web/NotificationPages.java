// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clearway.access.Deed;
import org.clearway.agreement.CorridorId;
import org.clearway.agreement.PartyId;
import org.clearway.corridor.Corridors;
import org.clearway.corridor.Notification;
import org.clearway.corridor.NotificationId;
import org.clearway.corridor.NotificationKind;
import org.clearway.corridor.Notifications;
import org.clearway.corridor.NotifiedObject;
import org.clearway.corridor.NotifiedPlaces;
import org.clearway.corridor.OnNotification;
import org.clearway.journal.Journal;
import org.clearway.journal.Unsealed;
import org.clearway.language.Problem;
import org.clearway.time.Occurred;
import org.clearway.time.Period;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/// Humanitarian notifications: what stands, who received it, and their entry by hand. What is over is not shown.
@Controller
final class NotificationPages implements Door.Keeper {
    private final Notifications notifications;
    private final Corridors corridors;
    private final Catalogue catalogue;
    private final Journal journal;
    private final ClaimForms forms;
    private final NodeFacts node;

    NotificationPages(
            Notifications notifications,
            Corridors corridors,
            Catalogue catalogue,
            Journal journal,
            ClaimForms forms,
            NodeFacts node) {
        this.notifications = notifications;
        this.corridors = corridors;
        this.catalogue = catalogue;
        this.journal = journal;
        this.forms = forms;
        this.node = node;
    }

    @Override
    public List<Door> doors() {
        return List.of(new Door("/notifications", "web.notifications", Deed.READ_NOTIFICATIONS, 28));
    }

    @Needs(Deed.READ_NOTIFICATIONS)
    @GetMapping("/notifications")
    ModelAndView list(Visit visit, Form form) {
        Instant now = node.clock().instant();
        Words words = visit.words();
        Catalogue.Named named = catalogue.in(words);
        return new ModelAndView("notifications/list")
                .addObject("form", form)
                .addObject(
                        "lines",
                        corridors.list(visit.actor(), journal.now()).stream()
                                .flatMap(corridor ->
                                        notifications.list(visit.actor(), journal.now(), corridor.id(), now).stream()
                                                .map(one -> line(one, words.name(corridor.names()), words, named)))
                                .toList())
                .addObject("asOf", words.moment(now))
                .addObject("notice", form.was("withdrawn") ? "web.notifications.withdrawn" : ClaimForms.notice(form));
    }

    @Needs(Deed.NOTIFY)
    @GetMapping("/entry/notification")
    ModelAndView fresh(Visit visit, Form form) {
        return entry(visit, form, Optional.empty());
    }

    @Needs(Deed.NOTIFY)
    @PostMapping("/entry/notification")
    ModelAndView tell(Visit visit, Form form) {
        return ClaimForms.save(
                form,
                read(visit, form),
                told -> notifications.tell(visit.actor(), form.act(), told),
                told -> "/notifications?saved",
                () -> entry(visit, form, Optional.empty()));
    }

    @Needs(Deed.NOTIFY)
    @GetMapping("/notifications/{id}/anew")
    ModelAndView another(Visit visit, Form form, @PathVariable String id) {
        return entry(visit, form, Optional.of(standing(visit, id)));
    }

    @Needs(Deed.NOTIFY)
    @PostMapping("/notifications/{id}/anew")
    ModelAndView tellAnew(Visit visit, Form form, @PathVariable String id) {
        OnNotification before = standing(visit, id);
        Optional<Integer> replaced = form.one("version", "web.form.choose", Integer::parseInt);
        return ClaimForms.save(
                form,
                read(visit, form),
                told -> notifications.tellAnew(visit.actor(), form.act(), before.id(), replaced.orElseThrow(), told),
                told -> "/notifications?saved",
                () -> entry(visit, form, Optional.of(before)));
    }

    @Needs(Deed.NOTIFY)
    @PostMapping("/notifications/{id}/received")
    ModelAndView received(Visit visit, Form form, @PathVariable String id) {
        NotificationId notification = NotificationId.parse(id);
        Optional<PartyId> recipient = form.one("recipient", "web.form.choose", PartyId::new);
        Optional<Integer> version = form.one("version", "web.form.choose", Integer::parseInt);
        return ClaimForms.save(
                form,
                recipient,
                party -> notifications.acknowledge(
                        visit.actor(),
                        form.act(),
                        notification,
                        version.orElseThrow(),
                        party,
                        Occurred.at(form.act().named(), node.zone())),
                party -> "/notifications?saved",
                () -> list(visit, form));
    }

    @Needs(Deed.NOTIFY)
    @PostMapping("/notifications/{id}/withdraw")
    ModelAndView withdraw(Visit visit, Form form, @PathVariable String id) {
        return ClaimForms.save(
                form,
                Optional.of(NotificationId.parse(id)),
                notification -> notifications.withdraw(visit.actor(), form.act(), notification),
                notification -> "/notifications?withdrawn",
                () -> list(visit, form));
    }

    /// Opens where it is; that it was read is itself recorded.
    @Needs(Deed.READ_NOTIFICATION_POSITIONS)
    @PostMapping("/notifications/{id}/positions")
    ModelAndView positions(Visit visit, Form form, @PathVariable String id) {
        OnNotification standing = standing(visit, id);
        Words words = visit.words();
        var page = new ModelAndView("notifications/positions")
                .addObject("one", line(standing, standing.corridor().slug(), words, catalogue.in(words)));
        return switch (notifications.readPlaces(visit.actor(), form.act(), standing.id())) {
            case Unsealed.Opened<NotifiedPlaces>(NotifiedPlaces places) ->
                page.addObject(
                        "positions",
                        places.positions().stream()
                                .map(at -> at.latitude() + ", " + at.longitude())
                                .toList());
            case Unsealed.Erased<NotifiedPlaces> _ -> page.addObject("positions", List.of());
        };
    }

    private OnNotification standing(Visit visit, String id) {
        NotificationId notification = NotificationId.parse(id);
        return notifications
                .notification(visit.actor(), journal.now(), notification)
                .orElseThrow(() -> Problem.of("corridor.notification-unknown", "notification", notification));
    }

    private Optional<Notification> read(Visit visit, Form form) {
        Optional<CorridorId> corridor = forms.corridor(visit.actor(), form);
        Optional<NotificationKind> kind = form.one("kind", "web.form.choose", NotificationKind::valueOf);
        Optional<NotifiedObject> what = form.one("what", "web.form.choose", NotifiedObject::valueOf);
        Optional<Instant> from = form.one("from", "web.scenario.to-rule", this::instant);
        Optional<Instant> to = form.one("to", "web.scenario.to-rule", this::instant);
        if (from.isPresent() && to.isPresent() && !to.get().isAfter(from.get())) {
            form.complain("to", visit.words().say("web.notifications.ends-first"));
        }
        Set<PartyId> recipients = form.several("recipients", "web.form.choose", PartyId::new);
        Optional<NotifiedPlaces> places = PositionFields.lines(form, "places")
                .flatMap(positions -> form.one("places", "web.fire.degrees", text -> new NotifiedPlaces(positions)));
        return form.make(() -> new Notification(
                corridor.orElseThrow(),
                kind.orElseThrow(),
                what.orElseThrow(),
                new Period(from.orElseThrow(), to.orElseThrow(), node.zone()),
                List.copyOf(recipients),
                places.orElseThrow()));
    }

    private Instant instant(String text) {
        return LocalDateTime.parse(text).atZone(node.zone()).toInstant();
    }

    private ModelAndView entry(Visit visit, Form form, Optional<OnNotification> before) {
        Words words = visit.words();
        Instant now = node.clock().instant();
        return forms.corridorPage("notifications/entry", visit, form)
                .addObject(
                        "action",
                        before.map(one -> "/notifications/" + one.id() + "/anew")
                                .orElse("/entry/notification"))
                .addObject("version", before.map(one -> "" + one.version()).orElse(""))
                .addObject("kinds", Catalogue.Option.of(NotificationKind.class, words))
                .addObject("objects", Catalogue.Option.of(NotifiedObject.class, words))
                .addObject("kind", before.map(one -> one.kind().name()).orElse(""))
                .addObject("what", before.map(one -> one.what().name()).orElse(""))
                .addObject("corridor", before.map(one -> one.corridor().slug()).orElse(""))
                .addObject(
                        "chosen",
                        before.map(one -> one.told().stream()
                                        .map(told -> told.party().slug())
                                        .toList())
                                .orElse(List.of()))
                .addObject(
                        "from", words.input(before.map(one -> one.valid().to()).orElse(now)))
                .addObject("to", "");
    }

    private static Line line(OnNotification one, String corridor, Words words, Catalogue.Named named) {
        return new Line(
                one.id().toString(),
                one.version(),
                corridor,
                words.say(
                        "web.notifications.what", Map.of("what", words.say(one.what()), "kind", words.say(one.kind()))),
                words.moment(one.valid().from()),
                words.moment(one.valid().to()),
                one.told().stream()
                        .map(told -> new Told(
                                told.party().slug(),
                                named.party(told.party()),
                                told.acknowledged()
                                        .map(when ->
                                                words.say("web.notifications.received", "when", words.moment(when)))
                                        .orElse("")))
                        .toList(),
                one.by().name());
    }

    record Line(
            String id,
            int version,
            String corridor,
            String what,
            String from,
            String to,
            List<Told> recipients,
            String by) {}

    /// @param received when the recipient said that it had received it; empty where it has not
    record Told(String id, String name, String received) {}
}
