// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.clearway.access.AccountId;
import org.clearway.access.Deed;
import org.clearway.arms.Ammunition;
import org.clearway.arms.AmmunitionHazard;
import org.clearway.arms.AmmunitionKind;
import org.clearway.arms.Calibre;
import org.clearway.arms.Country;
import org.clearway.arms.HandedOver;
import org.clearway.arms.Item;
import org.clearway.arms.ItemState;
import org.clearway.arms.ItemTag;
import org.clearway.arms.Mark;
import org.clearway.arms.Premises;
import org.clearway.arms.PremisesId;
import org.clearway.arms.PremisesKind;
import org.clearway.arms.Receipt;
import org.clearway.arms.SafeCheck;
import org.clearway.arms.Serial;
import org.clearway.arms.TransferTo;
import org.clearway.arms.WayDestroyed;
import org.clearway.arms.WayLost;
import org.clearway.arms.Weapon;
import org.clearway.arms.WeaponCategory;
import org.clearway.arms.WeaponCondition;
import org.clearway.arms.Weapons;
import org.clearway.arms.What;
import org.clearway.arms.YearMade;
import org.clearway.language.Language;
import org.clearway.language.Problem;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/// The weapons desk: what is laid down is taken in, made safe, registered, stored and seen to its end, by two. Its
/// pages
/// write in no journal but the weapons' own.
@Controller
final class ArmsPages implements Door.Keeper {
    /// How many kinds of things a form takes in at once.
    private static final int ROWS = 6;

    /// What two people look at, by what it is: `web.arms.safe.weapon-1` and so on.
    private static final int POINTS = 3;

    private final Weapons weapons;
    private final ArmsHands armsHands;
    private final NodeFacts node;

    ArmsPages(Weapons weapons, ArmsHands armsHands, NodeFacts node) {
        this.weapons = weapons;
        this.armsHands = armsHands;
        this.node = node;
    }

    @Override
    public List<Door> doors() {
        return List.of(
                new Door("/arms", "web.arms", Deed.KEEP_ARMS, 20),
                new Door("/arms/receipts", "web.arms.check-receipt", Deed.CHECK_ARMS_RECEIPT, 23),
                new Door("/arms/figures", "web.arms.figures", Deed.READ_ARMS_FIGURES, 24));
    }

    /// What waits for its next step.
    @Needs(Deed.KEEP_ARMS)
    @GetMapping("/arms")
    ModelAndView desk(Visit visit) {
        List<Item> items = weapons.items(visit.actor());
        var groups = Stream.of(ItemState.HANDED_OVER, ItemState.MADE_SAFE, ItemState.REGISTERED)
                .map(state -> new Group(
                        visit.words().say(state),
                        items.stream()
                                .filter(item -> item.state() == state)
                                .map(item -> line(visit, item))
                                .toList()))
                .filter(group -> !group.lines().isEmpty())
                .toList();
        return new ModelAndView("arms/desk").addObject("groups", groups);
    }

    /// For whoever is under 18: words, and nothing that could be sent.
    @Needs(Deed.KEEP_ARMS)
    @GetMapping("/arms/under-18")
    ModelAndView child() {
        return words("child", 4);
    }

    /// For what is not safe: words, and nothing that could be sent.
    @Needs(Deed.KEEP_ARMS)
    @GetMapping("/arms/unsafe")
    ModelAndView unsafe() {
        return words("unsafe", 4);
    }

    private static ModelAndView words(String about, int sentences) {
        return new ModelAndView("arms/words")
                .addObject("about", "web.arms." + about)
                .addObject(
                        "sentences",
                        IntStream.rangeClosed(1, sentences)
                                .mapToObj(n -> "web.arms." + about + "." + n)
                                .toList());
    }

    @Needs(Deed.KEEP_ARMS)
    @GetMapping("/arms/take-in")
    ModelAndView laidDown(Visit visit, Form form) {
        Words words = visit.words();
        List<Catalogue.Option> points = weapons.premises(visit.actor()).stream()
                .filter(premises -> premises.kind() == PremisesKind.COLLECTION_POINT)
                .map(premises -> option(premises, words))
                .toList();
        return page("arms/take-in", form)
                .addObject("points", points)
                .addObject("things", things(words))
                .addObject("rows", IntStream.rangeClosed(1, ROWS).boxed().toList())
                .addObject(
                        "languages",
                        Language.offered().stream()
                                .map(one -> new Catalogue.Option(one.tag(), words.say("web.language." + one.tag())))
                                .toList())
                .addObject("language", words.tag());
    }

    /// The receipt is answered with at once and has no address: nothing of it stays in a browser.
    @Needs(Deed.KEEP_ARMS)
    @PostMapping("/arms/take-in")
    ModelAndView takeIn(Visit visit, Form form, HttpServletRequest http) {
        Optional<PremisesId> at = form.one("at", "web.form.choose", PremisesId::new);
        var hazard =
                form.ticked("all-safe", "yes") ? AmmunitionHazard.SAFE_TO_MOVE : AmmunitionHazard.UNSAFE_DO_NOT_MOVE;
        var things = new ArrayList<HandedOver>();
        for (int row = 1; row <= ROWS; row++) {
            Optional<What> what = form.maybe("what-" + row, "web.form.choose", ArmsPages::what);
            long many = form.maybe("many-" + row, "web.form.figure", ArmsPages::many)
                    .orElse(1L);
            what.ifPresent(one -> {
                for (long i = 0; i < many; i++) things.add(new HandedOver(one, hazard));
            });
        }
        Optional<Language> theirs = form.maybe(
                "language", "web.form.choose", tag -> Language.ofTag(tag).orElseThrow(IllegalArgumentException::new));
        var receipts = new ArrayList<Receipt>();
        boolean done = armsHands.attempt(
                visit,
                form,
                http,
                (hands, request) -> receipts.add(weapons.takeIn(hands, request, at.orElseThrow(), things)));
        if (!done) return Pages.again(laidDown(visit, form));
        Receipt receipt = receipts.getFirst();
        var their = new Words(theirs.orElse(visit.language()), node.zone());
        String site = weapons.premises(visit.actor()).stream()
                .filter(premises -> premises.id().equals(receipt.site()))
                .map(premises -> their.name(premises.names()))
                .findFirst()
                .orElse("");
        return new ModelAndView("arms/handed")
                .addObject(
                        "tags", receipt.items().stream().map(ItemTag::toString).toList())
                .addObject("wanted", form.text("receipt").equals("yes"))
                .addObject("receipt", receipt)
                .addObject("theirs", their)
                .addObject("site", site)
                .addObject("day", their.day(receipt.day()))
                .addObject("until", their.day(receipt.validUntil()));
    }

    private static long many(String text) {
        long many = Long.parseLong(text);
        if (many < 1 || many > 40) throw new IllegalArgumentException("Not a number of things: " + many);
        return many;
    }

    /// Every item, or those that have come so far.
    @Needs(Deed.KEEP_ARMS)
    @GetMapping("/arms/items")
    ModelAndView items(Visit visit, Form form) {
        Optional<ItemState> state = form.maybe("state", "web.form.choose", ItemState::valueOf);
        return page("arms/items", form)
                .addObject("states", Catalogue.Option.of(ItemState.class, visit.words()))
                .addObject(
                        "lines",
                        weapons.items(visit.actor()).stream()
                                .filter(item -> state.isEmpty() || item.state() == state.get())
                                .map(item -> line(visit, item))
                                .toList());
    }

    @Needs(Deed.KEEP_ARMS)
    @GetMapping("/arms/items/{tag}")
    ModelAndView item(Visit visit, Form form, @PathVariable String tag) {
        Item item = find(visit, tag);
        Words words = visit.words();
        boolean weapon = item.what() instanceof What.Weapon;
        return page("arms/item", form)
                .addObject("said", form.was("done") ? "web.arms.done" : "")
                .addObject("item", line(visit, item))
                .addObject("step", item.state().name())
                .addObject("weapon", weapon)
                .addObject("facts", facts(item, words))
                .addObject(
                        "steps",
                        item.steps().stream()
                                .map(step ->
                                        new Step(words.say(step.state()), words.day(step.day()), hands(step.hands())))
                                .toList())
                .addObject("points", points(weapon))
                .addObject("conditions", Catalogue.Option.of(WeaponCondition.class, words))
                .addObject(
                        "stores",
                        weapons.premises(visit.actor()).stream()
                                .filter(premises ->
                                        premises.kind() == item.what().store())
                                .map(premises -> option(premises, words))
                                .toList())
                .addObject("ends", ends(words));
    }

    private static List<String> points(boolean weapon) {
        return IntStream.rangeClosed(1, POINTS)
                .mapToObj(n -> "web.arms.safe." + (weapon ? "weapon-" : "ammunition-") + n)
                .toList();
    }

    /// Safe is what both ticked at every point.
    @Needs(Deed.KEEP_ARMS)
    @PostMapping("/arms/items/{tag}/check")
    ModelAndView check(Visit visit, Form form, HttpServletRequest http, @PathVariable String tag) {
        Item item = find(visit, tag);
        boolean allLookedAt =
                points(item.what() instanceof What.Weapon).stream().allMatch(point -> form.ticked("points", point));
        boolean safe = form.text("safe").equals("yes") && allLookedAt;
        if (!safe) return Pages.seeOther("/arms/unsafe");
        return done(visit, form, tag, armsHands.attempt(visit, form, http, (hands, request) -> {
            SafeCheck answer = weapons.check(hands, request, item.tag(), AmmunitionHazard.SAFE_TO_MOVE);
            if (answer instanceof SafeCheck.CallTechnician) throw Problem.of("arms.unsafe");
        }));
    }

    @Needs(Deed.KEEP_ARMS)
    @PostMapping("/arms/items/{tag}/register")
    ModelAndView register(Visit visit, Form form, HttpServletRequest http, @PathVariable String tag) {
        Item item = find(visit, tag);
        Optional<Calibre> calibre = form.maybe("calibre", "web.form.not-understood", Calibre::ofMillimetres);
        if (item.what() instanceof What.Ammunition) {
            Optional<Long> quantity = form.one("quantity", "web.form.figure", Long::parseLong);
            Optional<Mark> marks = mark(form, "lot-marks");
            Optional<Long> grams = form.maybe("grams", "web.form.figure", Long::parseLong);
            return done(
                    visit,
                    form,
                    tag,
                    armsHands.attempt(
                            visit,
                            form,
                            http,
                            (hands, request) -> weapons.register(
                                    hands,
                                    request,
                                    item.tag(),
                                    new Ammunition(
                                            calibre,
                                            quantity.orElseThrow(),
                                            marks,
                                            AmmunitionHazard.SAFE_TO_MOVE,
                                            grams))));
        }
        Optional<Mark> make = mark(form, "make");
        Optional<Mark> model = mark(form, "model");
        Optional<Serial> serial = serial(form);
        Optional<Country> country = form.maybe("country", "web.form.not-understood", Country::new);
        Optional<YearMade> year = form.maybe("year", "web.form.figure", text -> new YearMade(Long.parseLong(text)));
        Optional<Mark> imported = mark(form, "import-mark");
        Optional<Mark> where = mark(form, "markings-at");
        Optional<WeaponCondition> condition = form.one("condition", "web.form.choose", WeaponCondition::valueOf);
        return done(
                visit,
                form,
                tag,
                armsHands.attempt(
                        visit,
                        form,
                        http,
                        (hands, request) -> weapons.register(
                                hands,
                                request,
                                item.tag(),
                                new Weapon(
                                        make,
                                        model,
                                        calibre,
                                        serial.orElseThrow(),
                                        country,
                                        year,
                                        imported,
                                        where,
                                        condition.orElseThrow()))));
    }

    private static Optional<Mark> mark(Form form, String field) {
        return form.maybe(field, "web.form.not-understood", Mark::new);
    }

    private static Optional<Serial> serial(Form form) {
        return switch (form.text("serial")) {
            case "NONE" -> Optional.of(new Serial.None());
            case "ERASED" -> Optional.of(new Serial.Erased());
            case "STAMPED" ->
                form.one("serial-number", "web.form.not-understood", text -> new Serial.Stamped(new Mark(text)));
            default ->
                form.one("serial", "web.form.choose", text -> {
                    throw new IllegalArgumentException(text);
                });
        };
    }

    @Needs(Deed.KEEP_ARMS)
    @PostMapping("/arms/items/{tag}/store")
    ModelAndView store(Visit visit, Form form, HttpServletRequest http, @PathVariable String tag) {
        Item item = find(visit, tag);
        Optional<PremisesId> store = form.one("store", "web.form.choose", PremisesId::new);
        return done(
                visit,
                form,
                tag,
                armsHands.attempt(
                        visit,
                        form,
                        http,
                        (hands, request) -> weapons.store(hands, request, item.tag(), store.orElseThrow())));
    }

    /// Transfer, destruction, loss.
    @Needs(Deed.KEEP_ARMS)
    @PostMapping("/arms/items/{tag}/end")
    ModelAndView end(Visit visit, Form form, HttpServletRequest http, @PathVariable String tag) {
        Item item = find(visit, tag);
        Optional<Enum<?>> end = form.one("end", "web.form.choose", ArmsPages::end);
        return done(visit, form, tag, armsHands.attempt(visit, form, http, (hands, request) -> {
            switch (end.orElseThrow()) {
                case TransferTo to -> weapons.transfer(hands, request, item.tag(), to);
                case WayDestroyed how -> weapons.destroy(hands, request, item.tag(), how);
                case WayLost how -> weapons.reportLost(hands, request, item.tag(), how);
                default -> throw Problem.of("arms.item-unknown", "value", item.tag());
            }
        }));
    }

    private ModelAndView done(Visit visit, Form form, String tag, boolean done) {
        return done
                ? Pages.seeOther("/arms/items/" + ItemTag.parse(tag) + "?done")
                : Pages.again(item(visit, form, tag));
    }

    private Item find(Visit visit, String tag) {
        try {
            return weapons.item(visit.actor(), ItemTag.parse(tag));
        } catch (Problem unknown) {
            if (unknown.code().startsWith("arms.")) throw Pages.notFound();
            throw unknown;
        }
    }

    private ModelAndView page(String view, Form form) {
        return new ModelAndView(view).addObject("form", form).addObject("request", armsHands.request(form));
    }

    /// Names of what may be laid down, weapons first.
    private static List<Catalogue.Option> things(Words words) {
        return Stream.concat(Stream.of(WeaponCategory.values()), Stream.of(AmmunitionKind.values()))
                .map(one -> new Catalogue.Option(FigureFields.field(one), words.say(one)))
                .toList();
    }

    private static What what(String name) {
        String constant = name.substring(name.indexOf('.') + 1);
        return name.startsWith("WeaponCategory.")
                ? new What.Weapon(WeaponCategory.valueOf(constant))
                : new What.Ammunition(AmmunitionKind.valueOf(constant));
    }

    private static List<Catalogue.Option> ends(Words words) {
        var ends = new ArrayList<Catalogue.Option>();
        Consumer<Enum<?>> add = end -> ends.add(new Catalogue.Option(FigureFields.field(end), said(end, words)));
        List.of(TransferTo.values()).forEach(add);
        List.of(WayDestroyed.values()).forEach(add);
        List.of(WayLost.values()).forEach(add);
        return ends;
    }

    private static String said(Enum<?> end, Words words) {
        ItemState state = switch (end) {
            case TransferTo to -> ItemState.TRANSFERRED;
            case WayDestroyed how -> ItemState.DESTROYED;
            default -> ItemState.LOST_REPORTED;
        };
        return words.say(state) + words.say("web.list-semicolon") + words.say(end);
    }

    private static Enum<?> end(String name) {
        String constant = name.substring(name.indexOf('.') + 1);
        return switch (name.substring(0, Math.max(0, name.indexOf('.')))) {
            case "TransferTo" -> TransferTo.valueOf(constant);
            case "WayDestroyed" -> WayDestroyed.valueOf(constant);
            default -> WayLost.valueOf(constant);
        };
    }

    static Catalogue.Option option(Premises premises, Words words) {
        return new Catalogue.Option(premises.id().slug(), words.name(premises.names()));
    }

    static String hands(java.util.Set<AccountId> hands) {
        return String.join(" + ", hands.stream().map(AccountId::name).sorted().toList());
    }

    static String name(What what, Words words) {
        return switch (what) {
            case What.Weapon(WeaponCategory category) -> words.say(category);
            case What.Ammunition(AmmunitionKind kind) -> words.say(kind);
        };
    }

    private Line line(Visit visit, Item item) {
        Words words = visit.words();
        String at = weapons.premises(visit.actor()).stream()
                .filter(premises -> premises.id().equals(item.at()))
                .map(premises -> words.name(premises.names()))
                .findFirst()
                .orElse("");
        LocalDate day = item.steps().getLast().day();
        return new Line(item.tag().toString(), name(item.what(), words), words.say(item.state()), at, words.day(day));
    }

    private static List<Fact> facts(Item item, Words words) {
        var facts = new ArrayList<Fact>();
        item.weapon().ifPresent(weapon -> {
            weapon.make().ifPresent(mark -> facts.add(new Fact("web.arms.make", mark.text())));
            weapon.model().ifPresent(mark -> facts.add(new Fact("web.arms.model", mark.text())));
            weapon.calibre().ifPresent(calibre -> facts.add(new Fact("web.arms.calibre", calibre.toString())));
            facts.add(new Fact(
                    "web.arms.serial",
                    switch (weapon.serial()) {
                        case Serial.Stamped(Mark number) -> number.text();
                        case Serial.None() -> words.say("web.arms.serial.none");
                        case Serial.Erased() -> words.say("web.arms.serial.erased");
                    }));
            weapon.country().ifPresent(country -> facts.add(new Fact("web.arms.country", country.code())));
            weapon.year().ifPresent(year -> facts.add(new Fact("web.arms.year", year.toString())));
            weapon.importMark().ifPresent(mark -> facts.add(new Fact("web.arms.import-mark", mark.text())));
            weapon.markingsAt().ifPresent(mark -> facts.add(new Fact("web.arms.markings-at", mark.text())));
            facts.add(new Fact("web.arms.condition", words.say(weapon.condition())));
        });
        item.ammunition().ifPresent(lot -> {
            facts.add(new Fact("web.arms.quantity", words.number(lot.quantity())));
            lot.calibre().ifPresent(calibre -> facts.add(new Fact("web.arms.calibre", calibre.toString())));
            lot.lotMarks().ifPresent(mark -> facts.add(new Fact("web.arms.lot-marks", mark.text())));
            lot.netExplosiveGrams().ifPresent(grams -> facts.add(new Fact("web.arms.neq", words.number(grams))));
        });
        return facts;
    }

    record Group(String state, List<Line> lines) {}

    record Line(String tag, String what, String state, String at, String day) {}

    record Step(String state, String day, String hands) {}

    /// @param word the key of what it is called
    record Fact(String word, String value) {}
}
