// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clearway.access.Deed;
import org.clearway.gate.CardNumber;
import org.clearway.geo.AreaId;
import org.clearway.geo.AreaKind;
import org.clearway.journal.Journal;
import org.clearway.journal.Reading;
import org.clearway.journal.VerifyingKey;
import org.clearway.transport.Accounted;
import org.clearway.transport.Difference;
import org.clearway.transport.DifferenceReason;
import org.clearway.transport.ExtraReason;
import org.clearway.transport.FromElsewhere;
import org.clearway.transport.Load;
import org.clearway.transport.Manifests;
import org.clearway.transport.NotComing;
import org.clearway.transport.Passage;
import org.clearway.transport.PassageId;
import org.clearway.transport.PassageKind;
import org.clearway.transport.Receptions;
import org.clearway.transport.SafeArea;
import org.clearway.transport.SafeAreaId;
import org.clearway.transport.SafeAreas;
import org.clearway.transport.Scanned;
import org.clearway.transport.Sender;
import org.clearway.transport.ToldBy;
import org.clearway.transport.Trip;
import org.clearway.transport.TripId;
import org.clearway.transport.TripState;
import org.clearway.transport.Trips;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/// The reception desk: who was expected against who came, each difference with a reason, an owner
/// and a deadline, down to nobody of whom it is not known where they are.
@Controller
final class ReceptionPages implements Door.Keeper {
    private final Receptions receptions;
    private final Trips trips;
    private final Manifests manifests;
    private final SafeAreas safeAreas;
    private final CardReading cardReading;
    private final TripOf tripOf;
    private final Catalogue catalogue;
    private final Journal journal;
    private final NodeFacts node;

    ReceptionPages(
            Receptions receptions,
            Trips trips,
            Manifests manifests,
            SafeAreas safeAreas,
            CardReading cardReading,
            TripOf tripOf,
            Catalogue catalogue,
            Journal journal,
            NodeFacts node) {
        this.receptions = receptions;
        this.trips = trips;
        this.manifests = manifests;
        this.safeAreas = safeAreas;
        this.cardReading = cardReading;
        this.tripOf = tripOf;
        this.catalogue = catalogue;
        this.journal = journal;
        this.node = node;
    }

    @Override
    public List<Door> doors() {
        return List.of(new Door("/reception", "web.reception", Deed.RECEIVE, 16));
    }

    /// What is to be found out, who comes, and how many stay.
    @Needs(Deed.READ_TRIPS)
    @GetMapping("/reception")
    ModelAndView list(Visit visit, Form form) {
        Reading at = journal.now();
        Words words = visit.words();
        Map<SafeAreaId, Long> staying = receptions.staying(visit.actor(), at);
        Map<SafeAreaId, Load> expected = receptions.expected(visit.actor(), at);
        List<SafeArea> areas = safeAreas.list(visit.actor(), at);
        List<Trip> coming = receptions.coming(
                visit.actor(), at, areas.stream().map(SafeArea::id).toList());
        return new ModelAndView("reception/list")
                .addObject("form", form)
                .addObject(
                        "said",
                        form.was("closed")
                                ? "web.reception.said.closed"
                                : form.was("went-on") ? "web.reception.said.went-on" : "")
                .addObject(
                        "differences",
                        receptions.differences(visit.actor(), at).stream()
                                .map(one -> queued(one, words))
                                .toList())
                .addObject("coming", tripOf.lines(visit, coming))
                .addObject("overdue", overdue(coming, words))
                .addObject("aside", aside(visit, areas))
                .addObject(
                        "staying",
                        areas.stream()
                                .map(area -> new Staying(
                                        area.id().slug(),
                                        words.name(area.names()),
                                        staying.getOrDefault(area.id(), 0L),
                                        area.people(),
                                        LoadWords.of(expected.getOrDefault(area.id(), Load.NOBODY), words)))
                                .toList())
                .addObject("areas", catalogue.in(words).areasOf(AreaKind.SETTLEMENT));
    }

    /// What is said of those that have not come for too long, by trip.
    private Map<String, String> overdue(List<Trip> coming, Words words) {
        Instant now = node.clock().instant();
        var late = new HashMap<String, String>();
        for (Trip trip : coming) {
            trip.overdue(now)
                    .ifPresent(time -> late.put(
                            trip.id().toString(), words.say("web.reception.awaited", "hours", time.toHours())));
        }
        return late;
    }

    private List<Aside> aside(Visit visit, List<SafeArea> areas) {
        Words words = visit.words();
        return receptions.setAside(visit.actor(), journal.now()).stream()
                .map(trip -> new Aside(
                        path(trip.id()),
                        trip.vehicle().slug(),
                        words.say(
                                "web.reception.aside-people",
                                "people",
                                trip.accounted().persons()),
                        setAside(trip, words)))
                .toList();
    }

    /// Such as "turned back, as the crossing told; on record by reception-1 since 15:10".
    private String setAside(Trip trip, Words words) {
        return trip.elsewhere()
                .flatMap(FromElsewhere::setAside)
                .map(aside -> words.say(
                        "web.reception.aside-told",
                        Map.of(
                                "why",
                                words.say(aside.why()),
                                "by",
                                words.say(aside.toldBy()),
                                "account",
                                aside.account().name(),
                                "when",
                                words.momentNear(aside.at(), node.clock().instant()))))
                .orElse("");
    }

    private Queued queued(Difference one, Words words) {
        return new Queued(
                path(one.trip().id()),
                one.trip().vehicle().slug(),
                says(one.passage(), words),
                one.missing(),
                one.passage().owner().map(owner -> looksFor(owner, words)).orElse(""),
                one.overdue(node.clock().instant()));
    }

    /// The safe area has places for those who come with a trip.
    @Needs(Deed.RECEIVE)
    @PostMapping("/reception/{trip}/places")
    ModelAndView confirm(Visit visit, Form form, @PathVariable String trip) {
        Trip at = tripOf.at(visit, trip);
        Optional<Long> people = form.one("people", "web.form.figure", Long::parseLong);
        return done(
                visit,
                form,
                at,
                "told",
                () -> receptions.confirm(visit.actor(), form.act(), at.id(), people.orElseThrow()));
    }

    @Needs(Deed.RECEIVE)
    @PostMapping("/reception/went-on")
    ModelAndView goOn(Visit visit, Form form) {
        Optional<SafeAreaId> from = form.one("from", "web.form.choose", SafeAreaId::new);
        Optional<AreaId> to = form.maybe("to", "web.form.not-understood", AreaId::new);
        Optional<Long> people = form.one("people", "web.form.figure", Long::parseLong);
        boolean done = form.attempt(
                () -> receptions.goOn(visit.actor(), form.act(), from.orElseThrow(), to, people.orElseThrow()));
        return done ? Pages.seeOther("/reception?went-on") : Pages.again(list(visit, form));
    }

    @Needs(Deed.READ_TRIPS)
    @GetMapping("/reception/{trip}")
    ModelAndView desk(Visit visit, Form form, @PathVariable String trip) {
        return desk(visit, form, tripOf.at(visit, trip), Optional.empty());
    }

    @Needs(Deed.RECEIVE)
    @PostMapping("/reception/{trip}/arrived")
    ModelAndView arrive(Visit visit, Form form, @PathVariable String trip) {
        Trip at = tripOf.at(visit, trip);
        Optional<Instant> when = form.text("at").isBlank()
                ? Optional.of(node.clock().instant())
                : form.one(
                        "at",
                        "web.scenario.to-rule",
                        text -> LocalDateTime.parse(text).atZone(node.zone()).toInstant());
        return done(
                visit,
                form,
                at,
                "arrived",
                () -> receptions.arrive(visit.actor(), form.act(), at.id(), when.orElseThrow(), node.zone()));
    }

    /// It does not come here: an office told so that knows.
    @Needs(Deed.RECEIVE)
    @PostMapping("/reception/{trip}/aside")
    ModelAndView setAside(Visit visit, Form form, @PathVariable String trip) {
        Trip at = tripOf.at(visit, trip);
        Optional<NotComing> why = form.one("why", "web.form.choose", NotComing::valueOf);
        Optional<ToldBy> toldBy = form.one("told-by", "web.form.choose", ToldBy::valueOf);
        return done(
                visit,
                form,
                at,
                "aside",
                () -> receptions.setAside(visit.actor(), form.act(), at.id(), why.orElseThrow(), toldBy.orElseThrow()));
    }

    @Needs(Deed.RECEIVE)
    @PostMapping("/reception/{trip}/awaited")
    ModelAndView awaitAgain(Visit visit, Form form, @PathVariable String trip) {
        Trip at = tripOf.at(visit, trip);
        return done(visit, form, at, "awaited", () -> receptions.awaitAgain(visit.actor(), form.act(), at.id()));
    }

    /// Reads the card of those who come in. Nothing of their household is opened for it.
    @Needs(Deed.RECEIVE)
    @PostMapping("/reception/{trip}/card")
    ModelAndView card(
            Visit visit,
            Form form,
            @PathVariable String trip,
            @RequestParam("picture") Optional<MultipartFile> picture) {
        Trip at = tripOf.at(visit, trip);
        List<VerifyingKey> senders = manifests.senders(visit.actor(), journal.now()).stream()
                .map(Sender::key)
                .toList();
        Optional<CardNumber> card = cardReading.read(visit, form, picture, senders);
        Optional<Scanned> scanned = card.map(number -> receptions.scan(visit.actor(), journal.now(), at.id(), number));
        ModelAndView page = desk(visit, form, at, scanned);
        return form.sound() ? page : Pages.again(page);
    }

    @Needs(Deed.READ_TRIPS)
    @GetMapping("/reception/{trip}/card")
    ModelAndView noCard(Visit visit, @PathVariable String trip) {
        return Pages.seeOther(path(tripOf.at(visit, trip).id()));
    }

    @Needs(Deed.RECEIVE)
    @PostMapping("/reception/{trip}/receive")
    ModelAndView receive(Visit visit, Form form, @PathVariable String trip) {
        Trip at = tripOf.at(visit, trip);
        Optional<PassageId> passage = passage(form);
        Optional<Long> people = form.one("people", "web.form.figure", Long::parseLong);
        return done(
                visit,
                form,
                at,
                "received",
                () -> receptions.receive(visit.actor(), form.act(), passage.orElseThrow(), people.orElseThrow()));
    }

    /// They are on record of another vehicle, and came with this one.
    @Needs(Deed.RECEIVE)
    @PostMapping("/reception/{trip}/elsewhere")
    ModelAndView elsewhere(Visit visit, Form form, @PathVariable String trip) {
        Trip at = tripOf.at(visit, trip);
        Optional<PassageId> passage = passage(form);
        Optional<TripId> from = form.one("from", "web.form.not-understood", TripId::parse);
        return done(
                visit,
                form,
                at,
                "received",
                () -> receptions.receiveFromElsewhere(
                        visit.actor(), form.act(), passage.orElseThrow(), from.orElseThrow(), at.id()));
    }

    @Needs(Deed.RECEIVE)
    @PostMapping("/reception/{trip}/extra")
    ModelAndView extra(Visit visit, Form form, @PathVariable String trip) {
        Trip at = tripOf.at(visit, trip);
        Optional<Load> load = LoadFields.read(form);
        return done(
                visit,
                form,
                at,
                "received",
                () -> receptions.receiveExtra(
                        visit.actor(), form.act(), at.id(), load.orElseThrow(), form.was("card")));
    }

    @Needs(Deed.RECEIVE)
    @PostMapping("/reception/{trip}/explain")
    ModelAndView explain(Visit visit, Form form, @PathVariable String trip) {
        Trip at = tripOf.at(visit, trip);
        Optional<PassageId> passage = passage(form);
        Optional<Long> people = form.one("people", "web.form.figure", Long::parseLong);
        Optional<DifferenceReason> reason = form.one("reason", "web.form.choose", DifferenceReason::valueOf);
        return done(
                visit,
                form,
                at,
                "told",
                () -> receptions.explain(
                        visit.actor(), form.act(), passage.orElseThrow(), people.orElseThrow(), reason.orElseThrow()));
    }

    /// Why people came who were on no manifest: for a reason, or because they are those who are
    /// missing elsewhere.
    @Needs(Deed.RECEIVE)
    @PostMapping("/reception/{trip}/extra-why")
    ModelAndView extraWhy(Visit visit, Form form, @PathVariable String trip) {
        Trip at = tripOf.at(visit, trip);
        Optional<PassageId> passage = passage(form);
        Optional<String> why = form.one("why", "web.form.choose", text -> text);
        return done(visit, form, at, "told", () -> {
            Optional<ExtraReason> reason = Arrays.stream(ExtraReason.values())
                    .filter(one -> one.name().equals(why.orElseThrow()))
                    .findFirst();
            if (reason.isPresent()) {
                receptions.explainExtra(visit.actor(), form.act(), passage.orElseThrow(), reason.get());
            } else {
                receptions.match(visit.actor(), form.act(), passage.orElseThrow(), PassageId.parse(why.orElseThrow()));
            }
        });
    }

    @Needs(Deed.RECEIVE)
    @PostMapping("/reception/{trip}/own")
    ModelAndView own(Visit visit, Form form, @PathVariable String trip) {
        Trip at = tripOf.at(visit, trip);
        Optional<PassageId> passage = passage(form);
        Optional<Long> hours = form.one("hours", "web.form.figure", Long::parseLong);
        return done(
                visit,
                form,
                at,
                "told",
                () -> receptions.own(
                        visit.actor(),
                        form.act(),
                        passage.orElseThrow(),
                        form.act().named().plus(Duration.ofHours(Math.min(hours.orElseThrow(), 1_000)))));
    }

    @Needs(Deed.RECEIVE)
    @PostMapping("/reception/{trip}/back")
    ModelAndView takeBack(Visit visit, Form form, @PathVariable String trip) {
        Trip at = tripOf.at(visit, trip);
        Optional<PassageId> passage = passage(form);
        Optional<Long> people = form.one("people", "web.form.figure", Long::parseLong);
        Optional<DifferenceReason> reason = form.maybe("reason", "web.form.not-understood", DifferenceReason::valueOf);
        return done(
                visit,
                form,
                at,
                "back",
                () -> receptions.takeBack(
                        visit.actor(), form.act(), passage.orElseThrow(), reason, people.orElseThrow()));
    }

    /// They are not where they were said to be, but here.
    @Needs(Deed.RECEIVE)
    @PostMapping("/reception/{trip}/after-all")
    ModelAndView cameAfterAll(Visit visit, Form form, @PathVariable String trip) {
        Trip at = tripOf.at(visit, trip);
        Optional<PassageId> passage = passage(form);
        Optional<Long> people = form.one("people", "web.form.figure", Long::parseLong);
        Optional<DifferenceReason> reason = form.one("reason", "web.form.not-understood", DifferenceReason::valueOf);
        return done(
                visit,
                form,
                at,
                "received",
                () -> receptions.cameAfterAll(
                        visit.actor(), form.act(), passage.orElseThrow(), reason.orElseThrow(), people.orElseThrow()));
    }

    @Needs(Deed.RECEIVE)
    @PostMapping("/reception/{trip}/close")
    ModelAndView close(Visit visit, Form form, @PathVariable String trip) {
        Trip at = tripOf.at(visit, trip);
        boolean done = form.attempt(() -> receptions.close(visit.actor(), form.act(), at.id()));
        return done
                ? Pages.seeOther("/reception?closed")
                : Pages.again(desk(visit, form, tripOf.at(visit, trip), Optional.empty()));
    }

    private static Optional<PassageId> passage(Form form) {
        return form.one("passage", "web.form.not-understood", PassageId::parse);
    }

    private ModelAndView done(Visit visit, Form form, Trip trip, String said, Runnable act) {
        return form.attempt(act)
                ? Pages.seeOther(path(trip.id()) + "?" + said)
                : Pages.again(desk(visit, form, tripOf.at(visit, trip.id().toString()), Optional.empty()));
    }

    private ModelAndView desk(Visit visit, Form form, Trip trip, Optional<Scanned> scanned) {
        Words words = visit.words();
        Reading at = journal.now();
        List<Passage> passages = trips.passages(visit.actor(), at, trip.id());
        boolean arrived = trip.state() == TripState.ARRIVED && visit.may(Deed.RECEIVE);
        return new ModelAndView("reception/desk")
                .addObject("form", form)
                .addObject("said", said(form))
                .addObject("path", path(trip.id()))
                .addObject("line", tripOf.line(visit, trip))
                .addObject("coming", trip.coming())
                .addObject("places", tripOf.places(visit, trip))
                .addObject("confirmed", trip.placesConfirmed())
                .addObject(
                        "from",
                        trip.elsewhere()
                                .map(FromElsewhere::node)
                                .map(words::name)
                                .orElse(""))
                .addObject(
                        "withoutKey",
                        words.list(manifests.daysWithoutKey(visit.actor(), at, trip.id()).stream()
                                .map(words::day)
                                .toList()))
                .addObject("onTheRoad", trip.state() == TripState.ON_THE_ROAD && visit.may(Deed.RECEIVE))
                .addObject(
                        "overdue",
                        trip.overdue(node.clock().instant())
                                .map(time -> words.say("web.reception.awaited", "hours", time.toHours()))
                                .orElse(""))
                .addObject("carried", trip.elsewhere().isPresent())
                .addObject("aside", setAside(trip, words))
                .addObject("notComing", Catalogue.Option.of(NotComing.class, words))
                .addObject("toldBy", Catalogue.Option.of(ToldBy.class, words))
                .addObject("arrived", arrived)
                .addObject("closed", trip.state() == TripState.CLOSED && visit.may(Deed.RECEIVE))
                .addObject("account", lines(trip.accounted(), words))
                .addObject("open", trip.accounted().open())
                .addObject("settled", trip.unsettled() == 0)
                .addObject("scanned", scanned.map(one -> shown(one, words)))
                .addObject(
                        "passages",
                        passages.stream().map(one -> row(one, words)).toList())
                .addObject("reasons", reasons(visit, trip))
                .addObject("extraReasons", extraReasons(visit, at, trip));
    }

    private static String said(Form form) {
        for (String done : List.of("arrived", "received", "told", "back", "taken-in", "aside", "awaited")) {
            if (form.was(done)) return "web.reception.said." + done;
        }
        return "";
    }

    private static List<Catalogue.Option> reasons(Visit visit, Trip trip) {
        return Arrays.stream(DifferenceReason.values())
                .filter(reason -> reason != DifferenceReason.TRANSFERRED_VEHICLE)
                .filter(reason -> reason != DifferenceReason.MISCOUNTED || visit.may(Deed.CORRECT_BOARDING))
                .map(reason -> new Catalogue.Option(reason.name(), visit.words().say(reason)))
                .toList();
    }

    /// Reasons, and those who are missing on other trips.
    private List<Catalogue.Option> extraReasons(Visit visit, Reading at, Trip trip) {
        Words words = visit.words();
        var options = new ArrayList<>(Catalogue.Option.of(ExtraReason.class, words));
        receptions.differences(visit.actor(), at).stream()
                .filter(one -> !one.trip().id().equals(trip.id()) && one.missing() > 0)
                .map(one -> new Catalogue.Option(
                        one.passage().id().toString(),
                        words.say(
                                "web.reception.missing-on",
                                Map.of(
                                        "people",
                                        one.missing(),
                                        "vehicle",
                                        one.trip().vehicle().slug()))))
                .forEach(options::add);
        return options;
    }

    private static Shown shown(Scanned scanned, Words words) {
        return switch (scanned) {
            case Scanned.Expected expected ->
                new Shown(
                        "expected",
                        words.say("web.reception.scan.expected"),
                        "",
                        "",
                        0,
                        expected.passages().stream().map(one -> row(one, words)).toList());
            case Scanned.Elsewhere other ->
                new Shown(
                        "elsewhere",
                        words.say(
                                "web.reception.scan.elsewhere",
                                Map.of(
                                        "vehicle",
                                        other.trip().vehicle().slug(),
                                        "people",
                                        other.passage().accounted().open())),
                        other.passage().id().toString(),
                        other.trip().id().toString(),
                        other.passage().accounted().open(),
                        List.of());
            case Scanned.SaidElsewhere said ->
                new Shown(
                        "said-elsewhere",
                        words.say(
                                "web.reception.scan.said-elsewhere",
                                Map.of(
                                        "vehicle",
                                        said.trip().vehicle().slug(),
                                        "people",
                                        said.passage().accounted().elsewhere(),
                                        "where",
                                        words.list(away(said.passage().accounted(), words).stream()
                                                .map(Told::name)
                                                .toList()))),
                        "",
                        "",
                        0,
                        List.of(row(said.passage(), words)));
            case Scanned.InAlready in ->
                new Shown(
                        "in",
                        words.say(
                                "web.reception.scan.in",
                                "vehicle",
                                in.trip().vehicle().slug()),
                        "",
                        "",
                        0,
                        List.of());
            case Scanned.KeyMissing missing ->
                new Shown(
                        "key-missing",
                        words.say(
                                "web.reception.scan.key-missing",
                                "days",
                                words.list(
                                        missing.days().stream().map(words::day).toList())),
                        "",
                        "",
                        0,
                        List.of());
            case Scanned.NotOnAnyManifest none ->
                new Shown("none", words.say("web.reception.scan.none"), "", "", 0, List.of());
        };
    }

    private static Row row(Passage passage, Words words) {
        Accounted accounted = passage.accounted();
        return new Row(
                passage.id().toString(),
                says(passage, words),
                LoadWords.of(passage.load(), words),
                accounted.open(),
                accounted.received(),
                passage.kind() == PassageKind.COUNTED,
                passage.kind() == PassageKind.EXTRA && passage.foundAs().isEmpty(),
                passage.split(),
                passage.settled(),
                accounted.open() == accounted.people(),
                passage.owner().map(owner -> looksFor(owner, words)).orElse(""),
                lines(accounted, words),
                away(accounted, words));
    }

    /// What is known of those who travel together, such as "4 people: 3 came in, 1 in hospital".
    private static String says(Passage passage, Words words) {
        return words.say(
                "web.reception.who." + passage.kind(),
                "people",
                passage.accounted().people());
    }

    private static List<Told> lines(Accounted accounted, Words words) {
        var told = new ArrayList<Told>();
        told.add(new Told("", words.say("web.reception.received"), accounted.received()));
        told.add(told(DifferenceReason.ALIGHTED_BY_CHOICE, accounted.alighted(), words));
        told.add(told(DifferenceReason.HOSPITAL, accounted.hospital(), words));
        told.add(told(DifferenceReason.TAKEN_BY_AUTHORITY, accounted.taken(), words));
        told.add(told(DifferenceReason.MISCOUNTED, accounted.miscounted(), words));
        told.add(told(DifferenceReason.TRANSFERRED_VEHICLE, accounted.transferred(), words));
        return told.stream()
                .filter(one -> one.people() > 0 || one.reason().isEmpty())
                .toList();
    }

    /// Where those are said to be who may still come.
    private static List<Told> away(Accounted accounted, Words words) {
        return lines(accounted, words).stream()
                .filter(one -> Arrays.stream(DifferenceReason.values())
                        .anyMatch(reason -> reason.elsewhere() && reason.name().equals(one.reason())))
                .toList();
    }

    private static String looksFor(Passage.Owner owner, Words words) {
        return words.say(
                "web.reception.owned",
                Map.of("account", owner.account().name(), "until", words.moment(owner.deadline())));
    }

    private static Told told(DifferenceReason reason, long people, Words words) {
        return new Told(reason.name(), words.say(reason), people);
    }

    private static String path(TripId trip) {
        return "/reception/" + trip;
    }

    /// @param reason empty for those who came in
    record Told(String reason, String name, long people) {}

    /// @param extra whether it is to be said why they came
    /// @param untouched whether nothing is known of any of them yet
    /// @param owner who looks for those who are missing; empty where nobody does
    /// @param away of those told, where those are who may still come
    record Row(
            String id,
            String who,
            String load,
            long open,
            long received,
            boolean counted,
            boolean extra,
            boolean split,
            boolean settled,
            boolean untouched,
            String owner,
            List<Told> told,
            List<Told> away) {}

    /// What a card shows.
    record Shown(String kind, String words, String passage, String from, long people, List<Row> rows) {}

    /// @param told why it does not come, and on whose word
    record Aside(String path, String vehicle, String people, String told) {}

    record Queued(String path, String vehicle, String who, long missing, String owner, boolean overdue) {}

    record Staying(String id, String name, long people, long places, String coming) {}
}
