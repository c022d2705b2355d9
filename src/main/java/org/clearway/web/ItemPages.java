// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import java.util.Comparator;
import java.util.Optional;
import org.clearway.access.Deed;
import org.clearway.care.Item;
import org.clearway.care.ItemCode;
import org.clearway.care.StockUnit;
import org.clearway.care.Stocks;
import org.clearway.journal.Journal;
import org.clearway.language.Names;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/// The catalogue of relief items: what the program ships and what this node named, to read, to add to and to restate.
@Controller
final class ItemPages {
    private final Stocks stocks;
    private final Journal journal;

    ItemPages(Stocks stocks, Journal journal) {
        this.stocks = stocks;
        this.journal = journal;
    }

    @Needs(Deed.READ_STOCK)
    @GetMapping("/items")
    ModelAndView list(Visit visit, Form form) {
        Words words = visit.words();
        var order = Catalogue.byName(words);
        return new ModelAndView("stock/items")
                .addObject("said", form.was("saved") ? "web.saved" : "")
                .addObject(
                        "lines",
                        stocks.items(visit.actor(), journal.now()).stream()
                                .map(item -> line(item, words))
                                .sorted(Comparator.comparing(Line::name, order))
                                .toList());
    }

    private static Line line(Item item, Words words) {
        return new Line(
                item.code().slug(),
                words.name(item.names()),
                words.say(item.unit()),
                item.grams().map(words::number).orElse("—"),
                item.cubicCentimetres().map(words::number).orElse("—"),
                Stocks.source(item).orElse(""));
    }

    @Needs(Deed.RECORD_STOCK)
    @GetMapping("/items/new")
    ModelAndView fresh(Visit visit, Form form) {
        return naming(visit, form, Optional.empty());
    }

    @Needs(Deed.RECORD_STOCK)
    @PostMapping("/items/new")
    ModelAndView add(Visit visit, Form form) {
        return name(visit, form, Optional.empty());
    }

    @Needs(Deed.RECORD_STOCK)
    @GetMapping("/items/{item}")
    ModelAndView change(Visit visit, Form form, @PathVariable String item) {
        return naming(visit, form, Optional.of(at(visit, item)));
    }

    @Needs(Deed.RECORD_STOCK)
    @PostMapping("/items/{item}")
    ModelAndView changed(Visit visit, Form form, @PathVariable String item) {
        return name(visit, form, Optional.of(at(visit, item)));
    }

    private ModelAndView name(Visit visit, Form form, Optional<Item> before) {
        boolean done = read(form, before)
                .filter(item -> form.attempt(() -> stocks.name(visit.actor(), form.act(), item)))
                .isPresent();
        return done ? Pages.seeOther("/items?saved") : Pages.again(naming(visit, form, before));
    }

    private static Optional<Item> read(Form form, Optional<Item> before) {
        Optional<Names> names = NameFields.read(form, before.map(Item::names));
        Optional<StockUnit> unit = form.one("unit", "web.form.choose", StockUnit::valueOf);
        Optional<Long> grams = form.maybe("grams", "web.form.figure", Long::parseLong);
        Optional<Long> volume = form.maybe("cubic-centimetres", "web.form.figure", Long::parseLong);
        return form.make(() -> new Item(
                before.map(Item::code).orElseGet(() -> new ItemCode(NameFields.slug(names.orElseThrow(), form))),
                names.orElseThrow(),
                unit.orElseThrow(),
                grams,
                volume));
    }

    private static ModelAndView naming(Visit visit, Form form, Optional<Item> before) {
        return new ModelAndView("stock/item")
                .addObject("form", form)
                .addObject("path", before.map(item -> "/items/" + item.code()).orElse("/items/new"))
                .addObject("names", NameFields.of(form, before.map(Item::names)))
                .addObject("units", Catalogue.Option.of(StockUnit.class, visit.words()))
                .addObject("unit", before.map(item -> item.unit().name()).orElse(""))
                .addObject(
                        "grams",
                        before.flatMap(Item::grams).map(String::valueOf).orElse(""))
                .addObject(
                        "volume",
                        before.flatMap(Item::cubicCentimetres)
                                .map(String::valueOf)
                                .orElse(""));
    }

    private Item at(Visit visit, String code) {
        return stocks.items(visit.actor(), journal.now()).stream()
                .filter(item -> item.code().slug().equals(code))
                .findFirst()
                .orElseThrow(Pages::notFound);
    }

    /// @param source where weight and volume come from; empty where this node weighed it, or nobody did
    record Line(String code, String name, String unit, String grams, String volume, String source) {}
}
