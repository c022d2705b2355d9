// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.clearway.access.Deed;
import org.clearway.agreement.Agreements;
import org.clearway.agreement.CorridorId;
import org.clearway.agreement.Party;
import org.clearway.agreement.PartyId;
import org.clearway.agreement.PartyKind;
import org.clearway.corridor.Corridors;
import org.clearway.gate.AgeBand;
import org.clearway.gate.Band;
import org.clearway.gate.CrossingTally;
import org.clearway.gate.Direction;
import org.clearway.gate.Figures;
import org.clearway.gate.Gate;
import org.clearway.gate.Gates;
import org.clearway.gate.Handover;
import org.clearway.gate.HourFigures;
import org.clearway.gate.HourSlot;
import org.clearway.gate.Livestock;
import org.clearway.gate.MovementNeed;
import org.clearway.gate.OnTally;
import org.clearway.gate.Passing;
import org.clearway.gate.Queue;
import org.clearway.gate.Sex;
import org.clearway.gate.Taken;
import org.clearway.gate.TallyId;
import org.clearway.gate.TurnedBack;
import org.clearway.gate.TurnedBackTold;
import org.clearway.gate.VehicleKind;
import org.clearway.journal.Journal;
import org.clearway.journal.Reading;
import org.clearway.time.Period;
import org.clearway.transport.SafeAreas;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/// The gate desk: whether it may take people in, the count of who passes, and what belongs to it.
@Controller
final class GatePages implements Door.Keeper {
    /// How many of the desk's own last counts are shown, each with its undo.
    private static final int LAST = 3;

    private final Gates gates;
    private final Corridors corridors;
    private final Agreements agreements;
    private final SafeAreas safeAreas;
    private final Journal journal;
    private final Catalogue catalogue;
    private final GateOf gateOf;
    private final GateBanners banners;
    private final HourFields hourFields;
    private final NodeFacts node;

    GatePages(
            Gates gates,
            Corridors corridors,
            Agreements agreements,
            SafeAreas safeAreas,
            Journal journal,
            Catalogue catalogue,
            GateOf gateOf,
            GateBanners banners,
            HourFields hourFields,
            NodeFacts node) {
        this.gates = gates;
        this.corridors = corridors;
        this.agreements = agreements;
        this.safeAreas = safeAreas;
        this.journal = journal;
        this.catalogue = catalogue;
        this.gateOf = gateOf;
        this.banners = banners;
        this.hourFields = hourFields;
        this.node = node;
    }

    @Override
    public List<Door> doors() {
        return List.of(new Door("/gate", "web.gate", Deed.RECORD_TALLY, 12));
    }

    /// Every gate, to choose from; where there is one, it is gone to at once.
    @Needs(Deed.RECORD_TALLY)
    @GetMapping("/gate")
    ModelAndView all(Visit visit) {
        Words words = visit.words();
        List<Line> lines = corridors.list(visit.actor(), journal.now()).stream()
                .flatMap(corridor -> corridor.crossings().stream()
                        .map(crossing -> new Line(
                                GateOf.path(new Gate(corridor.id(), crossing.crossing())),
                                words.name(crossing.names()),
                                words.name(corridor.names()),
                                banners.of(visit, corridor.id()))))
                .toList();
        if (lines.size() == 1) return Pages.seeOther(lines.getFirst().path());
        return new ModelAndView("gate/list").addObject("lines", lines);
    }

    @Needs(Deed.RECORD_TALLY)
    @GetMapping("/gate/{corridor}/{crossing}")
    ModelAndView desk(Visit visit, Form form, @PathVariable String corridor, @PathVariable String crossing) {
        return desk(visit, form, gateOf.at(visit, corridor, crossing));
    }

    @Needs(Deed.RECORD_TALLY)
    @PostMapping("/gate/{corridor}/{crossing}/count")
    ModelAndView count(Visit visit, Form form, @PathVariable String corridor, @PathVariable String crossing) {
        GateOf.At at = gateOf.at(visit, corridor, crossing);
        Direction direction = direction(form).orElse(Direction.OUT);
        Optional<Passing> passing = passing(form, visit.words(), true);
        boolean done = form.attempt(
                () -> gates.count(visit.actor(), form.act(), at.gate(), direction, node.zone(), passing.orElseThrow()));
        return done ? Pages.seeOther(at.path() + "?counted") : Pages.again(desk(visit, form, at));
    }

    @Needs(Deed.RECORD_TALLY)
    @PostMapping("/gate/{corridor}/{crossing}/undo")
    ModelAndView undo(Visit visit, Form form, @PathVariable String corridor, @PathVariable String crossing) {
        GateOf.At at = gateOf.at(visit, corridor, crossing);
        Optional<TallyId> tally = form.one("tally", "web.form.not-understood", TallyId::parse);
        boolean done = form.attempt(() -> gates.undo(visit.actor(), form.act(), tally.orElseThrow()));
        return done ? Pages.seeOther(at.path() + "?undone") : Pages.again(desk(visit, form, at));
    }

    /// What the desk sees of those who wait.
    @Needs(Deed.RECORD_TALLY)
    @PostMapping("/gate/{corridor}/{crossing}/queue")
    ModelAndView queue(Visit visit, Form form, @PathVariable String corridor, @PathVariable String crossing) {
        GateOf.At at = gateOf.at(visit, corridor, crossing);
        Optional<Long> lanes = form.one("lanes", "web.form.figure", Long::parseLong);
        Optional<Long> families = form.maybe("waiting", "web.form.figure", Long::parseLong);
        Optional<Long> minutes = form.maybe("minutes", "web.form.figure", Long::parseLong);
        boolean done = form.attempt(() ->
                gates.tell(visit.actor(), form.act(), new Queue(at.gate(), lanes.orElseThrow(), families, minutes)));
        return done ? Pages.seeOther(at.path() + "?told") : Pages.again(desk(visit, form, at));
    }

    private ModelAndView desk(Visit visit, Form form, GateOf.At at) {
        Words words = visit.words();
        Reading reading = journal.now();
        List<OnTally> latest = gates.latest(visit.actor(), reading, at.gate(), LAST);
        return gateOf.page("gate/desk", visit, form, at)
                .addObject("banner", banners.of(visit, at.corridor().id()))
                .addObject("queueAct", journal.ids().next())
                .addObject("grid", grid(form, words))
                .addObject("presets", presets(words))
                .addObject("direction", direction(form).orElse(Direction.OUT).name())
                .addObject("directions", Catalogue.Option.of(Direction.class, words))
                .addObject(
                        "latest", latest.stream().map(one -> touch(one, words)).toList())
                .addObject(
                        "said",
                        form.was("counted")
                                ? "web.gate.counted"
                                : form.was("undone")
                                        ? "web.gate.undone"
                                        : form.was("told") ? "web.gate.queue-told" : "")
                .addObject("safeAreas", safeAreas(visit, at.corridor().id()))
                .addObject("hour", sums(visit, at.gate(), hourFields.current().period()))
                .addObject("day", sums(visit, at.gate(), hourFields.day(hourFields.today())));
    }

    /// Where people go on to, and the places left there.
    private List<Refuge> safeAreas(Visit visit, CorridorId corridor) {
        Instant now = node.clock().instant();
        Reading reading = journal.now();
        return safeAreas.of(visit.actor(), reading, corridor, now).stream()
                .map(area -> new Refuge(
                        visit.words().name(area.names()),
                        safeAreas
                                .left(visit.actor(), reading, area.id(), now)
                                .map(told -> PlacesWords.left(area, told, visit.words()))
                                .orElseGet(() -> visit.words().say("web.safe-areas.not-told"))))
                .toList();
    }

    /// What was reported of an hour or a day at one gate: out, and back in.
    private Sums sums(Visit visit, Gate gate, Period period) {
        List<HourFigures> hours = gates.hours(visit.actor(), journal.now(), gate.corridor(), period).stream()
                .filter(hour -> hour.gate().equals(gate))
                .toList();
        return new Sums(
                hours.isEmpty(),
                total(hours, Direction.OUT, Figures::persons),
                total(hours, Direction.OUT, Figures::households),
                total(hours, Direction.OUT, Figures::vehiclesInAll),
                total(hours, Direction.OUT, Figures::head),
                total(hours, Direction.BACK, Figures::persons));
    }

    private static long total(List<HourFigures> hours, Direction direction, Function<Figures, Long> figure) {
        return hours.stream()
                .filter(hour -> hour.direction() == direction)
                .mapToLong(hour -> figure.apply(hour.figures()))
                .sum();
    }

    /// What passed hour by hour of a day, every figure.
    @Needs(Deed.READ_COUNTS)
    @GetMapping("/gate/{corridor}/{crossing}/hours")
    ModelAndView hours(Visit visit, Form form, @PathVariable String corridor, @PathVariable String crossing) {
        GateOf.At at = gateOf.at(visit, corridor, crossing);
        LocalDate day = form.maybe("day", "web.form.day", LocalDate::parse).orElse(hourFields.today());
        Period period = hourFields.day(day);
        List<HourFigures> hours = gates
                .hours(visit.actor(), journal.now(), at.corridor().id(), period)
                .stream()
                .filter(hour -> hour.gate().equals(at.gate()))
                .toList();
        Catalogue.Named named = catalogue.in(visit.words());
        return gateOf.page("gate/hours", visit, form, at)
                .addObject("today", day.toString())
                .addObject("day", visit.words().day(day))
                .addObject(
                        "hours",
                        hours.stream().map(hour -> line(hour, visit.words())).toList())
                .addObject(
                        "turnedBack",
                        gates
                                .turnedBack(
                                        visit.actor(),
                                        journal.now(),
                                        at.corridor().id(),
                                        period)
                                .stream()
                                .filter(told -> told.gate().equals(at.gate()))
                                .map(told -> line(told, visit.words(), named))
                                .toList());
    }

    /// The count of an hour that has gone by: remembered, or from a paper form.
    @Needs(Deed.RECORD_TALLY)
    @GetMapping("/gate/{corridor}/{crossing}/report")
    ModelAndView report(Visit visit, Form form, @PathVariable String corridor, @PathVariable String crossing) {
        return reporting(visit, form, gateOf.at(visit, corridor, crossing));
    }

    @Needs(Deed.RECORD_TALLY)
    @PostMapping("/gate/{corridor}/{crossing}/report")
    ModelAndView reported(Visit visit, Form form, @PathVariable String corridor, @PathVariable String crossing) {
        GateOf.At at = gateOf.at(visit, corridor, crossing);
        Optional<HourSlot> slot = hourFields.slot(form);
        Optional<Taken> taken =
                form.one("taken", "web.form.choose", Taken::valueOf).filter(how -> how != Taken.AT_THE_GATE);
        Optional<Direction> direction = direction(form);
        Optional<Passing> passing = passing(form, visit.words(), false);
        boolean done = form.attempt(() -> gates.report(
                visit.actor(),
                form.act(),
                new CrossingTally(
                        at.gate(),
                        direction.orElse(Direction.OUT),
                        slot.orElseThrow(),
                        taken.orElse(Taken.FROM_PAPER),
                        passing.orElseThrow())));
        return done ? Pages.seeOther(at.path() + "?counted") : Pages.again(reporting(visit, form, at));
    }

    private ModelAndView reporting(Visit visit, Form form, GateOf.At at) {
        return hourFields
                .offered(gateOf.page("gate/report", visit, form, at), visit.words())
                .addObject("grid", grid(form, visit.words()))
                .addObject(
                        "taken",
                        Catalogue.Option.of(Taken.class, visit.words()).stream()
                                .filter(option -> !option.value().equals(Taken.AT_THE_GATE.name()))
                                .toList())
                .addObject("directions", Catalogue.Option.of(Direction.class, visit.words()));
    }

    @Needs(Deed.RECORD_TALLY)
    @GetMapping("/gate/{corridor}/{crossing}/turned-back")
    ModelAndView turnedBack(Visit visit, Form form, @PathVariable String corridor, @PathVariable String crossing) {
        return turningBack(visit, form, gateOf.at(visit, corridor, crossing));
    }

    @Needs(Deed.RECORD_TALLY)
    @PostMapping("/gate/{corridor}/{crossing}/turned-back")
    ModelAndView wereTurnedBack(Visit visit, Form form, @PathVariable String corridor, @PathVariable String crossing) {
        GateOf.At at = gateOf.at(visit, corridor, crossing);
        Optional<HourSlot> slot = hourFields.slot(form);
        Optional<Long> people = form.one("people", "web.form.figure", Long::parseLong);
        Optional<TurnedBackTold> told = form.one("told", "web.form.choose", TurnedBackTold::valueOf);
        Optional<PartyId> by = form.maybe("by", "web.form.not-understood", PartyId::new);
        Optional<PartyId> claimant = form.maybe("claimant", "web.form.not-understood", PartyId::new);
        boolean done = form.attempt(() -> gates.turnedBack(
                visit.actor(),
                form.act(),
                new TurnedBack(
                        at.gate(),
                        direction(form).orElse(Direction.OUT),
                        slot.orElseThrow(),
                        people.orElseThrow(),
                        by,
                        told.orElseThrow(),
                        claimant)));
        return done ? Pages.seeOther(at.path() + "/hours") : Pages.again(turningBack(visit, form, at));
    }

    private ModelAndView turningBack(Visit visit, Form form, GateOf.At at) {
        return hourFields
                .offered(gateOf.page("gate/turned-back", visit, form, at), visit.words())
                .addObject("told", Catalogue.Option.of(TurnedBackTold.class, visit.words()))
                .addObject("directions", Catalogue.Option.of(Direction.class, visit.words()))
                .addObject("parties", catalogue.in(visit.words()).partiesWithout());
    }

    /// A child who came alone stops here, and goes on with a child-protection actor only.
    @Needs(Deed.RECORD_TALLY)
    @GetMapping("/gate/{corridor}/{crossing}/handover")
    ModelAndView handover(Visit visit, Form form, @PathVariable String corridor, @PathVariable String crossing) {
        return handingOver(visit, form, gateOf.at(visit, corridor, crossing));
    }

    @Needs(Deed.RECORD_TALLY)
    @PostMapping("/gate/{corridor}/{crossing}/handover")
    ModelAndView handedOver(Visit visit, Form form, @PathVariable String corridor, @PathVariable String crossing) {
        GateOf.At at = gateOf.at(visit, corridor, crossing);
        Optional<PartyId> to = form.one("to", "web.form.choose", PartyId::new);
        Optional<Sex> sex = form.one("sex", "web.form.choose", Sex::valueOf);
        Optional<AgeBand> age = form.one("age", "web.form.choose", AgeBand::valueOf);
        boolean done = form.attempt(() -> gates.handOver(
                visit.actor(),
                form.act(),
                new Handover(
                        at.gate(),
                        direction(form).orElse(Direction.OUT),
                        to.orElseThrow(),
                        Band.of(sex.orElseThrow(), age.orElseThrow())),
                node.zone()));
        return done
                ? Pages.seeOther(at.path() + "?" + handovers(form) + "counted")
                : Pages.again(handingOver(visit, form, at));
    }

    /// The child who was handed over now, after those who were before and go with them.
    private static String handovers(Form form) {
        var handovers = new LinkedHashSet<>(form.several("with", "web.form.not-understood", TallyId::parse));
        handovers.add(TallyId.of(form.act()));
        return handovers.stream().map(one -> "handover=" + one + "&").collect(Collectors.joining());
    }

    private ModelAndView handingOver(Visit visit, Form form, GateOf.At at) {
        Words words = visit.words();
        List<Catalogue.Option> carers = agreements.parties(journal.now()).values().stream()
                .filter(party -> party.kind() == PartyKind.CHILD_PROTECTION)
                .map(party -> option(party, words))
                .toList();
        return gateOf.page("gate/handover", visit, form, at)
                .addObject("carers", carers)
                .addObject("sexes", Catalogue.Option.of(Sex.class, words))
                .addObject(
                        "ages",
                        List.of(AgeBand.UNDER_5, AgeBand.FROM_5, AgeBand.FROM_12).stream()
                                .map(age -> new Catalogue.Option(age.name(), words.say(age)))
                                .toList())
                .addObject("directions", Catalogue.Option.of(Direction.class, words));
    }

    private static Catalogue.Option option(Party party, Words words) {
        return new Catalogue.Option(party.id().slug(), words.name(party.names()));
    }

    /// How many people, families and needs were typed. An empty field is zero.
    ///
    /// @param oneFamily true at the desk, where a touch is a family unless the field says otherwise
    private static Optional<Passing> passing(Form form, Words words, boolean oneFamily) {
        Map<Band, Long> people = FigureFields.read(form, Band.class);
        Map<MovementNeed, Long> needs = FigureFields.read(form, MovementNeed.class);
        Map<VehicleKind, Long> vehicles = FigureFields.read(form, VehicleKind.class);
        Map<Livestock, Long> livestock = FigureFields.read(form, Livestock.class);
        boolean somebody = people.values().stream().anyMatch(number -> number > 0);
        long households =
                form.maybe("households", "web.form.figure", Long::parseLong).orElse(oneFamily && somebody ? 1L : 0L);
        boolean nothing = !somebody && vehicles.isEmpty() && livestock.isEmpty() && !form.was("nobody");
        if (nothing && form.sound()) form.complain("households", words.say("web.gate.nothing"));
        return form.make(() -> new Passing(households, people, needs, vehicles, livestock));
    }

    private static Optional<Direction> direction(Form form) {
        return form.maybe("direction", "web.form.choose", Direction::valueOf);
    }

    private static Grid grid(Form form, Words words) {
        var rows = new ArrayList<Row>();
        for (Sex sex : Sex.values()) {
            rows.add(new Row(
                    words.say(sex),
                    List.of(AgeBand.values()).stream()
                            .map(age -> cell(form, Band.of(sex, age), words))
                            .toList()));
        }
        return new Grid(
                List.of(AgeBand.values()).stream().map(words::say).toList(),
                rows,
                FigureFields.cells(form, MovementNeed.class, words),
                FigureFields.cells(form, VehicleKind.class, words),
                FigureFields.cells(form, Livestock.class, words));
    }

    private static FigureFields.Cell cell(Form form, Band band, Words words) {
        return new FigureFields.Cell(
                FigureFields.field(band), FigureFields.name(band, words), form.text(FigureFields.field(band)));
    }

    /// Families that are common everywhere: the first touch fills the figures in, the second counts.
    private static List<Preset> presets(Words words) {
        return List.of(
                preset("web.gate.preset.woman", words, Band.FEMALE_FROM_18),
                preset("web.gate.preset.man", words, Band.MALE_FROM_18),
                preset("web.gate.preset.couple", words, Band.FEMALE_FROM_18, Band.MALE_FROM_18),
                preset("web.gate.preset.mother", words, Band.FEMALE_FROM_18, Band.UNDER_5, Band.FROM_5),
                preset(
                        "web.gate.preset.four",
                        words,
                        Band.FEMALE_FROM_18,
                        Band.MALE_FROM_18,
                        Band.UNDER_5,
                        Band.FROM_5),
                preset(
                        "web.gate.preset.five",
                        words,
                        Band.FEMALE_FROM_18,
                        Band.MALE_FROM_18,
                        Band.UNDER_5,
                        Band.FROM_5,
                        Band.FROM_5));
    }

    private static Preset preset(String key, Words words, Band... people) {
        var figures = new EnumMap<Band, Integer>(Band.class);
        for (Band band : people) figures.merge(band, 1, Integer::sum);
        var query = new ArrayList<String>();
        figures.forEach((band, number) -> query.add(FigureFields.field(band) + "=" + number));
        return new Preset(words.say(key), String.join("&", query));
    }

    private Touch touch(OnTally tally, Words words) {
        Passing passing = tally.count().passing();
        return new Touch(
                tally.id().toString(),
                journal.ids().next().toString(),
                CardPages.mayHaveACard(tally.count()),
                words.say(
                        "web.gate.touch",
                        Map.of(
                                "people", passing.persons(),
                                "direction", words.say(tally.count().direction()),
                                "clock", hourFields.clock(tally.recorded()))));
    }

    private HourLine line(HourFigures hour, Words words) {
        Figures figures = hour.figures();
        return new HourLine(
                hourFields.clock(hour.slot().begins()) + "–"
                        + hourFields.clock(hour.slot().ends()),
                words.say(hour.direction()),
                List.of(
                                figures.households(),
                                figures.persons(),
                                figures.persons(Sex.FEMALE),
                                figures.persons(Sex.MALE),
                                figures.persons(AgeBand.UNDER_5),
                                figures.persons(AgeBand.FROM_5),
                                figures.persons(AgeBand.FROM_12),
                                figures.persons(AgeBand.FROM_18),
                                figures.persons(AgeBand.FROM_60),
                                figures.vehiclesInAll(),
                                figures.head(),
                                figures.turnedBack())
                        .stream()
                        .map(words::number)
                        .toList());
    }

    private String line(TurnedBack told, Words words, Catalogue.Named named) {
        return words.say(
                "web.gate.turned-back.line",
                Map.of(
                        "hour", hourFields.clock(told.slot().begins()),
                        "people", told.people(),
                        "by", told.by().map(named::party).orElseGet(() -> words.say("web.gate.turned-back.not-told")),
                        "told",
                                told.claimant()
                                        .map(party -> words.say(
                                                "web.gate.turned-back.according-to", "party", named.party(party)))
                                        .orElseGet(() -> words.say(told.told()))));
    }

    record Line(String path, String crossing, String corridor, GateBanners.Banner banner) {}

    /// @param none true where nothing was reported, which is not zero
    record Sums(boolean none, long people, long households, long vehicles, long livestock, long back) {}

    record Grid(
            List<String> ages,
            List<Row> rows,
            List<FigureFields.Cell> needs,
            List<FigureFields.Cell> vehicles,
            List<FigureFields.Cell> livestock) {}

    record Row(String sex, List<FigureFields.Cell> cells) {}

    /// @param query the fields that it fills in
    record Preset(String label, String query) {}

    /// One of the desk's own counts, with what its undo is named.
    ///
    /// @param family true where those counted may have a card together
    record Touch(String tally, String act, boolean family, String told) {}

    record HourLine(String hour, String direction, List<String> figures) {}

    /// @param left the places left, or that they are not known
    record Refuge(String name, String left) {}
}
