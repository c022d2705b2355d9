// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clearway.access.Deed;
import org.clearway.gate.Band;
import org.clearway.gate.Card;
import org.clearway.gate.CardCheck;
import org.clearway.gate.CardId;
import org.clearway.gate.CardNumber;
import org.clearway.gate.CardStanding;
import org.clearway.gate.Cards;
import org.clearway.gate.CrossingTally;
import org.clearway.gate.Direction;
import org.clearway.gate.Explained;
import org.clearway.gate.Gate;
import org.clearway.gate.Gates;
import org.clearway.gate.HourSlot;
import org.clearway.gate.Household;
import org.clearway.gate.LostCard;
import org.clearway.gate.MovementNeed;
import org.clearway.gate.OnTally;
import org.clearway.gate.Passing;
import org.clearway.gate.TallyId;
import org.clearway.geo.AreaId;
import org.clearway.geo.AreaKind;
import org.clearway.journal.Journal;
import org.clearway.journal.Reading;
import org.clearway.journal.Unsealed;
import org.clearway.language.Language;
import org.clearway.transport.SafeAreas;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/// Cards: a family is told what it must know, in its language, and gets one; any desk checks one; a lost one is
/// replaced without a question. A number of a card never stands in an address, which browsers keep.
@Controller
final class CardPages implements Door.Keeper {
    /// The counts of the desk among which the one is looked for that a card is made for.
    private static final int RECENT = 20;

    private final Cards cards;
    private final Gates gates;
    private final GateOf gateOf;
    private final SafeAreas safeAreas;
    private final Journal journal;
    private final Catalogue catalogue;
    private final HourFields hourFields;
    private final NodeFacts node;

    CardPages(
            Cards cards,
            Gates gates,
            GateOf gateOf,
            Journal journal,
            SafeAreas safeAreas,
            Catalogue catalogue,
            HourFields hourFields,
            NodeFacts node) {
        this.safeAreas = safeAreas;
        this.hourFields = hourFields;
        this.cards = cards;
        this.gates = gates;
        this.gateOf = gateOf;
        this.journal = journal;
        this.catalogue = catalogue;
        this.node = node;
    }

    @Override
    public List<Door> doors() {
        return List.of(new Door("/cards", "web.cards", Deed.CHECK_CARD, 14));
    }

    /// Whether those of a count may have a card together: one family, on its way out.
    static boolean mayHaveACard(CrossingTally count) {
        Passing passing = count.passing();
        return count.direction() == Direction.OUT && passing.households() == 1 && passing.persons() <= Household.MOST;
    }

    /// What a family is told, and its card. Whom a count tells of is carried over and not asked again; the count
    /// itself is not named to the desk that issues the card.
    @Needs(Deed.ISSUE_CARD)
    @GetMapping("/gate/{corridor}/{crossing}/cards/new")
    ModelAndView fresh(Visit visit, Form form, @PathVariable String corridor, @PathVariable String crossing) {
        return telling(visit, form, gateOf.at(visit, corridor, crossing));
    }

    @Needs(Deed.ISSUE_CARD)
    @PostMapping("/gate/{corridor}/{crossing}/cards/new")
    ModelAndView issue(Visit visit, Form form, @PathVariable String corridor, @PathVariable String crossing) {
        GateOf.At at = gateOf.at(visit, corridor, crossing);
        Language language = language(form, visit);
        Set<Explained> told = told(form);
        Optional<Household> household = household(form, language);
        var issued = new ArrayList<Card>();
        boolean done = form.attempt(() -> issued.add(
                cards.issue(visit.actor(), form.act(), at.gate(), node.zone(), told, household.orElseThrow())));
        return done ? printed(at, issued.getFirst(), language) : Pages.again(telling(visit, form, at));
    }

    private static Set<Explained> told(Form form) {
        return form.several("told", "web.form.choose", Explained::valueOf);
    }

    /// Those who were typed to go together on a card.
    private static Optional<Household> household(Form form, Language language) {
        Map<Band, Long> people = FigureFields.read(form, Band.class);
        Map<MovementNeed, Long> needs = FigureFields.read(form, MovementNeed.class);
        Optional<AreaId> destination = form.maybe("destination", "web.form.not-understood", AreaId::new);
        Set<TallyId> handovers = form.several("handover", "web.form.not-understood", TallyId::parse);
        return form.make(() -> new Household(people, needs, language, destination, List.copyOf(handovers)));
    }

    private ModelAndView telling(Visit visit, Form form, GateOf.At at) {
        Optional<Passing> counted = counted(visit, form, at.gate());
        var told = new Told(
                counted.map(Passing::people).orElse(Map.of()),
                counted.map(Passing::needs).orElse(Map.of()),
                "",
                List.of());
        return telling(visit, form, at, language(form, visit), told)
                .addObject("languages", languages(form, at.path() + "/cards/new"));
    }

    /// What a family is told, and who they are, as told before or as typed since.
    private ModelAndView telling(Visit visit, Form form, GateOf.At at, Language language, Told told) {
        var theirs = new Words(language, node.zone());
        List<Item> items = items(form, theirs);
        return gateOf.page("cards/new", visit, form, at)
                .addObject("theirs", theirs)
                .addObject("languages", List.of())
                .addObject("places", places(visit, at, theirs))
                .addObject("number", "")
                .addObject("items", items)
                .addObject(
                        "next",
                        items.stream()
                                .filter(item -> !item.ticked())
                                .map(Item::name)
                                .findFirst()
                                .orElse(""))
                .addObject("people", people(form, told.people(), visit.words()))
                .addObject("who", who(form, told.people(), visit.words()))
                .addObject("needs", needs(form, told.needs(), visit.words()))
                .addObject("destination", told.destination())
                .addObject("handovers", handovers(form, told.handovers()))
                .addObject("destinations", catalogue.in(visit.words()).areasOf(AreaKind.SETTLEMENT));
    }

    /// What is known of where they would go, in their language, with what is not known said plainly.
    private List<Place> places(Visit visit, GateOf.At at, Words theirs) {
        Reading reading = journal.now();
        Instant now = node.clock().instant();
        Catalogue.Named named = catalogue.in(theirs);
        return safeAreas.of(visit.actor(), reading, at.gate().corridor(), now).stream()
                .map(area -> new Place(
                        theirs.name(area.names()),
                        named.area(area.area()),
                        ConditionWords.of(safeAreas.conditions(visit.actor(), reading, area.id(), now), theirs)))
                .toList();
    }

    /// The handovers that a card may be for: those that are told of, and those that were offered before.
    private static List<String> handovers(Form form, List<String> told) {
        var handovers = new LinkedHashSet<>(told);
        handovers.addAll(form.all("handed"));
        handovers.addAll(form.all("handover"));
        return List.copyOf(handovers);
    }

    /// A card for other people than before, filled in with those of the card at hand. That they are read is on record;
    /// the number of the card never stands in an address.
    @Needs(Deed.ISSUE_CARD)
    @PostMapping("/gate/{corridor}/{crossing}/cards/others")
    ModelAndView others(Visit visit, Form form, @PathVariable String corridor, @PathVariable String crossing) {
        GateOf.At at = gateOf.at(visit, corridor, crossing);
        Optional<CardNumber> old = form.one("number", "web.card.not-a-card", CardNumber::parse);
        var read = new ArrayList<Unsealed<Household>>();
        boolean done = form.attempt(
                () -> read.add(cards.household(visit.actor(), journal.ids().next(), old.orElseThrow())));
        if (!done) return Pages.again(losing(visit, form, at, false, List.of()));
        return switch (read.getFirst()) {
            case Unsealed.Opened<Household>(Household before) ->
                instead(visit, form, at, before.language(), Told.of(before));
            case Unsealed.Erased<Household> _ -> instead(visit, form, at, language(form, visit), Told.NOTHING);
        };
    }

    @Needs(Deed.ISSUE_CARD)
    @PostMapping("/gate/{corridor}/{crossing}/cards/instead")
    ModelAndView instead(Visit visit, Form form, @PathVariable String corridor, @PathVariable String crossing) {
        GateOf.At at = gateOf.at(visit, corridor, crossing);
        Language language = language(form, visit);
        Optional<CardNumber> old = form.one("number", "web.card.not-a-card", CardNumber::parse);
        Set<Explained> told = told(form);
        Optional<Household> household = household(form, language);
        var issued = new ArrayList<Card>();
        boolean done = form.attempt(() -> issued.add(cards.replace(
                visit.actor(), form.act(), at.gate(), node.zone(), old.orElseThrow(), told, household.orElseThrow())));
        return done
                ? printed(at, issued.getFirst(), language)
                : Pages.again(instead(visit, form, at, language, Told.NOTHING));
    }

    private ModelAndView instead(Visit visit, Form form, GateOf.At at, Language language, Told told) {
        return telling(visit, form, at, language, told).addObject("number", form.text("number"));
    }

    /// The card of a family, to be printed: on paper, on a label, on a wristband.
    @Needs(Deed.ISSUE_CARD)
    @GetMapping("/gate/{corridor}/{crossing}/cards/{card}")
    ModelAndView card(
            Visit visit,
            Form form,
            @PathVariable String corridor,
            @PathVariable String crossing,
            @PathVariable String card) {
        GateOf.At at = gateOf.at(visit, corridor, crossing);
        Language language = language(form, visit);
        var theirs = new Words(language, node.zone());
        var found = new ArrayList<Card>();
        form.attempt(() -> found.add(cards.print(visit.actor(), journal.now(), CardId.parse(card))));
        if (found.isEmpty()) throw Pages.notFound();
        Optional<Paper> paper = form.maybe("on", "web.form.not-understood", Paper::valueOf);
        return gateOf.page("cards/card", visit, form, at)
                .addObject("card", found.getFirst())
                .addObject("square", SquareCode.of(found.getFirst().code()))
                .addObject("theirs", theirs)
                .addObject("items", items(form, theirs))
                .addObject("on", paper.orElse(Paper.A4).name())
                .addObject("papers", papers(visit.words(), at.path() + "/cards/" + card + "?in=" + language.tag()))
                .addObject("crossingName", theirs.name(at.point().names()));
    }

    private static ModelAndView printed(GateOf.At at, Card card, Language language) {
        return Pages.seeOther(at.path() + "/cards/" + card.id() + "?in=" + language.tag());
    }

    /// A card that was lost, looked for by how many they are.
    @Needs(Deed.ISSUE_CARD)
    @GetMapping("/gate/{corridor}/{crossing}/cards/lost")
    ModelAndView lost(Visit visit, Form form, @PathVariable String corridor, @PathVariable String crossing) {
        return losing(visit, form, gateOf.at(visit, corridor, crossing), false, List.of());
    }

    @Needs(Deed.ISSUE_CARD)
    @PostMapping("/gate/{corridor}/{crossing}/cards/lost")
    ModelAndView looked(Visit visit, Form form, @PathVariable String corridor, @PathVariable String crossing) {
        GateOf.At at = gateOf.at(visit, corridor, crossing);
        Optional<Long> people = form.one("people", "web.form.figure", Long::parseLong);
        Optional<HourSlot> hour = form.maybe(
                "hour", "web.form.choose", text -> hourFields.slot(hourFields.today(), Integer.parseInt(text)));
        var found = new ArrayList<LostCard>();
        boolean done = form.attempt(() -> found.addAll(
                cards.lost(visit.actor(), journal.ids().next(), at.gate(), node.zone(), people.orElseThrow(), hour)));
        ModelAndView page = losing(visit, form, at, done, found);
        return done ? page : Pages.again(page);
    }

    /// The new card of somebody whose card was lost, or is at hand and must die.
    @Needs(Deed.ISSUE_CARD)
    @PostMapping("/gate/{corridor}/{crossing}/cards/replace")
    ModelAndView replace(Visit visit, Form form, @PathVariable String corridor, @PathVariable String crossing) {
        GateOf.At at = gateOf.at(visit, corridor, crossing);
        Optional<CardId> card = form.maybe("card", "web.form.not-understood", CardId::parse);
        Optional<CardNumber> number =
                card.isPresent() ? Optional.empty() : form.one("number", "web.card.not-a-card", CardNumber::parse);
        var issued = new ArrayList<Card>();
        boolean done = form.attempt(() -> issued.add(
                card.isPresent()
                        ? cards.replaceLost(visit.actor(), form.act(), at.gate(), node.zone(), card.get())
                        : cards.replace(visit.actor(), form.act(), at.gate(), node.zone(), number.orElseThrow())));
        if (done) return printed(at, issued.getFirst(), language(form, visit));
        return Pages.again(losing(visit, form, at, false, List.of()));
    }

    private ModelAndView losing(Visit visit, Form form, GateOf.At at, boolean looked, List<LostCard> found) {
        Words words = visit.words();
        return gateOf.page("cards/lost", visit, form, at)
                .addObject("looked", looked)
                .addObject("hours", hourFields.soFar(words))
                .addObject("found", found.stream().map(one -> line(one, words)).toList());
    }

    /// Checks a card: its code read by a scanner that types, or its number.
    @Needs(Deed.CHECK_CARD)
    @GetMapping("/cards")
    ModelAndView checking(Visit visit, Form form) {
        return checkPage(form);
    }

    @Needs(Deed.CHECK_CARD)
    @PostMapping("/cards")
    ModelAndView check(Visit visit, Form form) {
        Optional<String> read = form.one("read", "web.card.not-a-card", text -> text);
        if (read.isEmpty()) return Pages.again(checkPage(form));
        CardCheck check = cards.check(read.get());
        ModelAndView page = checkPage(form);
        check.read().ifPresent(number -> {
            CardStanding standing = cards.card(visit.actor(), journal.now(), number);
            page.addObject("number", number.toString());
            if (standing instanceof CardStanding.Live live)
                page.addObject("gatePath", GateOf.path(live.card().gate()));
            page.addObject("standing", standing.getClass().getSimpleName());
        });
        return page.addObject("check", check.getClass().getSimpleName());
    }

    /// Whom a card is for. Each reading is on record.
    @Needs(Deed.READ_HOUSEHOLD)
    @PostMapping("/cards/household")
    ModelAndView household(Visit visit, Form form) {
        Optional<CardNumber> number = form.one("number", "web.card.not-a-card", CardNumber::parse);
        var read = new ArrayList<Unsealed<Household>>();
        boolean done = form.attempt(
                () -> read.add(cards.household(visit.actor(), journal.ids().next(), number.orElseThrow())));
        ModelAndView page = checkPage(form);
        if (!done) return Pages.again(page);
        List<String> lines = switch (read.getFirst()) {
            case Unsealed.Opened<Household> opened -> lines(opened.value(), visit.words());
            case Unsealed.Erased<Household> erased -> List.of(visit.words().say("web.card.erased"));
        };
        return page.addObject("household", lines);
    }

    private static ModelAndView checkPage(Form form) {
        return new ModelAndView("cards/check")
                .addObject("form", form)
                .addObject("check", "")
                .addObject("standing", "")
                .addObject("number", "")
                .addObject("gatePath", "")
                .addObject("household", List.of());
    }

    /// The language that the family is spoken to in.
    private static Language language(Form form, Visit visit) {
        return Language.ofTag(form.text("in"))
                .filter(Language.offered()::contains)
                .orElse(visit.language());
    }

    private static List<Choice> languages(Form form, String path) {
        String tally = form.text("tally");
        return Language.offered().stream()
                .map(language -> new Choice(
                        language.tag(),
                        path + "?in=" + language.tag() + (tally.matches("[0-9a-f-]{36}") ? "&tally=" + tally : "")))
                .toList();
    }

    private static List<Item> items(Form form, Words theirs) {
        var items = new ArrayList<Item>();
        for (Explained item : Explained.values()) {
            items.add(new Item(
                    item.name(),
                    "/assets/img/told/"
                            + item.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-') + ".svg",
                    theirs.say(item),
                    theirs.say("web.card.told." + item),
                    form.ticked("told", item.name())));
        }
        return items;
    }

    /// The count that the card is made for, where it is one of the desk's own last.
    private Optional<Passing> counted(Visit visit, Form form, Gate gate) {
        String tally = form.text("tally");
        if (tally.isEmpty() || form.was(Form.ACT) || !visit.may(Deed.RECORD_TALLY)) return Optional.empty();
        return gates.latest(visit.actor(), journal.now(), gate, RECENT).stream()
                .filter(one -> one.id().toString().equals(tally))
                .map(OnTally::count)
                .filter(CardPages::mayHaveACard)
                .map(CrossingTally::passing)
                .findFirst();
    }

    private static List<FigureFields.Cell> people(Form form, Map<Band, Long> told, Words words) {
        return List.of(Band.values()).stream()
                .map(band -> new FigureFields.Cell(
                        FigureFields.field(band),
                        FigureFields.name(band, words),
                        form.text(FigureFields.field(band), figure(told, band))))
                .toList();
    }

    /// Who they are, in a sentence.
    private static String who(Form form, Map<Band, Long> told, Words words) {
        var parts = new ArrayList<String>();
        for (Band band : Band.values()) {
            String figure = form.text(FigureFields.field(band), figure(told, band));
            if (!figure.isBlank() && !figure.equals("0")) {
                parts.add(
                        words.say("web.card.so-many", Map.of("number", figure, "who", FigureFields.name(band, words))));
            }
        }
        return parts.isEmpty() ? "" : words.list(parts);
    }

    private static List<FigureFields.Cell> needs(Form form, Map<MovementNeed, Long> told, Words words) {
        return List.of(MovementNeed.values()).stream()
                .map(need -> new FigureFields.Cell(
                        FigureFields.field(need),
                        words.say(need),
                        form.text(FigureFields.field(need), figure(told, need))))
                .toList();
    }

    private static <E extends Enum<E>> String figure(Map<E, Long> figures, E what) {
        long number = figures.getOrDefault(what, 0L);
        return number > 0 ? String.valueOf(number) : "";
    }

    private LostLine line(LostCard lost, Words words) {
        return new LostLine(
                lost.card().id().toString(),
                journal.ids().next().toString(),
                lost.household().language().tag(),
                words.moment(lost.card().issued().begins()),
                lines(lost.household(), words));
    }

    private List<String> lines(Household household, Words words) {
        var lines = new ArrayList<String>();
        household
                .people()
                .forEach((band, number) -> lines.add(words.say(
                        "web.card.so-many",
                        Map.of("number", String.valueOf(number), "who", FigureFields.name(band, words)))));
        household
                .needs()
                .forEach((need, number) -> lines.add(words.say(
                        "web.card.so-many", Map.of("number", String.valueOf(number), "who", words.say(need)))));
        household
                .destination()
                .ifPresent(area -> lines.add(words.say(
                        "web.card.goes-to", "area", catalogue.in(words).area(area))));
        if (!household.handovers().isEmpty()) lines.add(words.say("web.card.escorted"));
        return lines;
    }

    private static List<Choice> papers(Words words, String path) {
        return List.of(Paper.values()).stream()
                .map(paper -> new Choice(words.say("web.card.on." + paper), path + "&on=" + paper))
                .toList();
    }

    /// What a card is printed on.
    enum Paper {
        /// Two cards to a sheet: the second half tells in words what was told.
        A4,
        /// 62 mm by 100 mm.
        LABEL,
        /// 250 mm by 25 mm.
        WRISTBAND
    }

    /// Who goes together, as it is known before anybody types.
    private record Told(
            Map<Band, Long> people, Map<MovementNeed, Long> needs, String destination, List<String> handovers) {
        static final Told NOTHING = new Told(Map.of(), Map.of(), "", List.of());

        static Told of(Household household) {
            return new Told(
                    household.people(),
                    household.needs(),
                    household.destination().map(AreaId::slug).orElse(""),
                    household.handovers().stream().map(TallyId::toString).toList());
        }
    }

    record Choice(String label, String path) {}

    /// @param picture where it is drawn
    record Item(String name, String picture, String title, String sentence, boolean ticked) {}

    /// @param conditions what it offers, in sentences
    record Place(String name, String area, List<String> conditions) {}

    record LostLine(String card, String act, String language, String issued, List<String> household) {}
}
