// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.clearway.access.Deed;
import org.clearway.agreement.Agreements;
import org.clearway.agreement.Assured;
import org.clearway.agreement.CorridorId;
import org.clearway.agreement.KnownAssurance;
import org.clearway.agreement.PartyAssurance;
import org.clearway.agreement.PartyId;
import org.clearway.care.ServiceHour;
import org.clearway.coordination.Alarm;
import org.clearway.coordination.AlarmId;
import org.clearway.coordination.Board;
import org.clearway.coordination.Boards;
import org.clearway.coordination.GateFlow;
import org.clearway.coordination.Owner;
import org.clearway.coordination.PlacesNow;
import org.clearway.coordination.PointNow;
import org.clearway.corridor.Announced;
import org.clearway.corridor.Announcement;
import org.clearway.corridor.Claim;
import org.clearway.corridor.Hazard;
import org.clearway.corridor.HazardState;
import org.clearway.corridor.OnHazard;
import org.clearway.corridor.OnRecord;
import org.clearway.corridor.Routes;
import org.clearway.corridor.Service;
import org.clearway.corridor.Through;
import org.clearway.corridor.UseClaim;
import org.clearway.corridor.Used;
import org.clearway.gate.GateState;
import org.clearway.gate.Queue;
import org.clearway.journal.ActIds;
import org.clearway.journal.Journal;
import org.clearway.journal.Reading;
import org.clearway.time.Period;
import org.clearway.time.TimeWords;
import org.clearway.transport.SafeAreaId;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/// The board of each corridor: what is announced, what is assured and what is used, three answers side by side, each
/// with who says so.
@Controller
final class BoardPages implements Door.Keeper {
    private final Boards boards;
    private final Routes routes;
    private final Agreements agreements;
    private final Catalogue catalogue;
    private final Journal journal;
    private final GateBanners gateBanners;
    private final NodeFacts node;

    BoardPages(
            Boards boards,
            Routes routes,
            Agreements agreements,
            Catalogue catalogue,
            Journal journal,
            GateBanners gateBanners,
            NodeFacts node) {
        this.gateBanners = gateBanners;
        this.boards = boards;
        this.routes = routes;
        this.agreements = agreements;
        this.catalogue = catalogue;
        this.journal = journal;
        this.node = node;
    }

    @Override
    public List<Door> doors() {
        return List.of(new Door("/board", "web.board", Deed.READ_BOARD, 10));
    }

    @Needs(Deed.READ_BOARD)
    @GetMapping("/board")
    ModelAndView board(Visit visit, Form form) {
        Instant now = node.clock().instant();
        Optional<Instant> asked = form.maybe(
                "at",
                "web.scenario.to-rule",
                text -> LocalDateTime.parse(text).atZone(node.zone()).toInstant());
        Optional<LocalDate> known = TwoDays.known(form, visit.words(), LocalDate.ofInstant(now, node.zone()));
        Reading reading = journal.now();
        Catalogue.Named names = catalogue.in(visit.words());
        Instant at = asked.orElse(now);
        List<Board> found = known.map(
                        then -> boards.boards(visit.actor(), reading, at, TwoDays.lastInstant(then, node.zone())))
                .orElseGet(() -> boards.boards(visit.actor(), reading, at));
        boolean looksBack = asked.isPresent() || known.isPresent();
        return new ModelAndView("board/board")
                .addObject(
                        "sheets",
                        found.stream()
                                .map(board -> sheet(board, reading, visit, names, known.isEmpty()))
                                .toList())
                .addObject("form", form)
                .addObject("notice", ClaimForms.notice(form))
                .addObject("asKnownNow", known.isEmpty())
                .addObject("shown", visit.words().input(at))
                .addObject("sentence", sentence(visit.words(), at, known))
                .addObject("banners", looksBack ? Map.of() : banners(visit, found))
                .addObject("looksBack", looksBack)
                .addObject("another", asked.isPresent() || known.isPresent());
    }

    /// How the gates of each corridor stand, now.
    private Map<String, GateBanners.Banner> banners(Visit visit, List<Board> found) {
        var banners = new HashMap<String, GateBanners.Banner>();
        for (Board board : found) {
            // A corridor whose gates this node never opened has none of ours.
            if (board.gate() instanceof GateState.NotOpened) continue;
            banners.put(
                    board.corridor().id().slug(),
                    gateBanners.of(visit, board.corridor().id()));
        }
        return banners;
    }

    /// Takes an alarm on, or gives it back.
    @Needs(Deed.OWN_ALARM)
    @PostMapping("/board/{corridor}/alarm")
    ModelAndView own(Visit visit, Form form, @PathVariable String corridor) {
        Optional<AlarmId> alarm = form.one("alarm", "web.form.not-understood", AlarmId::new);
        boolean done = form.attempt(() -> {
            var id = new CorridorId(corridor);
            if (form.was("give-back")) boards.giveBack(visit.actor(), form.act(), id, alarm.orElseThrow());
            else boards.take(visit.actor(), form.act(), id, alarm.orElseThrow());
        });
        return done ? Pages.seeOther("/board#" + corridor) : Pages.again(board(visit, form));
    }

    private static String sentence(Words words, Instant at, Optional<LocalDate> known) {
        return known.map(then ->
                        words.say("web.board.shown-then", Map.of("at", words.moment(at), "known", words.day(then))))
                .orElseGet(() -> words.say("web.board.shown", "at", words.moment(at)));
    }

    private Sheet sheet(Board board, Reading reading, Visit visit, Catalogue.Named names, boolean asKnownNow) {
        Words words = visit.words();
        var said = new Said(board, visit, words, names, asKnownNow, journal.ids());
        return new Sheet(
                board.corridor().id().slug(),
                words.name(board.corridor().names()),
                board.line(words.language()),
                board.corridor()
                        .zone()
                        .flatMap(zone -> agreements.zone(reading, zone))
                        .map(zone -> words.name(zone.names()))
                        .orElse(""),
                board.corridor().initiator().map(said::party).orElse(""),
                words.list(board.corridor().intermediaries().stream()
                        .map(words::name)
                        .toList()),
                board.corridor().crossings().stream()
                        .map(crossing -> new Crossing(words.name(crossing.names()), names.area(crossing.area())))
                        .toList(),
                board.alarms().stream().map(said::ringing).toList(),
                board.flow().stream().map(said::flowing).toList(),
                board.points().stream()
                        .filter(one -> !one.point().services().isEmpty()
                                || !one.scarce().isEmpty())
                        .map(said::giving)
                        .toList(),
                asKnownNow && board.suspensionProposed(),
                asKnownNow && board.pauseProposed(),
                board.safeAreas().stream().map(said::safeArea).toList(),
                said.journeys(),
                routes.window(visit.actor(), reading, board.corridor().id(), board.at(), board.known())
                        .map(window -> window(window, board.at(), words))
                        .orElse(""),
                routes.hazards(visit.actor(), reading, board.corridor().id(), board.known()).stream()
                        .map(hazard -> danger(hazard, words, names, asKnownNow && visit.may(Deed.RECORD_HAZARD)))
                        .toList(),
                said.announcements(),
                said.notAnnounced(),
                said.assurances(),
                said.assured(),
                board.assured() instanceof Assured.ByAll,
                said.uses(board.uses()),
                said.uses(board.earlierUses()),
                said.counted(),
                said.isCounted(),
                said.reasons());
    }

    /// The hours agreed, which our own gate goes by.
    private static String window(Period window, Instant at, Words words) {
        return window.contains(at)
                ? words.say("web.board.window-now", "until", words.moment(window.to()))
                : words.say("web.board.window-next", "from", words.moment(window.from()));
    }

    private static Danger danger(OnHazard told, Words words, Catalogue.Named names, boolean checkable) {
        Hazard hazard = told.hazard();
        String checked = words.say(
                "web.board.checked",
                Map.of(
                        "when",
                        TimeWords.of(words.language()).told(hazard.checked()),
                        "who",
                        hazard.claimant()
                                .map(party -> words.say("web.gate.according-to", "party", names.party(party)))
                                .orElseGet(() -> words.say("web.gate.observed"))));
        return new Danger(
                words.say(hazard.kind()),
                words.say(hazard.state()),
                hazard.near().map(names::area).orElse(""),
                checked,
                hazard.state() == HazardState.CLEARED,
                checkable
                        ? "/entry/hazard/" + told.id() + "?corridor=" + hazard.corridor() + "&kind=" + hazard.kind()
                                + hazard.near().map(near -> "&near=" + near).orElse("")
                        : "");
    }

    /// What one board says, in the words of a page.
    ///
    /// @param asKnownNow whether claims may be withdrawn from here; who looks back only reads
    private record Said(
            Board board, Visit visit, Words words, Catalogue.Named catalogue, boolean asKnownNow, ActIds ids) {
        String party(PartyId party) {
            return board.name(party, words.language());
        }

        List<Announcing> announcements() {
            return board.announced().current().stream().map(this::announcing).toList();
        }

        private Announcing announcing(OnRecord<Announcement> onRecord) {
            Announcement told = onRecord.claim();
            return new Announcing(
                    words.say(told.status()),
                    party(told.announcer()),
                    words.span(told.valid()),
                    told.asVoluntary(),
                    words.list(told.flows().stream().map(words::say).toList()),
                    told.services().stream().map(words::say).toList(),
                    told.window().map(words::window).orElse(""),
                    opening(told),
                    cited(onRecord));
        }

        private String opening(Announcement told) {
            return board.openings().stream()
                    .filter(opening -> opening.announcer().equals(told.announcer()))
                    .filter(opening -> !opening.window().isAroundTheClock())
                    .findFirst()
                    .flatMap(opening -> opening.currentOrNext()
                            .map(period -> opening.now()
                                    ? words.say("web.board.hours-now", "until", end(period))
                                    : words.say("web.board.hours-next", "from", words.moment(period.from()))))
                    .orElse("");
        }

        private String end(Period period) {
            return words.moment(period.to());
        }

        /// What stands in the place of announcements where there is none for this time.
        String notAnnounced() {
            return switch (board.announced()) {
                case Announced.NeverAnnounced never -> words.say("corridor.never-announced");
                case Announced.NoneNow none -> words.say("corridor.none-now");
                case Announced.By by -> "";
            };
        }

        List<Assurance> assurances() {
            return board.assurances().stream().map(this::assurance).toList();
        }

        private Assurance assurance(PartyAssurance promise) {
            return new Assurance(
                    party(promise.party()),
                    words.say(promise.standing()),
                    promise.lastWord()
                            .map(known -> words.span(known.assurance().valid()))
                            .orElse(""),
                    promise.lastWord().map(this::cited));
        }

        private Catalogue.Cited cited(OnRecord<? extends Claim> told) {
            Catalogue.Cited cited = catalogue.cited(told.claim().source(), told.withdrawn());
            return asKnownNow && visit.may(Deed.RECORD_ANNOUNCEMENT)
                    ? cited.offering("/withdraw/corridor-claim/" + told.id())
                    : cited;
        }

        private Catalogue.Cited cited(KnownAssurance known) {
            Catalogue.Cited cited = catalogue.cited(known.assurance().source(), known.withdrawn());
            return asKnownNow && visit.may(Deed.RECORD_ASSURANCE)
                    ? cited.offering("/withdraw/assurance/" + known.id())
                    : cited;
        }

        String assured() {
            return words.say(
                    "web.board.assured", Map.of("given", board.assurancesGiven(), "of", board.assurancesNeeded()));
        }

        List<Using> uses(List<OnRecord<UseClaim>> told) {
            return told.stream().map(this::using).toList();
        }

        private Using using(OnRecord<UseClaim> told) {
            UseClaim claim = told.claim();
            return new Using(
                    words.span(claim.covers()), claim.figures(words.wording()), party(claim.claimant()), cited(told));
        }

        JourneyTable journeys() {
            var called = new HashMap<SafeAreaId, String>();
            for (PlacesNow one : board.safeAreas()) {
                called.put(one.area().id(), words.name(one.area().names()));
            }
            // A safe area that was closed since is called by its id.
            return JourneyTable.of(board.journeys(), words, catalogue, id -> called.getOrDefault(id, id.slug()));
        }

        Refuge safeArea(PlacesNow now) {
            return new Refuge(
                    words.name(now.area().names()),
                    catalogue.area(now.area().area()),
                    now.staying().map(words::number).orElse(""),
                    now.left()
                            .map(told -> PlacesWords.left(now.area(), told, words))
                            .orElseGet(() -> words.say("web.safe-areas.not-told")),
                    PlacesWords.of(now.area().places(), words),
                    ConditionWords.shortOf(now.conditions(), words),
                    now.full());
        }

        Ringing ringing(Alarm alarm) {
            Optional<Owner> owner = Optional.ofNullable(board.owners().get(alarm.id()));
            return new Ringing(
                    alarm.id().code(),
                    alarm.in(words.wording(), this::party),
                    owner.map(one -> words.say(
                                    "web.board.owned",
                                    Map.of("account", one.account().name(), "since", words.moment(one.since()))))
                            .orElse(""),
                    owner.filter(one -> one.account().equals(visit.actor().account()))
                            .isPresent(),
                    ids.next().toString());
        }

        Flowing flowing(GateFlow flow) {
            String nothing = words.say("web.board.not-reported");
            return new Flowing(
                    words.name(flow.crossing().names()),
                    flow.lastHour().map(words::number).orElse(nothing),
                    flow.thisHour().map(words::number).orElse(nothing),
                    flow.queue().map(told -> words.number(told.queue().lanes())).orElse(nothing),
                    flow.queue().map(told -> waiting(told.queue())).orElse(nothing),
                    flow.queue()
                            .map(told -> words.say("web.board.queue-told", "at", words.moment(told.at())))
                            .orElse(""));
        }

        Giving giving(PointNow now) {
            return new Giving(
                    words.name(now.point().names()),
                    now.point().services().stream()
                            .map(service -> serving(now, service))
                            .toList(),
                    now.scarce().isEmpty()
                            ? ""
                            : words.say(
                                    "web.board.short",
                                    "items",
                                    words.list(now.scarce().stream()
                                            .map(level ->
                                                    words.name(level.item().names()) + " ("
                                                            + CareWords.lasts(level.supply(), words) + ")")
                                            .toList())));
        }

        private Serving serving(PointNow now, Service service) {
            List<String> announced = CareWords.announced(now.standing(), service, words, catalogue::party);
            Optional<ServiceHour> hour =
                    now.hour().stream().filter(one -> one.service() == service).findFirst();
            long without = hour.map(ServiceHour::turnedAwayInAll).orElse(0L);
            return new Serving(
                    words.say(service),
                    announced.isEmpty() ? words.say("web.care.not-announced") : words.list(announced),
                    now.standing()
                            .found()
                            .map(found -> CareWords.state(found.check().services(), service, words))
                            .filter(state -> !state.isEmpty())
                            .orElseGet(() -> words.say("web.care.met.not-checked")),
                    hour.map(one -> words.number(one.people())).orElseGet(() -> words.say("web.board.not-reported")),
                    without == 0 ? "" : words.say("web.board.went-without", "people", without));
        }

        private String waiting(Queue queue) {
            var said = new ArrayList<String>();
            queue.families().ifPresent(families -> said.add(words.say("web.board.families", "families", families)));
            queue.minutes().ifPresent(minutes -> said.add(words.say("web.board.minutes", "minutes", minutes)));
            return said.isEmpty() ? words.say("web.board.not-reported") : words.list(said);
        }

        /// What our own gates counted: the day, and everything since the first report.
        List<String> counted() {
            return switch (board.used()) {
                case Used.NotCounted none -> List.of(words.say("corridor.not-counted"));
                case Used.Counted counted ->
                    Stream.concat(
                                    counted.day().stream(),
                                    Stream.of(counted.inAll()).filter(all -> !isOfToday(all, counted.day())))
                            .map(this::through)
                            .toList();
            };
        }

        /// Where the first report is of today, the day says it all.
        private static boolean isOfToday(Through all, Optional<Through> day) {
            return day.filter(today ->
                            !all.period().from().isBefore(today.period().from()))
                    .isPresent();
        }

        private String through(Through through) {
            return words.say(
                    "web.board.through",
                    Map.of(
                            "since", words.moment(through.period().from()),
                            "people", through.people(),
                            "households", through.households(),
                            "vehicles", through.privateVehicles(),
                            "livestock", through.livestock(),
                            "back", through.peopleBack()));
        }

        boolean isCounted() {
            return board.used() instanceof Used.Counted;
        }

        List<Why> reasons() {
            return board.reasons().stream().map(this::why).toList();
        }

        private Why why(OnRecord<? extends Claim> told) {
            Claim claim = told.claim();
            return new Why(
                    claim.reasons().stream()
                            .map(reason -> reason.saidBy(claim.claimant(), words.wording(), this::party))
                            .toList(),
                    cited(told));
        }
    }

    /// One corridor's board as it is printed.
    ///
    /// @param window the hours agreed that are under way or come next; empty where none were agreed
    /// @param suspensionProposed whether somebody should decide if the gates are to be stopped
    /// @param journeys where those are who went on by vehicle
    /// @param notAnnounced what is said where there is no announcement for this time; else empty
    /// @param uses the figures claimed of the last {@link Board#RECENT}
    /// @param earlierUses those of before
    /// @param counted what our own gates counted, or that none has reported
    record Sheet(
            String id,
            String name,
            String line,
            String zone,
            String initiator,
            String intermediaries,
            List<Crossing> crossings,
            List<Ringing> alarms,
            List<Flowing> flow,
            List<Giving> points,
            boolean suspensionProposed,
            boolean pauseProposed,
            List<Refuge> safeAreas,
            JourneyTable journeys,
            String window,
            List<Danger> hazards,
            List<Announcing> announcements,
            String notAnnounced,
            List<Assurance> assurances,
            String assured,
            boolean assuredByAll,
            List<Using> uses,
            List<Using> earlierUses,
            List<String> counted,
            boolean isCounted,
            List<Why> reasons) {}

    /// @param owner who has taken it on, since when; empty where nobody has
    /// @param act what taking it on, or giving it back, is named
    record Ringing(String id, String sentence, String owner, boolean mine, String act) {}

    /// @param lanes how many desks count; empty where no desk told lately, as with the waiting
    record Flowing(String crossing, String lastHour, String thisHour, String lanes, String waiting, String told) {}

    /// A hazard on the route.
    ///
    /// @param near empty where no place was told
    /// @param check where a later check is entered; empty where that is not offered
    record Danger(String kind, String state, String near, String checked, boolean cleared, String check) {}

    /// A service point.
    ///
    /// @param scarce what is short, as a sentence; empty where nothing is
    record Giving(String point, List<Serving> services, String scarce) {}

    /// @param without how many went without in this hour, as a sentence; empty where nobody did
    record Serving(String service, String announced, String found, String given, String without) {}

    record Crossing(String name, String area) {}

    /// @param opening the hours under way, or the next; empty around the clock
    record Announcing(
            String status,
            String announcer,
            String span,
            boolean voluntary,
            String flows,
            List<String> services,
            String window,
            String opening,
            Catalogue.Cited source) {}

    record Assurance(String party, String standing, String span, Optional<Catalogue.Cited> source) {
        public boolean isSourced() {
            return source.isPresent();
        }

        public Catalogue.Cited cited() {
            return source.orElseThrow();
        }
    }

    record Using(String span, List<String> figures, String claimant, Catalogue.Cited source) {}

    record Why(List<String> sentences, Catalogue.Cited source) {}

    /// A safe area.
    ///
    /// @param staying how many stay there; empty where that is not told
    /// @param left the places left, or that they are not known
    /// @param conditions what is scarce there, not there or not known
    record Refuge(
            String name, String area, String staying, String left, String places, String conditions, boolean full) {}
}
