// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.clearway.access.Deed;
import org.clearway.agreement.CorridorId;
import org.clearway.care.Equipment;
import org.clearway.care.ItemCode;
import org.clearway.care.PointId;
import org.clearway.care.Recipe;
import org.clearway.care.ServicePoint;
import org.clearway.care.ServicePoints;
import org.clearway.care.Stocks;
import org.clearway.corridor.Corridor;
import org.clearway.corridor.Corridors;
import org.clearway.corridor.CrossingId;
import org.clearway.corridor.Service;
import org.clearway.journal.Journal;
import org.clearway.language.Names;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/// Entry by hand of a service point: where it stands, what it gives, what it is announced to have, and what each
/// service takes from its stock.
@Controller
final class PointEntryPages {
    /// Lines for recipes that the form has beside those that are told.
    private static final int MORE_RECIPES = 3;

    private final ServicePoints points;
    private final Stocks stocks;
    private final Corridors corridors;
    private final Journal journal;
    private final PointPages pages;

    PointEntryPages(ServicePoints points, Stocks stocks, Corridors corridors, Journal journal, PointPages pages) {
        this.points = points;
        this.stocks = stocks;
        this.corridors = corridors;
        this.journal = journal;
        this.pages = pages;
    }

    @Needs(Deed.RECORD_SERVICE_POINT)
    @GetMapping("/care/new")
    ModelAndView fresh(Visit visit, Form form) {
        return setting(visit, form, Optional.empty());
    }

    @Needs(Deed.RECORD_SERVICE_POINT)
    @PostMapping("/care/new")
    ModelAndView open(Visit visit, Form form) {
        return set(visit, form, Optional.empty());
    }

    @Needs(Deed.RECORD_SERVICE_POINT)
    @GetMapping("/care/{point}/change")
    ModelAndView change(Visit visit, Form form, @PathVariable String point) {
        return setting(visit, form, Optional.of(pages.at(visit, point).point()));
    }

    @Needs(Deed.RECORD_SERVICE_POINT)
    @PostMapping("/care/{point}/change")
    ModelAndView changed(Visit visit, Form form, @PathVariable String point) {
        return set(visit, form, Optional.of(pages.at(visit, point).point()));
    }

    private ModelAndView set(Visit visit, Form form, Optional<ServicePoint> before) {
        boolean done = read(visit, form, before)
                .filter(point -> form.attempt(() -> points.set(visit.actor(), form.act(), point)))
                .isPresent();
        return done
                ? Pages.seeOther(SetUpSteps.after(form, SetUpStep.POINTS, "/care?saved"))
                : Pages.again(setting(visit, form, before));
    }

    private Optional<ServicePoint> read(Visit visit, Form form, Optional<ServicePoint> before) {
        Optional<Names> names = NameFields.read(form, before.map(ServicePoint::names));
        List<Stand> stands = stands(visit);
        Optional<Stand> stand = form.one(
                "stands",
                "web.form.choose",
                text -> stands.stream()
                        .filter(one -> one.value().equals(text))
                        .findFirst()
                        .orElseThrow(IllegalArgumentException::new));
        Set<Service> services = form.several("services", "web.form.choose", Service::valueOf);
        Map<Equipment, Long> equipment = FigureFields.read(form, Equipment.class);
        List<Recipe> recipes = recipes(form);
        return form.make(() -> new ServicePoint(
                before.map(ServicePoint::id).orElseGet(() -> new PointId(NameFields.slug(names.orElseThrow(), form))),
                stand.orElseThrow().corridor(),
                stand.orElseThrow().crossing(),
                names.orElseThrow(),
                services,
                equipment,
                recipes));
    }

    private static List<Recipe> recipes(Form form) {
        var recipes = new ArrayList<Recipe>();
        for (int line = 1; form.was(of(line)); line++) recipe(form, line).ifPresent(recipes::add);
        return recipes;
    }

    /// A line that nothing was typed into tells no recipe.
    private static Optional<Recipe> recipe(Form form, int line) {
        if (Stream.of(of(line), item(line), each(line))
                .allMatch(field -> form.text(field).isBlank())) {
            return Optional.empty();
        }
        Optional<Service> of = form.one(of(line), "web.form.choose", Service::valueOf);
        Optional<ItemCode> item = form.one(item(line), "web.form.choose", ItemCode::new);
        Optional<Long> each = form.one(each(line), "web.form.figure", Long::parseLong);
        if (of.isEmpty() || item.isEmpty() || each.isEmpty()) return Optional.empty();
        return form.one(each(line), "web.form.figure", text -> new Recipe(of.get(), item.get(), each.get()));
    }

    private ModelAndView setting(Visit visit, Form form, Optional<ServicePoint> before) {
        Words words = visit.words();
        return new ModelAndView("care/point")
                .addObject("form", form)
                .addObject(
                        "path",
                        before.map(point -> "/care/" + point.id() + "/change").orElse("/care/new"))
                .addObject("names", NameFields.of(form, before.map(ServicePoint::names)))
                .addObject(
                        "stands",
                        stands(visit).stream()
                                .map(one -> new Catalogue.Option(one.value(), one.name()))
                                .toList())
                .addObject("stand", before.map(PointEntryPages::stand).orElse(""))
                .addObject("services", given(words))
                .addObject(
                        "given",
                        before.map(ServicePoint::services).orElse(Set.of()).stream()
                                .map(Service::name)
                                .toList())
                .addObject(
                        "equipment",
                        FigureFields.told(
                                Equipment.class,
                                before.map(ServicePoint::equipment).orElse(Map.of()),
                                words))
                .addObject(
                        "recipes", lines(form, before.map(ServicePoint::recipes).orElse(List.of())))
                .addObject("items", items(visit));
    }

    /// Those that a point may give: transport is counted where people board.
    private static List<Catalogue.Option> given(Words words) {
        return Catalogue.Option.of(Service.class, words).stream()
                .filter(one -> !one.value().equals(Service.TRANSPORT.name()))
                .toList();
    }

    private List<Catalogue.Option> items(Visit visit) {
        Words words = visit.words();
        return stocks.items(visit.actor(), journal.now()).stream()
                .map(item -> new Catalogue.Option(
                        item.code().slug(),
                        words.say(
                                "web.stock.item-in",
                                Map.of("item", words.name(item.names()), "unit", words.say(item.unit())))))
                .sorted(Catalogue.Option.byName(words))
                .toList();
    }

    /// The recipes that are told and a few lines more, or as many as were typed into.
    private static List<RecipeLine> lines(Form form, List<Recipe> told) {
        var lines = new ArrayList<RecipeLine>();
        for (Recipe recipe : told) {
            lines.add(new RecipeLine(
                    lines.size() + 1,
                    recipe.service().name(),
                    recipe.item().slug(),
                    String.valueOf(recipe.eachPerson())));
        }
        int least = told.size() + MORE_RECIPES;
        while (lines.size() < least || form.was(of(lines.size() + 1))) {
            lines.add(new RecipeLine(lines.size() + 1, "", "", ""));
        }
        return lines;
    }

    /// Where a point may stand: at each crossing of each corridor, or somewhere else along it.
    private List<Stand> stands(Visit visit) {
        Words words = visit.words();
        var stands = new ArrayList<Stand>();
        for (Corridor corridor : corridors.list(visit.actor(), journal.now())) {
            String name = words.name(corridor.names());
            corridor.crossings()
                    .forEach(point -> stands.add(new Stand(
                            corridor.id(),
                            Optional.of(point.crossing()),
                            words.say(
                                    "web.points.at-crossing",
                                    Map.of("corridor", name, "crossing", words.name(point.names()))))));
            stands.add(new Stand(
                    corridor.id(), Optional.empty(), words.say("web.points.at-no-crossing", "corridor", name)));
        }
        return stands;
    }

    private static String stand(ServicePoint point) {
        return new Stand(point.corridor(), point.crossing(), "").value();
    }

    private static String of(int line) {
        return "recipe-of-" + line;
    }

    private static String item(int line) {
        return "recipe-item-" + line;
    }

    private static String each(int line) {
        return "recipe-each-" + line;
    }

    /// @param name what the list says
    private record Stand(CorridorId corridor, Optional<CrossingId> crossing, String name) {
        String value() {
            return corridor + crossing.map(point -> "/" + point).orElse("");
        }
    }

    /// @param number its place in the form, from 1
    record RecipeLine(int number, String of, String item, String each) {}
}
