// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.clearway.access.Deed;
import org.clearway.agreement.CorridorId;
import org.clearway.corridor.CrossingId;
import org.clearway.gate.CardNumber;
import org.clearway.gate.Gate;
import org.clearway.journal.Journal;
import org.clearway.journal.Reading;
import org.clearway.language.Problem;
import org.clearway.transport.Amendment;
import org.clearway.transport.Boarder;
import org.clearway.transport.DriverId;
import org.clearway.transport.Load;
import org.clearway.transport.Manifest;
import org.clearway.transport.ManifestDigest;
import org.clearway.transport.Passage;
import org.clearway.transport.PassageId;
import org.clearway.transport.PassageKind;
import org.clearway.transport.SafeAreaId;
import org.clearway.transport.SafeAreas;
import org.clearway.transport.Sealing;
import org.clearway.transport.Trip;
import org.clearway.transport.TripId;
import org.clearway.transport.TripState;
import org.clearway.transport.Trips;
import org.clearway.transport.VehicleId;
import org.clearway.transport.VehicleStanding;
import org.clearway.transport.Vehicles;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/// The boarding desk: a vehicle is opened, households and people without a card get in, two people
/// seal the manifest. A number of a card never stands in an address, which browsers keep.
@Controller
final class BoardingPages implements Door.Keeper {
    private final Trips trips;
    private final NextCalls nextCalls;
    private final Vehicles vehicles;
    private final SafeAreas safeAreas;
    private final CardReading cardReading;
    private final GateOf gateOf;
    private final HourFields hours;
    private final TripOf tripOf;
    private final Catalogue catalogue;
    private final Journal journal;
    private final NodeFacts node;

    BoardingPages(
            Trips trips,
            NextCalls nextCalls,
            Vehicles vehicles,
            SafeAreas safeAreas,
            CardReading cardReading,
            GateOf gateOf,
            HourFields hours,
            TripOf tripOf,
            Catalogue catalogue,
            Journal journal,
            NodeFacts node) {
        this.trips = trips;
        this.nextCalls = nextCalls;
        this.vehicles = vehicles;
        this.safeAreas = safeAreas;
        this.cardReading = cardReading;
        this.gateOf = gateOf;
        this.hours = hours;
        this.tripOf = tripOf;
        this.catalogue = catalogue;
        this.journal = journal;
        this.node = node;
    }

    @Override
    public List<Door> doors() {
        return List.of(new Door("/boarding", "web.boarding", Deed.READ_TRIPS, 15));
    }

    @Needs(Deed.READ_TRIPS)
    @GetMapping("/boarding")
    ModelAndView list(Visit visit, Form form) {
        return new ModelAndView("boarding/list")
                .addObject("said", form.was("cancelled") ? "web.boarding.cancelled" : "")
                .addObject("waiting", nextCalls.all(visit))
                .addObject("lines", tripOf.lines(visit, tripOf.today(visit)));
    }

    @Needs(Deed.BOARD)
    @GetMapping("/boarding/open")
    ModelAndView opening(Visit visit, Form form) {
        Words words = visit.words();
        Reading at = journal.now();
        List<Catalogue.Option> areas = safeAreas.list(visit.actor(), at).stream()
                .map(area -> new Catalogue.Option(area.id().slug(), words.name(area.names())))
                .toList();
        List<Catalogue.Option> gates = gateOf.all(visit).stream()
                .map(one -> new Catalogue.Option(
                        one.corridor().id() + "/" + one.point().crossing(),
                        words.name(one.point().names())))
                .toList();
        return new ModelAndView("boarding/open")
                .addObject("form", form)
                .addObject("gates", gates)
                .addObject("gate", gates.size() == 1 ? gates.getFirst().value() : "")
                .addObject("areas", areas)
                .addObject("area", areas.size() == 1 ? areas.getFirst().value() : "")
                .addObject(
                        "vehicles",
                        vehicles.list(visit.actor(), at).stream()
                                .filter(one -> one.standing() == VehicleStanding.IN_SERVICE)
                                .map(one -> new Catalogue.Option(
                                        one.vehicle().id().slug(),
                                        one.vehicle().id()
                                                + words.say("web.list-comma")
                                                + words.say(one.vehicle().type())
                                                + words.say("web.list-comma")
                                                + LoadWords.of(one.vehicle().capacity(), words)))
                                .toList());
    }

    @Needs(Deed.BOARD)
    @PostMapping("/boarding/open")
    ModelAndView open(Visit visit, Form form) {
        Optional<Gate> gate = form.one("gate", "web.form.choose", BoardingPages::gate);
        Optional<VehicleId> vehicle = form.one("vehicle", "web.form.choose", VehicleId::new);
        Optional<SafeAreaId> area = form.one("area", "web.form.choose", SafeAreaId::new);
        Optional<DriverId> driver = form.maybe("driver", "web.form.not-understood", DriverId::new);
        Optional<Instant> since = form.maybe(
                "since",
                "web.scenario.to-rule",
                text -> LocalDateTime.parse(text).atZone(node.zone()).toInstant());
        var opened = new ArrayList<TripId>();
        boolean done = form.attempt(() -> opened.add(since.map(trips::asWritten)
                .orElse(trips)
                .open(
                        visit.actor(),
                        form.act(),
                        gate.orElseThrow(),
                        vehicle.orElseThrow(),
                        area.orElseThrow(),
                        driver)));
        return done ? Pages.seeOther("/boarding/" + opened.getFirst()) : Pages.again(opening(visit, form));
    }

    /// The desk for what a page enters: now, or in the hour in which it was written on paper.
    private Trips trips(Form form) {
        if (form.text("written").isBlank()) return trips;
        return form.maybe("written", "web.form.choose", Instant::parse)
                .map(trips::asWritten)
                .orElse(trips);
    }

    /// The hour of the sheet that is being entered.
    private static Optional<Instant> written(Form form) {
        try {
            return Optional.of(Instant.parse(form.text("written")));
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }

    private static Gate gate(String text) {
        String[] parts = text.split("/", 2);
        if (parts.length < 2) throw new IllegalArgumentException("Not a gate: " + text);
        return new Gate(new CorridorId(parts[0]), new CrossingId(parts[1]));
    }

    @Needs(Deed.READ_TRIPS)
    @GetMapping("/boarding/{trip}")
    ModelAndView desk(Visit visit, Form form, @PathVariable String trip) {
        return desk(visit, form, tripOf.at(visit, trip), Optional.empty(), Optional.empty());
    }

    /// Reads the card of those who stand at the vehicle. That its household is read is on record.
    @Needs(Deed.BOARD)
    @PostMapping("/boarding/{trip}/card")
    ModelAndView card(
            Visit visit,
            Form form,
            @PathVariable String trip,
            @RequestParam("picture") Optional<MultipartFile> picture) {
        Trip at = tripOf.at(visit, trip);
        Optional<CardNumber> card = cardReading.read(visit, form, picture);
        var boarder = new ArrayList<Boarder>();
        form.attempt(
                () -> boarder.add(trips.boarder(visit.actor(), journal.ids().next(), card.orElseThrow())));
        ModelAndView page = desk(visit, form, at, card, boarder.stream().findFirst());
        return form.sound() ? page : Pages.again(page);
    }

    /// Who comes back to that address, in another language or by going back, begins with no card in
    /// hand.
    @Needs(Deed.READ_TRIPS)
    @GetMapping("/boarding/{trip}/card")
    ModelAndView noCard(Visit visit, @PathVariable String trip) {
        return Pages.seeOther(path(tripOf.at(visit, trip)));
    }

    @Needs(Deed.BOARD)
    @PostMapping("/boarding/{trip}/board")
    ModelAndView board(Visit visit, Form form, @PathVariable String trip) {
        Trip at = tripOf.at(visit, trip);
        Optional<CardNumber> card = form.one("number", "web.card.check.NotACard", CardNumber::parse);
        Optional<SafeAreaId> chosen = form.one("chosen", "web.form.choose", SafeAreaId::new);
        Optional<Load> part = form.was("part") ? LoadFields.read(form) : Optional.empty();
        Trips desk = trips(form);
        boolean done = form.attempt(() -> {
            if (form.was("part")) {
                desk.boardPart(
                        visit.actor(),
                        form.act(),
                        at.id(),
                        card.orElseThrow(),
                        chosen.orElseThrow(),
                        node.zone(),
                        part.orElseThrow());
            } else {
                desk.board(visit.actor(), form.act(), at.id(), card.orElseThrow(), chosen.orElseThrow(), node.zone());
            }
        });
        if (done) return Pages.seeOther(path(at) + "?boarded" + on(form));
        return Pages.again(desk(visit, form, at, card, card.flatMap(number -> boarder(visit, number))));
    }

    /// Those who stand at the vehicle, once more, where their card still lives.
    private Optional<Boarder> boarder(Visit visit, CardNumber card) {
        try {
            return Optional.of(trips.boarder(visit.actor(), journal.ids().next(), card));
        } catch (Problem noCard) {
            return Optional.empty();
        }
    }

    @Needs(Deed.BOARD)
    @PostMapping("/boarding/{trip}/count")
    ModelAndView count(Visit visit, Form form, @PathVariable String trip) {
        Trip at = tripOf.at(visit, trip);
        Optional<Load> load = LoadFields.read(form);
        Optional<SafeAreaId> chosen = form.one("chosen", "web.form.choose", SafeAreaId::new);
        Trips desk = trips(form);
        boolean done = form.attempt(() ->
                desk.count(visit.actor(), form.act(), at.id(), chosen.orElseThrow(), node.zone(), load.orElseThrow()));
        return done ? Pages.seeOther(path(at) + "?boarded" + on(form)) : Pages.again(desk(visit, form, at));
    }

    /// A household, or so many people without a card, came out again. Nothing asks why.
    @Needs(Deed.BOARD)
    @PostMapping("/boarding/{trip}/out")
    ModelAndView takeOut(Visit visit, Form form, @PathVariable String trip) {
        Trip at = tripOf.at(visit, trip);
        Optional<PassageId> household = form.maybe("passage", "web.form.not-understood", PassageId::parse);
        Optional<Load> load = household.isPresent() ? Optional.empty() : LoadFields.read(form);
        Trips desk = trips(form);
        boolean done = form.attempt(() -> {
            if (household.isPresent()) {
                desk.takeOut(visit.actor(), form.act(), household.get(), node.zone());
            } else {
                desk.takeOut(visit.actor(), form.act(), at.id(), node.zone(), load.orElseThrow());
            }
        });
        return done ? Pages.seeOther(path(at) + "?out" + on(form)) : Pages.again(desk(visit, form, at));
    }

    /// Pieces of luggage come in, or off again.
    @Needs(Deed.BOARD)
    @PostMapping("/boarding/{trip}/luggage")
    ModelAndView luggage(Visit visit, Form form, @PathVariable String trip) {
        Trip at = tripOf.at(visit, trip);
        Optional<Long> pieces = form.one("pieces", "web.form.figure", Long::parseLong);
        boolean done = form.attempt(() -> {
            if (form.was("off")) trips.unstow(visit.actor(), form.act(), at.id(), pieces.orElseThrow());
            else trips.stow(visit.actor(), form.act(), at.id(), pieces.orElseThrow());
        });
        return done ? Pages.seeOther(path(at) + "?stowed") : Pages.again(desk(visit, form, at));
    }

    @Needs(Deed.SIGN_MANIFEST)
    @PostMapping("/boarding/{trip}/seal")
    ModelAndView seal(Visit visit, Form form, @PathVariable String trip) {
        Trip at = tripOf.at(visit, trip);
        Optional<ManifestDigest> seen = form.one("seen", "web.form.not-understood", ManifestDigest::new);
        boolean done = form.attempt(() -> {
            if (form.was("sign")) trips.sign(visit.actor(), form.act(), at.id(), seen.orElseThrow());
            else trips.seal(visit.actor(), form.act(), at.id(), seen.orElseThrow());
        });
        return done
                ? Pages.seeOther(path(at) + (form.was("sign") ? "?signed" : "?sealed"))
                : Pages.again(desk(visit, form, at));
    }

    @Needs(Deed.SIGN_MANIFEST)
    @PostMapping("/boarding/{trip}/reopen")
    ModelAndView reopen(Visit visit, Form form, @PathVariable String trip) {
        Trip at = tripOf.at(visit, trip);
        Optional<Amendment> why = form.one("why", "web.form.choose", Amendment::valueOf);
        boolean done = form.attempt(() -> trips.reopen(visit.actor(), form.act(), at.id(), why.orElseThrow()));
        return done ? Pages.seeOther(path(at) + "?reopened") : Pages.again(desk(visit, form, at));
    }

    @Needs(Deed.BOARD)
    @PostMapping("/boarding/{trip}/cancel")
    ModelAndView cancel(Visit visit, Form form, @PathVariable String trip) {
        Trip at = tripOf.at(visit, trip);
        boolean done = form.attempt(() -> trips.cancel(visit.actor(), form.act(), at.id()));
        return done ? Pages.seeOther("/boarding?cancelled") : Pages.again(desk(visit, form, at));
    }

    private ModelAndView desk(Visit visit, Form form, Trip trip) {
        return desk(visit, form, tripOf.at(visit, trip.id().toString()), Optional.empty(), Optional.empty());
    }

    private ModelAndView desk(Visit visit, Form form, Trip trip, Optional<CardNumber> card, Optional<Boarder> boarder) {
        Words words = visit.words();
        Reading at = journal.now();
        Manifest manifest = trips.manifest(visit.actor(), at, trip.id());
        Optional<Sealing> unsigned = trip.sealing()
                .filter(last ->
                        trip.state() != TripState.BOARDING && trip.amending().isEmpty())
                .filter(last -> last.signedBy().isEmpty());
        Predicate<Sealing> byAnother = last -> !last.by().equals(visit.actor().account());
        List<Passage> passages = new ArrayList<>(trips.passages(visit.actor(), at, trip.id()));
        Collections.reverse(passages);
        return new ModelAndView("boarding/desk")
                .addObject("form", form)
                .addObject("said", said(form))
                .addObject("path", path(trip))
                .addObject("fields", LoadFields.NAMES)
                .addObject("line", tripOf.line(visit, trip))
                .addObject("boarding", trip.state() == TripState.BOARDING && visit.may(Deed.BOARD))
                .addObject("written", written(form).map(Instant::toString).orElse(""))
                .addObject(
                        "writtenHour",
                        written(form).map(begins -> hours.hour(begins, words)).orElse(""))
                .addObject("hours", hours.lately(words))
                .addObject("calls", nextCalls.into(visit, trip))
                .addObject("linePath", LinePages.path(trip.gate()))
                .addObject("destination", trip.destination().slug())
                .addObject(
                        "number",
                        boarder.flatMap(any -> card).map(CardNumber::toString).orElse(""))
                .addObject(
                        "who",
                        boarder.map(one -> LoadWords.of(one.whole(), words)).orElse(""))
                .addObject(
                        "waiting",
                        boarder.map(one -> LoadWords.of(one.waiting(), words)).orElse(""))
                .addObject(
                        "inPart", boarder.filter(one -> !one.before().isEmpty()).isPresent())
                .addObject(
                        "allAboard",
                        boarder.filter(one -> one.waiting().people() == 0).isPresent())
                .addObject(
                        "elsewhere",
                        boarder.flatMap(one -> elsewhere(visit, one, trip)).orElse(""))
                .addObject(
                        "aboard",
                        passages.stream()
                                .filter(one -> one.kind() == PassageKind.HOUSEHOLD)
                                .map(one ->
                                        new Aboard(one.id().toString(), LoadWords.of(one.load(), words), one.part()))
                                .toList())
                .addObject("counted", manifest.counted().people() > 0 ? LoadWords.of(manifest.counted(), words) : "")
                .addObject("digest", manifest.digest().hex())
                .addObject("version", manifest.version())
                .addObject(
                        "sealing",
                        sealing(trip.sealing().filter(any -> trip.amending().isEmpty()), words))
                .addObject(
                        "mayBeSealed",
                        trip.state() == TripState.BOARDING || trip.amending().isPresent())
                .addObject("mayBeSigned", unsigned.filter(byAnother).isPresent())
                .addObject(
                        "waitsForAnother", unsigned.filter(byAnother.negate()).isPresent())
                .addObject("ready", trip.state() == TripState.READY)
                .addObject("mayBeReopened", trip.state() == TripState.SEALED || trip.state() == TripState.READY)
                .addObject("empty", trip.accounted().people() == 0)
                .addObject(
                        "reasons",
                        Arrays.stream(Amendment.values())
                                .limit(3)
                                .map(why -> new Catalogue.Option(why.name(), words.say(why)))
                                .toList());
    }

    /// Where a family chose to go when it got its card, where that is somewhere else.
    private Optional<String> elsewhere(Visit visit, Boarder boarder, Trip trip) {
        return tripOf.safeArea(visit, trip.destination())
                .flatMap(area -> boarder.household().destination().filter(chosen -> !chosen.equals(area.area())))
                .map(chosen -> catalogue.in(visit.words()).area(chosen));
    }

    static Optional<Shown> sealing(Optional<Sealing> sealing, Words words) {
        return sealing.map(last -> new Shown(
                last.version(),
                last.why().map(words::say).orElse(""),
                last.by().name(),
                words.moment(last.at()),
                words.day(last.at()),
                last.signedBy().map(account -> account.name()).orElse("")));
    }

    private static String said(Form form) {
        for (String done : List.of("boarded", "out", "stowed", "sealed", "signed", "reopened")) {
            if (form.was(done)) return "web.boarding.said." + done;
        }
        return "";
    }

    /// Whoever enters a sheet goes on with its hour.
    private static String on(Form form) {
        return written(form).map(begins -> "&written=" + begins).orElse("");
    }

    private static String path(Trip trip) {
        return "/boarding/" + trip.id();
    }

    /// A household in the vehicle.
    record Aboard(String id, String load, boolean part) {}

    /// The last version that was sealed.
    record Shown(long version, String why, String by, String at, String day, String signedBy) {}
}
