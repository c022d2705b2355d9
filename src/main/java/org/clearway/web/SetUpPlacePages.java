// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.clearway.access.Deed;
import org.clearway.geo.Area;
import org.clearway.geo.AreaId;
import org.clearway.geo.AreaKind;
import org.clearway.geo.PCode;
import org.clearway.geo.Position;
import org.clearway.geo.Shape;
import org.clearway.journal.Journal;
import org.clearway.language.Language;
import org.clearway.language.Names;
import org.clearway.places.AreaImport;
import org.clearway.places.AreaMapping;
import org.clearway.places.Place;
import org.clearway.places.Places;
import org.clearway.places.Source;
import org.clearway.places.TableImport;
import org.clearway.time.Span;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/// The places of a node: typed, taken from a table or a file of boundaries, and their borders drawn.
@Controller
final class SetUpPlacePages {
    /// As many as a page lists; the others are found by a part of their name or code.
    private static final int SHOWN = 200;

    /// What is said of each row of a file; the others are counted.
    private static final int ROWS_SHOWN = 500;

    private static final Set<AreaKind> COARSER = EnumSet.complementOf(EnumSet.of(AreaKind.SETTLEMENT));

    private final SetUpSteps steps;
    private final Places places;
    private final Catalogue catalogue;
    private final ClaimForms forms;
    private final Journal journal;

    SetUpPlacePages(SetUpSteps steps, Places places, Catalogue catalogue, ClaimForms forms, Journal journal) {
        this.steps = steps;
        this.places = places;
        this.catalogue = catalogue;
        this.forms = forms;
        this.journal = journal;
    }

    @Needs(Deed.RECORD_PLACE)
    @GetMapping("/set-up/places")
    ModelAndView list(Visit visit, Form form) {
        Words words = visit.words();
        List<Place> all = places.list(journal.now());
        Predicate<Place> asked = asked(form.text("q").strip().toLowerCase(Locale.ROOT));
        List<SetUpSteps.OnRecord> found = all.stream()
                .filter(asked)
                .sorted(Comparator.comparing((Place place) -> place.area().kind())
                        .thenComparing(place -> words.name(place.area().names()), Catalogue.byName(words)))
                .limit(SHOWN)
                .map(place -> new SetUpSteps.OnRecord(
                        words.name(place.area().names()), details(place, words), "/set-up/places/" + place.id()))
                .toList();
        return steps.page("places", visit, SetUpStep.PLACES)
                .addObject("form", form)
                .addObject("said", ClaimForms.notice(form))
                .addObject("lines", found)
                .addObject("sum", words.say("web.set-up.places-sum", Map.of("shown", found.size(), "all", all.size())))
                .addObject("many", all.size() > SHOWN);
    }

    private static Predicate<Place> asked(String part) {
        return place -> part.isEmpty()
                || place.area()
                        .pcode()
                        .filter(code -> code.code().toLowerCase(Locale.ROOT).contains(part))
                        .isPresent()
                || place.area().names().byLanguage().values().stream()
                        .anyMatch(name -> name.toLowerCase(Locale.ROOT).contains(part));
    }

    private static String details(Place place, Words words) {
        String kind = words.say(place.area().kind());
        return place.area()
                .pcode()
                .map(code -> words.say("web.set-up.kind-and-code", Map.of("kind", kind, "code", code.code())))
                .orElse(kind);
    }

    @Needs(Deed.RECORD_PLACE)
    @GetMapping("/set-up/places/new")
    ModelAndView fresh(Visit visit, Form form) {
        return placePage(visit, form, Optional.empty());
    }

    @Needs(Deed.RECORD_PLACE)
    @PostMapping("/set-up/places/new")
    ModelAndView add(Visit visit, Form form) {
        return name(visit, form, Optional.empty());
    }

    @Needs(Deed.RECORD_PLACE)
    @GetMapping("/set-up/places/{area}")
    ModelAndView change(Visit visit, Form form, @PathVariable String area) {
        return placePage(visit, form, Optional.of(at(area)));
    }

    @Needs(Deed.RECORD_PLACE)
    @PostMapping("/set-up/places/{area}")
    ModelAndView rename(Visit visit, Form form, @PathVariable String area) {
        return name(visit, form, Optional.of(at(area)));
    }

    private ModelAndView name(Visit visit, Form form, Optional<Place> before) {
        Optional<Names> names =
                NameFields.read(form, before.map(place -> place.area().names()));
        Optional<AreaKind> kind = form.one("kind", "web.form.choose", AreaKind::valueOf);
        Optional<PCode> pcode =
                form.maybe("pcode", "web.set-up.pcode-rule", text -> new PCode(text.toUpperCase(Locale.ROOT)));
        Optional<AreaId> parent = form.maybe("parent", "web.form.choose", AreaId::new);
        Optional<Position> position = form.maybe("position", "web.fire.degrees", PositionFields::position);
        boolean done = form.attempt(() -> places.name(
                visit.actor(),
                form.act(),
                new Area(
                        before.map(Place::id).orElseGet(() -> new AreaId(NameFields.slug(names.orElseThrow(), form))),
                        kind.orElseThrow(),
                        pcode,
                        names.orElseThrow(),
                        form.text("spellings")
                                .lines()
                                .filter(line -> !line.isBlank())
                                .toList(),
                        parent),
                position));
        if (!done) return Pages.again(placePage(visit, form, before));
        return Pages.seeOther(
                form.was("another")
                        ? "/set-up/places/new?saved&kind=" + kind.orElseThrow() + "&parent=" + form.text("parent")
                        : "/set-up/places?saved");
    }

    private ModelAndView placePage(Visit visit, Form form, Optional<Place> before) {
        Words words = visit.words();
        Optional<Area> area = before.map(Place::area);
        return steps.page("place", visit, SetUpStep.PLACES)
                .addObject("form", form)
                .addObject("said", ClaimForms.notice(form))
                .addObject("known", before.isPresent())
                .addObject(
                        "path",
                        before.map(place -> "/set-up/places/" + place.id()).orElse("/set-up/places/new"))
                .addObject("names", NameFields.of(form, area.map(Area::names)))
                .addObject("kinds", Catalogue.Option.of(AreaKind.class, words))
                .addObject("kind", area.map(one -> one.kind().name()).orElse(AreaKind.SETTLEMENT.name()))
                .addObject("pcode", area.flatMap(Area::pcode).map(PCode::code).orElse(""))
                .addObject("parents", catalogue.in(words).areasOf(COARSER))
                .addObject(
                        "parent", area.flatMap(Area::parent).map(AreaId::slug).orElse(""))
                .addObject(
                        "position",
                        before.flatMap(Place::position)
                                .map(PositionFields::line)
                                .orElse(""))
                .addObject(
                        "spellings", String.join("\n", area.map(Area::spellings).orElse(List.of())))
                .addObject(
                        "borders",
                        before.map(place -> places.borders(journal.now(), place.id()).stream()
                                        .map(border -> words.span(border.valid()))
                                        .toList())
                                .orElse(List.of()));
    }

    @Needs(Deed.RECORD_PLACE)
    @GetMapping("/set-up/places/{area}/border")
    ModelAndView border(Visit visit, Form form, @PathVariable String area) {
        return borderPage(visit, form, at(area));
    }

    @Needs(Deed.RECORD_PLACE)
    @PostMapping("/set-up/places/{area}/border")
    ModelAndView bound(Visit visit, Form form, @PathVariable String area) {
        Place place = at(area);
        Optional<Shape> shape = PositionFields.lines(form, "corners")
                .flatMap(corners -> form.one("corners", "web.fire.degrees", any -> Shape.of(corners)));
        Optional<Span> valid = forms.span(form);
        Optional<Source> source = forms.source(form);
        boolean done = form.attempt(() -> places.bound(
                visit.actor(),
                form.act(),
                place.id(),
                shape.orElseThrow(),
                valid.orElseThrow(),
                0,
                source.orElseThrow()));
        return done
                ? Pages.seeOther("/set-up/places/" + place.id() + "?saved")
                : Pages.again(borderPage(visit, form, place));
    }

    private ModelAndView borderPage(Visit visit, Form form, Place place) {
        return steps.fill(forms.page("set-up/border", visit, form), visit, SetUpStep.PLACES)
                .addObject("standing", steps.cited(Optional.empty()))
                .addObject("id", place.id().slug())
                .addObject("name", visit.words().name(place.area().names()))
                .addObject("day", forms.today().toString())
                .addObject(
                        "settlements",
                        places.list(journal.now()).stream()
                                .flatMap(one -> one.position().stream())
                                .limit(SHOWN)
                                .map(PositionFields::line)
                                .collect(Collectors.joining(";")));
    }

    @Needs(Deed.RECORD_PLACE)
    @GetMapping("/set-up/places/import")
    ModelAndView fromFile(Visit visit, Form form) {
        return importPage(visit, form);
    }

    /// A table names areas, a file of boundaries bounds them; which it is, its first sign says.
    @Needs(Deed.RECORD_PLACE)
    @PostMapping("/set-up/places/import")
    ModelAndView takeIn(Visit visit, Form form, @RequestParam(required = false) @Nullable MultipartFile file) {
        Optional<AreaKind> kind = form.one("kind", "web.form.choose", AreaKind::valueOf);
        if (file == null || file.isEmpty()) {
            form.complain("file", visit.words().say("web.form.required"));
            return Pages.again(importPage(visit, form));
        }
        byte[] bytes = Pages.bytes(file);
        Words words = visit.words();
        var answers = new ArrayList<Answer>();
        var sum = new ArrayList<String>();
        if (isGeoJson(bytes)) {
            Optional<Source> source = forms.source(form);
            Optional<Span> valid = forms.span(form);
            form.attempt(() -> bounded(
                    words,
                    places.importAreas(
                            visit.actor(),
                            form.act(),
                            bytes,
                            mapping(form, kind.orElseThrow()),
                            valid.orElseThrow(),
                            source.orElseThrow()),
                    answers,
                    sum));
        } else {
            form.attempt(() -> named(
                    words,
                    places.importTable(
                            visit.actor(),
                            form.act(),
                            bytes,
                            kind.orElseThrow(),
                            form.namesIn().getFirst()),
                    answers,
                    sum));
        }
        ModelAndView page = importPage(visit, form)
                .addObject("answers", answers.stream().limit(ROWS_SHOWN).toList())
                .addObject("sum", sum);
        return form.sound() ? page : Pages.again(page);
    }

    private static AreaMapping mapping(Form form, AreaKind kind) {
        var names = new EnumMap<Language, String>(Language.class);
        for (Language language : Language.values()) names.put(language, "name_" + language.tag());
        names.put(form.namesIn().getFirst(), form.text("name-property", "name"));
        return new AreaMapping(
                Optional.empty(),
                Optional.of(form.text("code-property", "pcode")),
                Optional.empty(),
                Optional.of(new AreaMapping.Others(kind, names, Optional.of("parent"))));
    }

    private static void named(Words words, TableImport done, List<Answer> answers, List<String> sum) {
        for (TableImport.Row row : done.rows()) {
            answers.add(new Answer(
                    row.line(),
                    row.name(),
                    words.say(row.outcome()),
                    row.why().map(words::say).orElse(""),
                    row.outcome() == TableImport.Outcome.REFUSED));
        }
        sum.add(words.say(
                "web.set-up.import-table-done",
                Map.of(
                        "taken", done.count(TableImport.Outcome.TAKEN),
                        "known", done.count(TableImport.Outcome.KNOWN),
                        "refused", done.count(TableImport.Outcome.REFUSED))));
    }

    private static void bounded(Words words, AreaImport done, List<Answer> answers, List<String> sum) {
        switch (done) {
            case AreaImport.Imported imported -> {
                imported.passedOver().forEach(fault -> answers.add(answer(words, fault)));
                sum.add(words.say(
                        "web.set-up.import-borders-done",
                        Map.of(
                                "bounded", imported.bounded().size(),
                                "named", imported.named().size(),
                                "mended", imported.mended().size())));
            }
            case AreaImport.Refused refused -> {
                refused.faults().forEach(fault -> answers.add(answer(words, fault)));
                sum.add(words.say("web.set-up.import-borders-refused"));
            }
        }
    }

    private static Answer answer(Words words, AreaImport.Fault fault) {
        return new Answer(
                fault.feature(),
                fault.property(),
                words.say(TableImport.Outcome.REFUSED),
                words.say(fault.problem()),
                true);
    }

    private static boolean isGeoJson(byte[] file) {
        for (byte sign : file) {
            boolean before = sign == ' ' || sign == '\n' || sign == '\r' || sign == '\t' || sign < 0;
            if (!before) return sign == '{';
        }
        return false;
    }

    private ModelAndView importPage(Visit visit, Form form) {
        return steps.fill(forms.page("set-up/import", visit, form), visit, SetUpStep.PLACES)
                .addObject("standing", steps.cited(Optional.empty()))
                .addObject("kinds", Catalogue.Option.of(AreaKind.class, visit.words()))
                .addObject("answers", List.of())
                .addObject("sum", List.of())
                .addObject("day", forms.today().toString());
    }

    private Place at(String area) {
        return places.list(journal.now()).stream()
                .filter(one -> one.id().slug().equals(area))
                .findFirst()
                .orElseThrow(Pages::notFound);
    }

    /// What became of one row of a file.
    ///
    /// @param why it was refused; empty where it was not
    record Answer(int number, String name, String outcome, String why, boolean refused) {}
}
