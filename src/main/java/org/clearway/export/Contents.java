// SPDX-License-Identifier: Apache-2.0
package org.clearway.export;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.clearway.access.AccountId;
import org.clearway.access.Actor;
import org.clearway.accounts.AccessLog;
import org.clearway.agreement.KnownAssurance;
import org.clearway.agreement.Party;
import org.clearway.agreement.PartyId;
import org.clearway.bulletin.Edition;
import org.clearway.bulletin.Stage;
import org.clearway.care.ServiceHour;
import org.clearway.care.ServicePoint;
import org.clearway.care.StockLevel;
import org.clearway.ceasefire.Ledger;
import org.clearway.ceasefire.PartCount;
import org.clearway.ceasefire.Stated;
import org.clearway.coordination.Alarm;
import org.clearway.coordination.Board;
import org.clearway.coordination.Owner;
import org.clearway.corridor.Announcement;
import org.clearway.corridor.Claim;
import org.clearway.corridor.Corridor;
import org.clearway.corridor.Count;
import org.clearway.corridor.Counted;
import org.clearway.corridor.CrossingPoint;
import org.clearway.corridor.OnRecord;
import org.clearway.corridor.UseClaim;
import org.clearway.gate.Figures;
import org.clearway.gate.HourFigures;
import org.clearway.geo.AreaId;
import org.clearway.geo.PCode;
import org.clearway.journal.Reading;
import org.clearway.language.Names;
import org.clearway.language.Wording;
import org.clearway.places.Place;
import org.clearway.places.Reference;
import org.clearway.places.Source;
import org.clearway.time.Period;
import org.clearway.time.Span;
import org.clearway.time.TimeWords;
import org.clearway.transport.Accounted;
import org.clearway.transport.SafeAreaId;
import org.clearway.transport.Trip;
import org.clearway.transport.TripState;

/// What stands in each table, read page by page from the front desks, which ask the actor again.
final class Contents {
    private static final int PAGE = 500;

    private final Exports.Sources desks;
    private final ZoneId zone;

    Contents(Exports.Sources desks, ZoneId zone) {
        this.desks = desks;
        this.zone = zone;
    }

    static List<Column> columns(Table table) {
        return switch (table) {
            case LEDGERS ->
                with(
                        source(),
                        Column.of("reporter", "#org+reporting"),
                        Column.of("covered-day", "#date+occurred"),
                        Column.of("stretch"),
                        Column.of("unit", "#meta+counting_unit"),
                        Column.of("total", "#indicator+num+total"),
                        Column.of("total-told"),
                        Column.of("area", "#adm+name"),
                        Column.of("p-code", "#adm+code"),
                        Column.of("count", "#indicator+num+cases"),
                        Column.of("count-told"),
                        Column.of("parts-complete"));
            case ANNOUNCEMENTS ->
                with(
                        source(),
                        Column.of("corridor", "#loc+corridor+name"),
                        Column.of("announcer", "#org+announcing"),
                        Column.of("status", "#status+corridor"),
                        Column.of("from", "#date+start"),
                        Column.of("to", "#date+end"),
                        Column.of("as-voluntary"),
                        Column.of("services").wide(),
                        Column.of("flows").wide(),
                        Column.of("reasons").wide());
            case ASSURANCES ->
                with(
                        source(),
                        Column.of("corridor", "#loc+corridor+name"),
                        Column.of("party", "#org+promising"),
                        Column.of("assurance", "#status+assurance"),
                        Column.of("from", "#date+start"),
                        Column.of("to", "#date+end"));
            case USE_CLAIMED ->
                with(
                        source(),
                        Column.of("corridor", "#loc+corridor+name"),
                        Column.of("claimant", "#org+reporting"),
                        Column.of("from", "#date+start"),
                        Column.of("to", "#date+end"),
                        Column.of("what", "#event+type"),
                        Column.of("qualifier"),
                        Column.of("count", "#indicator+num"),
                        Column.of("count-told"),
                        Column.of("reasons").wide());
            case GATE_HOURS ->
                List.of(
                        Column.of("hour-from", "#date+start"),
                        Column.of("hour-to", "#date+end"),
                        Column.of("corridor", "#loc+corridor+name"),
                        Column.of("crossing", "#loc+crossing+name"),
                        Column.of("direction"),
                        Column.of("people", "#affected"),
                        Column.of("households", "#affected+hh"),
                        Column.of("vehicles", "#indicator+num+vehicles"),
                        Column.of("livestock", "#indicator+num+livestock"),
                        Column.of("turned-back", "#indicator+num+turned_back"));
            case SERVICE_HOURS ->
                List.of(
                        Column.of("hour-from", "#date+start"),
                        Column.of("corridor", "#loc+corridor+name"),
                        Column.of("point", "#loc+name"),
                        Column.of("service", "#activity+type"),
                        Column.of("people", "#reached"),
                        Column.of("afterwards"),
                        Column.of("turned-away", "#indicator+num+turned_away"));
            case STOCK ->
                List.of(
                        Column.of("corridor", "#loc+corridor+name"),
                        Column.of("point", "#loc+name"),
                        Column.of("item", "#item+name"),
                        Column.of("item-code", "#item+code"),
                        Column.of("stock-unit", "#item+unit"),
                        Column.of("on-hand", "#indicator+num+on_hand"),
                        Column.of("usable", "#indicator+num+usable"),
                        Column.of("beyond"),
                        Column.of("on-the-way", "#indicator+num+on_the_way"));
            case JOURNEYS ->
                List.of(
                        Column.of("day", "#date"),
                        Column.of("corridor", "#loc+corridor+name"),
                        Column.of("safe-area", "#loc+destination+name"),
                        Column.of("trips", "#indicator+num+trips"),
                        Column.of("closed-trips", "#indicator+num+trips+closed"),
                        Column.of("boarded", "#affected"),
                        Column.of("received", "#reached"),
                        Column.of("elsewhere", "#indicator+num+elsewhere"),
                        Column.of("open", "#indicator+num+unaccounted"));
            case ALARMS ->
                List.of(
                        Column.of("corridor", "#loc+corridor+name"),
                        Column.of("alarm", "#event").wide(),
                        Column.of("owner"),
                        Column.of("owned-since"));
            case BULLETINS ->
                List.of(
                        Column.of("day", "#date"),
                        Column.of("version"),
                        Column.of("published", "#date+published"),
                        Column.of("headline", "#description").wide(),
                        Column.of("digest").wide());
            case ACCESS_LOG ->
                List.of(Column.of("recorded"), Column.of("event"), Column.of("account"), Column.of("about-account"));
            case CARDS, MANIFESTS, COMPLAINTS, WEAPONS -> List.of();
        };
    }

    private static List<Column> source() {
        return List.of(
                Column.of("publisher", "#meta+source"),
                Column.of("published-on", "#date+published"),
                Column.of("url", "#meta+url").wide(),
                Column.of("basis"),
                Column.of("recorded"));
    }

    private static List<Column> with(List<Column> after, Column... columns) {
        var all = new ArrayList<>(List.of(columns));
        all.addAll(after);
        return List.copyOf(all);
    }

    /// Writes every line to `out`.
    void write(Actor actor, Reading at, Wanted wanted, Lines out) throws IOException {
        var told = new Told(actor, at, wanted, Wording.of(wanted.language()), new HashMap<>(), out);
        switch (wanted.table()) {
            case LEDGERS -> ledgers(told);
            case ANNOUNCEMENTS -> announcements(told);
            case ASSURANCES -> assurances(told);
            case USE_CLAIMED -> uses(told);
            case GATE_HOURS -> gateHours(told);
            case SERVICE_HOURS -> serviceHours(told);
            case STOCK -> stock(told);
            case JOURNEYS -> journeys(told);
            case ALARMS -> alarms(told);
            case BULLETINS -> bulletins(told);
            case ACCESS_LOG -> accessLog(told);
            case CARDS, MANIFESTS, COMPLAINTS, WEAPONS ->
                throw new IllegalArgumentException(wanted.table() + " is not taken out.");
        }
    }

    /// A corridor by name, for the sheet about the table.
    Optional<String> corridor(Actor actor, Reading at, Wanted wanted) {
        return wanted.corridor()
                .flatMap(id -> desks.corridors().corridor(actor, at, id))
                .map(corridor -> corridor.names().in(wanted.language()));
    }

    /// One reporter's figures stand in lines of its own: nothing here adds one reporter's to another's.
    private void ledgers(Told told) throws IOException {
        Map<AreaId, Place> areas = new TreeMap<>();
        for (Place place : desks.places().list(told.at())) areas.put(place.id(), place);
        for (LocalDate day : desks.ledgers().days(told.actor(), told.at()).reversed()) {
            if (!told.days().contains(day)) continue;
            for (Ledger ledger : desks.ledgers().day(told.actor(), told.at(), day)) {
                Stated stated = ledger.stated();
                Optional<Long> total = stated.total().map(count -> (long) count.value());
                told.take(
                        ledgerLine(told, stated)
                                .maybe(total)
                                .text("")
                                .text("")
                                .maybe(Optional.empty())
                                .yes(stated.partsComplete()),
                        stated.source(),
                        ledger.knownFrom());
                for (PartCount part : stated.parts()) {
                    told.take(
                            area(ledgerLine(told, stated).maybe(Optional.empty()), part.area(), areas, told)
                                    .maybe(Optional.of((long) part.count().value()))
                                    .yes(stated.partsComplete()),
                            stated.source(),
                            ledger.knownFrom());
                }
                for (AreaId named : stated.namedWithoutCounts()) {
                    told.take(
                            area(ledgerLine(told, stated).maybe(Optional.empty()), named, areas, told)
                                    .maybe(Optional.empty())
                                    .yes(stated.partsComplete()),
                            stated.source(),
                            ledger.knownFrom());
                }
            }
        }
    }

    private Line ledgerLine(Told told, Stated stated) {
        return told.line()
                .text(party(told, stated.reporter()))
                .day(stated.covers().day())
                .said(stated.covers().stretch())
                .said(stated.unit());
    }

    private static Line area(Line line, AreaId id, Map<AreaId, Place> areas, Told told) {
        Place place = areas.get(id);
        return place == null
                ? line.text(id.slug()).text("")
                : line.text(told.name(place.area().names()))
                        .text(place.area().pcode().map(PCode::code));
    }

    private void announcements(Told told) throws IOException {
        for (Corridor corridor : corridors(told)) {
            for (OnRecord<? extends Claim> one : desks.corridors().history(told.actor(), told.at(), corridor.id())) {
                if (!(one.claim() instanceof Announcement claim)) continue;
                if (!told.days().contains(claim.source().publishedOn())) continue;
                told.take(
                        span(
                                        told.line()
                                                .text(told.name(corridor.names()))
                                                .text(party(told, claim.announcer()))
                                                .said(claim.status()),
                                        claim.valid(),
                                        told)
                                .yes(claim.asVoluntary())
                                .text(told.list(claim.services()))
                                .text(told.list(List.copyOf(claim.flows())))
                                .text(reasons(told, claim)),
                        claim.source(),
                        one.knownFrom());
            }
        }
    }

    private void assurances(Told told) throws IOException {
        for (Corridor corridor : corridors(told)) {
            for (KnownAssurance one : desks.agreements().assurances(told.actor(), told.at(), corridor.id())) {
                if (!told.days().contains(one.assurance().source().publishedOn())) continue;
                told.take(
                        span(
                                told.line()
                                        .text(told.name(corridor.names()))
                                        .text(party(told, one.assurance().party()))
                                        .said(one.assurance().status()),
                                one.assurance().valid(),
                                told),
                        one.assurance().source(),
                        one.knownFrom());
            }
        }
    }

    private void uses(Told told) throws IOException {
        for (Corridor corridor : corridors(told)) {
            for (OnRecord<? extends Claim> one : desks.corridors().history(told.actor(), told.at(), corridor.id())) {
                if (!(one.claim() instanceof UseClaim claim)) continue;
                if (!told.days().contains(claim.source().publishedOn())) continue;
                for (Counted counted : Counted.values()) {
                    if (claim.count(counted).isPresent() || counted == Counted.PEOPLE) {
                        told.take(useLine(told, corridor, claim, counted), claim.source(), one.knownFrom());
                    }
                }
            }
        }
    }

    private Line useLine(Told told, Corridor corridor, UseClaim claim, Counted counted) {
        Optional<Count> count = claim.count(counted);
        return span(
                        told.line().text(told.name(corridor.names())).text(party(told, claim.claimant())),
                        claim.covers(),
                        told)
                .text(told.words().say("export.counted." + counted))
                .text(count.map(figure -> told.words().say("export.qualifier." + figure.qualifier())))
                .maybe(count.map(Count::number))
                .text(reasons(told, claim));
    }

    private void gateHours(Told told) throws IOException {
        for (Corridor corridor : corridors(told)) {
            Map<Object, String> crossings = new HashMap<>();
            for (CrossingPoint point : corridor.crossings()) {
                crossings.put(point.crossing(), told.name(point.names()));
            }
            for (Period day : days(told)) {
                for (HourFigures hour : desks.gates().hours(told.actor(), told.at(), corridor.id(), day)) {
                    Figures figures = hour.figures();
                    told.take(told.line()
                            .moment(hour.slot().begins())
                            .moment(hour.slot().ends())
                            .text(told.name(corridor.names()))
                            .text(crossings.getOrDefault(
                                    hour.gate().crossing(),
                                    hour.gate().crossing().slug()))
                            .said(hour.direction())
                            .figure(figures.persons())
                            .figure(figures.households())
                            .figure(figures.vehiclesInAll())
                            .figure(figures.head())
                            .figure(figures.turnedBack()));
                }
            }
        }
    }

    private void serviceHours(Told told) throws IOException {
        for (Corridor corridor : corridors(told)) {
            for (ServicePoint point : desks.points().points(told.actor(), told.at(), corridor.id())) {
                for (Period day : days(told)) {
                    for (ServiceHour hour : desks.points().hours(told.actor(), told.at(), point.id(), day)) {
                        told.take(told.line()
                                .moment(hour.hour())
                                .text(told.name(corridor.names()))
                                .text(told.name(point.names()))
                                .said(hour.service())
                                .figure(hour.people())
                                .figure(hour.afterwards())
                                .figure(hour.turnedAwayInAll()));
                    }
                }
            }
        }
    }

    private void stock(Told told) throws IOException {
        for (Corridor corridor : corridors(told)) {
            for (ServicePoint point : desks.points().points(told.actor(), told.at(), corridor.id())) {
                for (StockLevel level : desks.stocks()
                        .levels(told.actor(), told.at(), point.id(), told.at().knownAt(), zone)) {
                    told.take(told.line()
                            .text(told.name(corridor.names()))
                            .text(told.name(point.names()))
                            .text(told.name(level.item().names()))
                            .text(level.item().code().toString())
                            .said(level.item().unit())
                            .figure(level.onHand())
                            .figure(level.usable())
                            .figure(level.beyond())
                            .figure(level.onTheWay()));
                }
            }
        }
    }

    /// Days and safe areas with what all their trips together brought: a single trip may be a single household's.
    private void journeys(Told told) throws IOException {
        for (Corridor corridor : corridors(told)) {
            Map<SafeAreaId, String> names = new HashMap<>();
            desks.safeAreas()
                    .list(told.actor(), told.at())
                    .forEach(area -> names.put(area.id(), told.name(area.names())));
            for (Period day : days(told)) {
                var by = new TreeMap<String, List<Trip>>();
                for (Trip trip : desks.trips().of(told.actor(), told.at(), corridor.id(), day.from(), day.to())) {
                    if (!day.contains(trip.opened()) || trip.state() == TripState.CANCELLED) continue;
                    by.computeIfAbsent(
                                    names.getOrDefault(
                                            trip.destination(),
                                            trip.destination().slug()),
                                    area -> new ArrayList<>())
                            .add(trip);
                }
                for (Map.Entry<String, List<Trip>> area : by.entrySet()) {
                    Accounted people =
                            area.getValue().stream().map(Trip::accounted).reduce(Accounted.NOBODY, Accounted::plus);
                    told.take(told.line()
                            .day(LocalDate.ofInstant(day.from(), zone))
                            .text(told.name(corridor.names()))
                            .text(area.getKey())
                            .figure(area.getValue().size())
                            .figure(area.getValue().stream()
                                    .filter(trip -> trip.state() == TripState.CLOSED)
                                    .count())
                            .figure(people.persons())
                            .figure(people.received())
                            .figure(people.elsewhere())
                            .figure(people.open()));
                }
            }
        }
    }

    /// What rings for a single household stays on the board.
    private void alarms(Told told) throws IOException {
        for (Corridor corridor : corridors(told)) {
            Board board = desks.boards()
                    .board(told.actor(), told.at(), corridor.id(), told.at().knownAt());
            Function<PartyId, String> names = board.names(told.wanted().language());
            for (Alarm alarm : board.alarms()) {
                if (alarm instanceof Alarm.HouseholdSplit) continue;
                Optional<Owner> owner = Optional.ofNullable(board.owners().get(alarm.id()));
                told.take(told.line()
                        .text(told.name(corridor.names()))
                        .text(alarm.in(told.words(), names))
                        .text(owner.map(one -> one.account().name()))
                        .moment(owner.map(Owner::since)));
            }
        }
    }

    private void bulletins(Told told) throws IOException {
        Optional<LocalDate> before = Optional.of(told.days().to().plusDays(1));
        while (before.isPresent()) {
            var page = desks.bulletins().all(told.at(), before, 20);
            for (Edition newest : page.editions()) {
                if (!told.days().contains(newest.day())) return;
                for (Edition edition : desks.bulletins().versions(told.at(), newest.day())) {
                    if (!(edition.stage() instanceof Stage.Published(Instant at))) continue;
                    told.take(told.line()
                            .day(edition.day())
                            .figure(edition.version())
                            .moment(at)
                            .text(edition.headline(told.wanted().language()))
                            .text(edition.digest().hex()));
                }
            }
            before = page.next();
        }
    }

    private void accessLog(Told told) throws IOException {
        Instant from = start(told.days().from());
        Instant to = start(told.days().to().plusDays(1));
        Optional<Long> before = Optional.of(AccessLog.NEWEST);
        while (before.isPresent()) {
            AccessLog page = desks.accounts().accessLog(told.actor(), told.at(), before.get(), PAGE);
            for (AccessLog.Line one : page.lines()) {
                if (one.recorded().isBefore(from)) return;
                if (!one.recorded().isBefore(to)) continue;
                told.take(told.line()
                        .moment(one.recorded())
                        .said(one.event())
                        .text(one.account().name())
                        .text(one.about().map(AccountId::name)));
            }
            before = page.before();
        }
    }

    private List<Corridor> corridors(Told told) {
        return desks.corridors().list(told.actor(), told.at()).stream()
                .filter(corridor ->
                        told.wanted().corridor().map(corridor.id()::equals).orElse(true))
                .toList();
    }

    private List<Period> days(Told told) {
        return told.days()
                .from()
                .datesUntil(told.days().to().plusDays(1))
                .map(day -> new Period(start(day), start(day.plusDays(1)), zone))
                .toList();
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    private static Line span(Line line, Span span, Told told) {
        TimeWords time = TimeWords.of(told.wanted().language());
        return line.text(time.told(span.from())).text(span.to().map(time::told));
    }

    /// Each reason under the name of whoever claims it.
    private String reasons(Told told, Claim claim) {
        return String.join(
                " ",
                claim.reasons().stream()
                        .map(reason -> reason.saidBy(claim.claimant(), told.words(), id -> party(told, id)))
                        .toList());
    }

    private String party(Told told, PartyId id) {
        if (told.parties().isEmpty()) {
            for (Party party : desks.agreements().parties(told.at()).values()) {
                told.parties().put(party.id(), told.name(party.names()));
            }
        }
        return told.parties().getOrDefault(id, id.slug());
    }

    /// What one table is told from, and to whom.
    private record Told(
            Actor actor, Reading at, Wanted wanted, Wording words, Map<PartyId, String> parties, Lines out) {
        Wanted.Days days() {
            return wanted.days().orElseThrow();
        }

        Line line() {
            return new Line(words);
        }

        String name(Names names) {
            return names.in(wanted.language());
        }

        String list(List<? extends Enum<?>> values) {
            return values.isEmpty()
                    ? ""
                    : words.list(values.stream().map(words::say).toList());
        }

        void take(Line line) throws IOException {
            out.take(line);
        }

        /// A line of what somebody published, with where and when.
        void take(Line line, Source source, Instant recorded) throws IOException {
            out.take(line.text(name(source.publisher()))
                    .day(source.publishedOn())
                    .text(source.url().map(Reference::url))
                    .said(source.basis())
                    .moment(recorded));
        }
    }
}
