// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.clearway.access.Deed;
import org.clearway.care.BatchId;
import org.clearway.care.CardLine;
import org.clearway.care.Confirmation;
import org.clearway.care.Dispatch;
import org.clearway.care.DispatchId;
import org.clearway.care.DispatchNote;
import org.clearway.care.Item;
import org.clearway.care.ItemCode;
import org.clearway.care.MoveKind;
import org.clearway.care.OrderLevels;
import org.clearway.care.Ordering;
import org.clearway.care.PointId;
import org.clearway.care.StockCard;
import org.clearway.care.StockCount;
import org.clearway.care.StockLevel;
import org.clearway.care.StockMove;
import org.clearway.care.StockReason;
import org.clearway.care.Stocks;
import org.clearway.journal.Journal;
import org.clearway.time.Occurred;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/// What is on the shelves of a point: how long it lasts, its cards, what comes and goes, and what is sent to another
/// point with a note that its receiver confirms.
@Controller
final class StockPages implements Door.Keeper {
    /// How many lines of a card a page shows.
    private static final int LINES = 200;

    /// How many dispatches a page shows.
    private static final int DISPATCHES = 20;

    /// How many items a form sends at once.
    private static final int ROWS = 6;

    private final Stocks stocks;
    private final Journal journal;
    private final PointPages pages;
    private final HourFields hourFields;
    private final NodeFacts node;

    StockPages(Stocks stocks, Journal journal, PointPages pages, HourFields hourFields, NodeFacts node) {
        this.stocks = stocks;
        this.journal = journal;
        this.pages = pages;
        this.hourFields = hourFields;
        this.node = node;
    }

    @Override
    public List<Door> doors() {
        return List.of(new Door("/stock", "web.stock", Deed.READ_STOCK, 14));
    }

    /// Every point and store, to choose from; where there is one, it is gone to at once.
    @Needs(Deed.READ_STOCK)
    @GetMapping("/stock")
    ModelAndView all(Visit visit) {
        Words words = visit.words();
        List<Line> lines = pages.all(visit).stream()
                .map(at -> new Line(
                        at.stockPath(),
                        words.name(at.point().names()),
                        words.name(at.corridor().names()),
                        words.say("web.stock.out-of", "items", out(visit, at))))
                .toList();
        if (lines.size() == 1) return Pages.seeOther(lines.getFirst().path());
        return new ModelAndView("stock/list").addObject("lines", lines);
    }

    private long out(Visit visit, PointPages.At at) {
        return levels(visit, at).stream().filter(StockLevel::isOut).count();
    }

    private List<StockLevel> levels(Visit visit, PointPages.At at) {
        return stocks.levels(
                visit.actor(), journal.now(), at.point().id(), node.clock().instant(), node.zone());
    }

    /// What the point has of everything, and how long it lasts.
    @Needs(Deed.READ_STOCK)
    @GetMapping("/stock/{point}")
    ModelAndView levels(Visit visit, Form form, @PathVariable String point) {
        PointPages.At at = pages.at(visit, point);
        return pages.page("stock/levels", visit, form, at)
                .addObject("said", form.was("saved") ? "web.care.given" : "")
                .addObject(
                        "levels",
                        levels(visit, at).stream()
                                .map(level -> line(visit, at, level))
                                .toList())
                .addObject(
                        "dispatches",
                        stocks
                                .dispatches(
                                        visit.actor(), journal.now(), at.point().id(), DISPATCHES)
                                .stream()
                                .map(note -> line(visit, at, note))
                                .toList());
    }

    private LevelLine line(Visit visit, PointPages.At at, StockLevel level) {
        Words words = visit.words();
        StockCard card = stocks.card(
                visit.actor(), journal.now(), at.point().id(), level.item().code(), 1);
        return new LevelLine(
                at.stockPath() + "/items/" + level.item().code(),
                words.name(level.item().names()),
                unit(level.item(), level.usable(), words),
                words.number(level.usable()),
                level.beyond() > 0 ? words.say("web.stock.beyond", "quantity", level.beyond()) : "",
                level.onHand() > level.usable()
                        ? words.say("web.stock.expired", "quantity", level.onHand() - level.usable())
                        : "",
                level.onTheWay() > 0 ? words.number(level.onTheWay()) : "",
                CareWords.lasts(level.supply(), words),
                level.isOut(),
                level.ordering().map(ordering -> order(ordering, words)).orElse(""),
                card.batches().stream()
                        .filter(batch -> batch.onHand() > 0)
                        .filter(batch -> !batch.expiredOn(hourFields.today()))
                        .findFirst()
                        .flatMap(StockCard.Batch::expires)
                        .map(words::day)
                        .orElse(""));
    }

    private static String order(Ordering ordering, Words words) {
        String levels = words.say(
                "web.stock.order-point",
                Map.of("least", Math.max(ordering.least(), ordering.emergency()), "most", ordering.most()));
        return ordering.urgency() == Ordering.Urgency.ENOUGH
                ? words.say(ordering.urgency()) + " (" + levels + ")"
                : words.say(
                        "web.stock.order",
                        Map.of(
                                "urgency", words.say(ordering.urgency()),
                                "quantity", ordering.order(),
                                "levels", levels));
    }

    private DispatchLine line(Visit visit, PointPages.At at, DispatchNote note) {
        Words words = visit.words();
        boolean from = note.from().equals(at.point().id());
        return new DispatchLine(
                "/dispatches/" + note.id(),
                number(note.id()),
                words.say(
                        from ? "web.stock.sent-to" : "web.stock.sent-from",
                        "point",
                        name(visit, from ? note.to() : note.from())),
                words.moment(note.sent()),
                note.confirmed()
                        .map(when -> words.say("web.stock.confirmed-at", "when", words.moment(when)))
                        .orElseGet(() -> words.say("web.stock.on-its-way")));
    }

    /// What a note is called on paper: the part of its id that chance made.
    private static String number(DispatchId id) {
        String text = id.toString();
        return text.substring(text.length() - 8);
    }

    private String name(Visit visit, PointId point) {
        return pages.all(visit).stream()
                .filter(at -> at.point().id().equals(point))
                .findFirst()
                .map(at -> visit.words().name(at.point().names()))
                .orElse(point.slug());
    }

    /// The card of an item: every line that was ever written on it, the latest first.
    @Needs(Deed.READ_STOCK)
    @GetMapping("/stock/{point}/items/{item}")
    ModelAndView card(Visit visit, Form form, @PathVariable String point, @PathVariable String item) {
        return carded(visit, form, pages.at(visit, point), item(visit, item));
    }

    @Needs(Deed.RECORD_STOCK)
    @PostMapping("/stock/{point}/items/{item}/levels")
    ModelAndView setLevels(Visit visit, Form form, @PathVariable String point, @PathVariable String item) {
        PointPages.At at = pages.at(visit, point);
        Item found = item(visit, item);
        Optional<Integer> period = form.one("period", "web.form.figure", Integer::parseInt);
        Optional<Integer> least = form.one("least", "web.form.figure", Integer::parseInt);
        Optional<Integer> most = form.one("most", "web.form.figure", Integer::parseInt);
        Optional<Integer> lead = form.one("lead", "web.form.figure", Integer::parseInt);
        boolean done = form.attempt(() -> stocks.set(
                visit.actor(),
                form.act(),
                new OrderLevels(
                        at.point().id(),
                        found.code(),
                        period.orElseThrow(),
                        least.orElseThrow(),
                        most.orElseThrow(),
                        lead.orElseThrow())));
        return done
                ? Pages.seeOther(at.stockPath() + "/items/" + found.code() + "?saved")
                : Pages.again(carded(visit, form, at, found));
    }

    private ModelAndView carded(Visit visit, Form form, PointPages.At at, Item item) {
        Words words = visit.words();
        StockCard card = stocks.card(visit.actor(), journal.now(), at.point().id(), item.code(), LINES);
        Optional<Ordering> ordering = levels(visit, at).stream()
                .filter(level -> level.item().code().equals(item.code()))
                .findFirst()
                .flatMap(StockLevel::ordering);
        return pages.page("stock/card", visit, form, at)
                .addObject("said", form.was("saved") ? "web.care.given" : "")
                .addObject("item", words.name(item.names()))
                .addObject("code", item.code().slug())
                .addObject("unit", unit(item, card.onHand(), words))
                .addObject("weighs", weighs(item, words))
                .addObject("source", Stocks.source(item).orElse(""))
                .addObject("onHand", words.number(card.onHand()))
                .addObject("beyond", card.beyond() > 0 ? words.say("web.stock.beyond", "quantity", card.beyond()) : "")
                .addObject("ordering", ordering.map(one -> order(one, words)).orElse(""))
                .addObject(
                        "levels",
                        ordering.map(Ordering::levels)
                                .orElse(new OrderLevels(at.point().id(), item.code(), 1, 1, 3, 1)))
                .addObject("printed", words.moment(node.clock().instant()))
                .addObject(
                        "batches",
                        card.batches().stream()
                                .filter(batch -> batch.onHand() > 0)
                                .map(batch -> line(batch, words))
                                .toList())
                .addObject(
                        "lines",
                        card.lines().stream().map(one -> line(one, words)).toList());
    }

    private static String weighs(Item item, Words words) {
        return words.list(Stream.of(
                        item.grams().map(grams -> words.say("web.stock.grams", "grams", grams)),
                        item.cubicCentimetres().map(room -> words.say("web.stock.room", "room", room)))
                .flatMap(Optional::stream)
                .toList());
    }

    private BatchLine line(StockCard.Batch batch, Words words) {
        return new BatchLine(
                batch.batch().slug(),
                batch.expires().map(words::day).orElse(""),
                batch.expiredOn(hourFields.today()),
                String.valueOf(batch.onHand()),
                words.number(batch.onHand()));
    }

    private CardRow line(CardLine line, Words words) {
        return new CardRow(
                words.moment(line.when().from()),
                words.say(line.kind()),
                line.because().map(words::say).orElse(""),
                words.number(Math.abs(line.quantity())),
                line.change() > 0 ? "+" + words.number(line.change()) : words.number(line.change()),
                words.number(line.balance()),
                line.beyond() > 0 ? words.say("web.stock.beyond", "quantity", line.beyond()) : "",
                line.account().name());
    }

    /// Something comes, is handed out or is lost.
    @Needs(Deed.RECORD_STOCK)
    @GetMapping("/stock/{point}/move")
    ModelAndView move(Visit visit, Form form, @PathVariable String point) {
        return moving(visit, form, pages.at(visit, point));
    }

    @Needs(Deed.RECORD_STOCK)
    @PostMapping("/stock/{point}/move")
    ModelAndView moved(Visit visit, Form form, @PathVariable String point) {
        PointPages.At at = pages.at(visit, point);
        Optional<MoveKind> kind = form.one("kind", "web.form.choose", MoveKind::valueOf);
        Optional<ItemCode> item = form.one("item", "web.form.choose", ItemCode::new);
        Optional<Long> quantity = form.one("quantity", "web.form.figure", Long::parseLong);
        Optional<BatchId> batch = form.maybe("batch", "web.form.not-understood", BatchId::new);
        Optional<LocalDate> expires = form.maybe("expires", "web.form.day", LocalDate::parse);
        Optional<StockReason> because = form.maybe("because", "web.form.choose", StockReason::valueOf);
        Instant now = node.clock().instant();
        boolean done = form.attempt(() -> stocks.move(
                visit.actor(),
                form.act(),
                new StockMove(
                        at.point().id(),
                        item.orElseThrow(),
                        kind.orElseThrow(),
                        quantity.orElseThrow(),
                        batch,
                        kind.orElseThrow() == MoveKind.RECEIPT ? expires : Optional.empty(),
                        kind.orElseThrow() == MoveKind.RECEIPT || kind.orElseThrow() == MoveKind.ISSUE
                                ? Optional.empty()
                                : because),
                Occurred.at(now, node.zone())));
        return done
                ? Pages.seeOther(at.stockPath() + "/items/" + item.orElseThrow() + "?saved")
                : Pages.again(moving(visit, form, at));
    }

    private ModelAndView moving(Visit visit, Form form, PointPages.At at) {
        MoveKind kind = form.maybe("kind", "web.form.choose", MoveKind::valueOf).orElse(MoveKind.RECEIPT);
        return pages.page("stock/move", visit, form, at)
                .addObject("kind", kind.name())
                .addObject("title", visit.words().say("web.stock.move." + kind))
                .addObject("needsReason", kind != MoveKind.RECEIPT && kind != MoveKind.ISSUE)
                .addObject("needsBatch", kind != MoveKind.ISSUE)
                .addObject("comes", kind == MoveKind.RECEIPT)
                .addObject("items", kind == MoveKind.RECEIPT ? items(visit) : carded(visit, at))
                .addObject("batches", batches(visit, at))
                .addObject("reasons", Catalogue.Option.of(StockReason.class, visit.words()));
    }

    /// Every item of the catalogue, by name.
    private List<Catalogue.Option> items(Visit visit) {
        return stocks.items(visit.actor(), journal.now()).stream()
                .map(item -> option(item, visit.words()))
                .sorted(Catalogue.Option.byName(visit.words()))
                .toList();
    }

    /// The items that the point has a card of, by name.
    private List<Catalogue.Option> carded(Visit visit, PointPages.At at) {
        return levels(visit, at).stream()
                .map(level -> option(level.item(), visit.words()))
                .sorted(Catalogue.Option.byName(visit.words()))
                .toList();
    }

    private static Catalogue.Option option(Item item, Words words) {
        return new Catalogue.Option(
                item.code().slug(),
                words.say(
                        "web.stock.item-in", Map.of("item", words.name(item.names()), "unit", words.say(item.unit()))));
    }

    /// The batches that the point has, to choose a name from while typing.
    private List<String> batches(Visit visit, PointPages.At at) {
        return levels(visit, at).stream()
                .flatMap(level ->
                        stocks
                                .card(
                                        visit.actor(),
                                        journal.now(),
                                        at.point().id(),
                                        level.item().code(),
                                        1)
                                .batches()
                                .stream())
                .map(batch -> batch.batch().slug())
                .distinct()
                .sorted()
                .toList();
    }

    /// Somebody counts all there is of an item.
    @Needs(Deed.RECORD_STOCK)
    @GetMapping("/stock/{point}/items/{item}/count")
    ModelAndView count(Visit visit, Form form, @PathVariable String point, @PathVariable String item) {
        return counting(visit, form, pages.at(visit, point), item(visit, item));
    }

    @Needs(Deed.RECORD_STOCK)
    @PostMapping("/stock/{point}/items/{item}/count")
    ModelAndView counted(Visit visit, Form form, @PathVariable String point, @PathVariable String item) {
        PointPages.At at = pages.at(visit, point);
        Item found = item(visit, item);
        var batches = new ArrayList<Optional<StockCount.CountedBatch>>();
        for (int row = 1; row <= rows(form); row++) {
            if (!form.text("batch-" + row).isBlank()) batches.add(batch(form, row));
        }
        Optional<StockReason> because = form.maybe("because", "web.form.choose", StockReason::valueOf);
        boolean done = form.attempt(() -> stocks.count(
                visit.actor(),
                form.act(),
                new StockCount(
                        at.point().id(),
                        found.code(),
                        batches.stream().map(Optional::orElseThrow).toList(),
                        because),
                node.zone()));
        return done
                ? Pages.seeOther(at.stockPath() + "/items/" + found.code() + "?saved")
                : Pages.again(counting(visit, form, at, found));
    }

    private static int rows(Form form) {
        int rows = 0;
        while (form.was("batch-" + (rows + 1))) rows++;
        return rows;
    }

    private static Optional<StockCount.CountedBatch> batch(Form form, int row) {
        Optional<BatchId> batch = form.one("batch-" + row, "web.form.not-understood", BatchId::new);
        Optional<LocalDate> expires = form.maybe("expires-" + row, "web.form.day", LocalDate::parse);
        Optional<Long> quantity = form.one("quantity-" + row, "web.form.figure", Long::parseLong);
        return batch.flatMap(
                id -> quantity.flatMap(number -> form.make(() -> new StockCount.CountedBatch(id, expires, number))));
    }

    private ModelAndView counting(Visit visit, Form form, PointPages.At at, Item item) {
        Words words = visit.words();
        StockCard card = stocks.card(visit.actor(), journal.now(), at.point().id(), item.code(), 1);
        List<BatchLine> known = card.batches().stream()
                .filter(batch -> batch.onHand() > 0)
                .map(batch -> line(batch, words))
                .toList();
        return pages.page("stock/count", visit, form, at)
                .addObject("item", words.name(item.names()))
                .addObject("code", item.code().slug())
                .addObject("unit", unit(item, card.onHand(), words))
                .addObject("onHand", words.number(card.onHand()))
                .addObject("batches", known)
                .addObject("more", List.of(known.size() + 1, known.size() + 2))
                .addObject("reasons", Catalogue.Option.of(StockReason.class, words));
    }

    /// Goods leave for another point.
    @Needs(Deed.RECORD_STOCK)
    @GetMapping("/stock/{point}/dispatch")
    ModelAndView dispatch(Visit visit, Form form, @PathVariable String point) {
        return dispatching(visit, form, pages.at(visit, point));
    }

    @Needs(Deed.RECORD_STOCK)
    @PostMapping("/stock/{point}/dispatch")
    ModelAndView dispatched(Visit visit, Form form, @PathVariable String point) {
        PointPages.At at = pages.at(visit, point);
        Optional<PointId> to = form.one("to", "web.form.choose", PointId::new);
        var lines = new ArrayList<Optional<Dispatch.Line>>();
        for (int row = 1; row <= ROWS; row++) {
            if (!form.text("item-" + row).isBlank()) lines.add(line(form, row));
        }
        boolean done = form.attempt(() -> stocks.dispatch(
                visit.actor(),
                form.act(),
                new Dispatch(
                        at.point().id(),
                        to.orElseThrow(),
                        lines.stream().map(Optional::orElseThrow).toList()),
                node.zone()));
        return done
                ? Pages.seeOther("/dispatches/" + DispatchId.of(form.act()))
                : Pages.again(dispatching(visit, form, at));
    }

    private static Optional<Dispatch.Line> line(Form form, int row) {
        Optional<ItemCode> item = form.one("item-" + row, "web.form.choose", ItemCode::new);
        Optional<Long> quantity = form.one("quantity-" + row, "web.form.figure", Long::parseLong);
        return item.flatMap(code ->
                quantity.flatMap(number -> form.make(() -> new Dispatch.Line(code, Optional.empty(), number))));
    }

    private ModelAndView dispatching(Visit visit, Form form, PointPages.At at) {
        return pages.page("stock/dispatch", visit, form, at)
                .addObject("rows", IntStream.rangeClosed(1, ROWS).boxed().toList())
                .addObject("items", carded(visit, at))
                .addObject(
                        "receivers",
                        pages.all(visit).stream()
                                .filter(other ->
                                        !other.point().id().equals(at.point().id()))
                                .map(other -> new Catalogue.Option(
                                        other.point().id().slug(),
                                        visit.words().name(other.point().names())))
                                .sorted(Catalogue.Option.byName(visit.words()))
                                .toList());
    }

    /// The note that goes with a dispatch, and what its receiver says of it.
    @Needs(Deed.READ_STOCK)
    @GetMapping("/dispatches/{dispatch}")
    ModelAndView note(Visit visit, Form form, @PathVariable String dispatch) {
        return noted(visit, form, found(visit, dispatch));
    }

    @Needs(Deed.RECORD_STOCK)
    @PostMapping("/dispatches/{dispatch}")
    ModelAndView confirm(Visit visit, Form form, @PathVariable String dispatch) {
        DispatchNote note = found(visit, dispatch);
        var arrived = new ArrayList<Optional<Confirmation.Arrived>>();
        for (int row = 1; row <= note.lines().size(); row++)
            arrived.add(arrived(form, row, note.lines().get(row - 1)));
        boolean done = form.attempt(() -> stocks.confirm(
                visit.actor(),
                form.act(),
                new Confirmation(
                        note.id(), arrived.stream().map(Optional::orElseThrow).toList()),
                node.zone()));
        return done ? Pages.seeOther("/dispatches/" + note.id() + "?saved") : Pages.again(noted(visit, form, note));
    }

    private static Optional<Confirmation.Arrived> arrived(Form form, int row, DispatchNote.Line line) {
        Optional<Long> accepted = form.one("accepted-" + row, "web.form.figure", Long::parseLong);
        long refused =
                form.maybe("refused-" + row, "web.form.figure", Long::parseLong).orElse(0L);
        Optional<StockReason> because = form.maybe("because-" + row, "web.form.choose", StockReason::valueOf);
        return accepted.flatMap(number ->
                form.make(() -> new Confirmation.Arrived(line.item(), line.batch(), number, refused, because)));
    }

    private DispatchNote found(Visit visit, String dispatch) {
        return stocks.dispatch(visit.actor(), journal.now(), DispatchId.parse(dispatch))
                .orElseThrow(Pages::notFound);
    }

    private ModelAndView noted(Visit visit, Form form, DispatchNote note) {
        Words words = visit.words();
        return new ModelAndView("stock/note")
                .addObject("form", form)
                .addObject("said", form.was("saved") ? "web.care.given" : "")
                .addObject("id", note.id().toString())
                .addObject("number", number(note.id()))
                .addObject("from", name(visit, note.from()))
                .addObject("fromPath", "/stock/" + note.from())
                .addObject("to", name(visit, note.to()))
                .addObject("toPath", "/stock/" + note.to())
                .addObject("sent", words.moment(note.sent()))
                .addObject("open", note.confirmed().isEmpty())
                .addObject("confirmed", note.confirmed().map(words::moment).orElse(""))
                .addObject("reasons", Catalogue.Option.of(StockReason.class, words))
                .addObject(
                        "lines",
                        IntStream.range(0, note.lines().size())
                                .mapToObj(
                                        row -> line(visit, row + 1, note.lines().get(row)))
                                .toList());
    }

    private NoteLine line(Visit visit, int row, DispatchNote.Line line) {
        Words words = visit.words();
        Item item = item(visit, line.item().slug());
        return new NoteLine(
                row,
                words.name(item.names()),
                line.batch().slug(),
                line.expires().map(words::day).orElse(""),
                words.number(line.sent()),
                unit(item, line.sent(), words),
                item.grams()
                        .map(grams -> words.say("web.stock.kilograms", "kilograms", grams * line.sent() / 1000.0))
                        .orElse(""),
                String.valueOf(line.sent()),
                words.number(line.accepted()),
                words.number(line.refused()),
                words.number(line.missing()),
                line.because().map(words::say).orElse(""));
    }

    /// What an item is counted in, as it is said after so many.
    private static String unit(Item item, long quantity, Words words) {
        return words.say("web.stock.unit." + item.unit(), "quantity", quantity);
    }

    private Item item(Visit visit, String code) {
        return stocks.items(visit.actor(), journal.now()).stream()
                .filter(item -> item.code().slug().equals(code))
                .findFirst()
                .orElseThrow(Pages::notFound);
    }

    record Line(String path, String point, String corridor, String out) {}

    /// @param beyond that more was given than the card had; empty where it was not
    /// @param expired what is there and may not be given; empty where there is none
    /// @param next the day on which what is given next expires; empty where nothing does
    record LevelLine(
            String path,
            String item,
            String unit,
            String usable,
            String beyond,
            String expired,
            String onTheWay,
            String lasts,
            boolean out,
            String order,
            String next) {}

    record DispatchLine(String path, String number, String between, String sent, String state) {}

    record BatchLine(String batch, String expires, boolean expired, String figure, String quantity) {}

    record CardRow(
            String when,
            String what,
            String because,
            String quantity,
            String change,
            String balance,
            String beyond,
            String account) {}

    record NoteLine(
            int row,
            String item,
            String batch,
            String expires,
            String sent,
            String unit,
            String weight,
            String figure,
            String accepted,
            String refused,
            String missing,
            String because) {}
}
