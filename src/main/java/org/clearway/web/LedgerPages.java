// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clearway.access.Deed;
import org.clearway.agreement.PartyId;
import org.clearway.agreement.PartyKind;
import org.clearway.ceasefire.Count;
import org.clearway.ceasefire.CountingUnit;
import org.clearway.ceasefire.Covers;
import org.clearway.ceasefire.EqualTotals;
import org.clearway.ceasefire.Ledger;
import org.clearway.ceasefire.LedgerId;
import org.clearway.ceasefire.Ledgers;
import org.clearway.ceasefire.PartCount;
import org.clearway.ceasefire.Stated;
import org.clearway.ceasefire.Stretch;
import org.clearway.ceasefire.SumCheck;
import org.clearway.geo.AreaId;
import org.clearway.geo.AreaKind;
import org.clearway.journal.FreeText;
import org.clearway.journal.Journal;
import org.clearway.journal.Unsealed;
import org.clearway.language.Language;
import org.clearway.language.Problem;
import org.clearway.places.Source;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/// Reporters' ledgers, side by side and never added; and their entry by hand.
@Controller
final class LedgerPages implements Door.Keeper {
    private final Ledgers ledgers;
    private final Catalogue catalogue;
    private final Journal journal;
    private final ClaimForms forms;

    LedgerPages(Ledgers ledgers, Catalogue catalogue, Journal journal, ClaimForms forms) {
        this.ledgers = ledgers;
        this.catalogue = catalogue;
        this.journal = journal;
        this.forms = forms;
    }

    @Override
    public List<Door> doors() {
        return List.of(
                new Door("/ledgers", "web.ledgers", Deed.READ_LEDGERS, 20),
                new Door("/entry/ledger", "web.ledgers.new", Deed.RECORD_LEDGER, 25));
    }

    /// @param day the day of publication; the latest with a ledger where none is asked for
    /// @param known as it was known when that day was over; as it is known now where none is asked for
    @Needs(Deed.READ_LEDGERS)
    @GetMapping("/ledgers")
    ModelAndView day(Visit visit, Form form) {
        List<LocalDate> days = ledgers.days(visit.actor(), journal.now());
        Optional<LocalDate> asked = form.maybe("day", "web.form.day", LocalDate::parse);
        Optional<LocalDate> known = TwoDays.known(form, visit.words(), forms.today());
        LocalDate day = asked.orElse(days.isEmpty() ? forms.today() : days.getFirst());
        Optional<Instant> knownAt = known.map(on -> TwoDays.lastInstant(on, forms.zone()));
        List<Ledger> found = knownAt.map(at -> ledgers.day(visit.actor(), journal.now(), day, at))
                .orElseGet(() -> ledgers.day(visit.actor(), journal.now(), day));
        Words words = visit.words();
        Catalogue.Named named = catalogue.in(words);
        return new ModelAndView("ledgers/day")
                .addObject("form", form)
                .addObject("day", words.day(day))
                .addObject("dayInput", day.toString())
                .addObject(
                        "days",
                        days.stream()
                                .map(one -> new Catalogue.Option(one.toString(), words.day(one)))
                                .toList())
                .addObject(
                        "columns",
                        found.stream()
                                .map(ledger -> column(visit, ledger, words, named))
                                .toList())
                .addObject("rows", rows(found, words, named))
                .addObject(
                        "equal",
                        Ledgers.compare(found).stream()
                                .map(equal -> equal(equal, words, named))
                                .toList())
                .addObject("notice", ClaimForms.notice(form));
    }

    @Needs(Deed.RECORD_LEDGER)
    @GetMapping("/entry/ledger")
    ModelAndView fresh(Visit visit, Form form) {
        return entry(visit, form, Optional.empty());
    }

    @Needs(Deed.RECORD_LEDGER)
    @PostMapping("/entry/ledger")
    ModelAndView state(Visit visit, Form form) {
        return save(visit, form, Optional.empty());
    }

    @Needs(Deed.RECORD_LEDGER)
    @GetMapping("/ledgers/{id}/correct")
    ModelAndView correction(Visit visit, Form form, @PathVariable String id) {
        return entry(visit, form, Optional.of(known(visit, id)));
    }

    @Needs(Deed.RECORD_LEDGER)
    @PostMapping("/ledgers/{id}/correct")
    ModelAndView correct(Visit visit, Form form, @PathVariable String id) {
        return save(visit, form, Optional.of(known(visit, id)));
    }

    /// Opens the note that was left with a ledger; that it was read is itself recorded.
    @Needs(Deed.READ_RESTRICTED_NOTES)
    @PostMapping("/ledgers/{id}/note")
    ModelAndView note(Visit visit, Form form, @PathVariable String id) {
        Ledger ledger = known(visit, id);
        Words words = visit.words();
        String note = switch (ledgers.readNote(visit.actor(), form.act(), ledger.id())) {
            case Unsealed.Opened<FreeText>(FreeText text) -> text.text();
            case Unsealed.Erased<FreeText> _ -> words.say("web.ledgers.note-erased");
        };
        return new ModelAndView("ledgers/note")
                .addObject("ledger", column(visit, ledger, words, catalogue.in(words)))
                .addObject("note", note)
                .addObject("day", ledger.stated().source().publishedOn().toString());
    }

    private ModelAndView save(Visit visit, Form form, Optional<Ledger> wrong) {
        Optional<FreeText> note = form.maybe("note", "web.ledgers.note-rule", FreeText::new);
        return ClaimForms.save(
                form,
                read(form),
                stated -> {
                    if (wrong.isPresent()) {
                        ledgers.correct(visit.actor(), form.act(), wrong.get().id(), stated, note);
                    } else {
                        ledgers.state(visit.actor(), form.act(), stated, note);
                    }
                },
                stated -> "/ledgers?saved&day=" + stated.source().publishedOn(),
                () -> entry(visit, form, wrong));
    }

    private Optional<Stated> read(Form form) {
        Optional<PartyId> reporter = form.one("reporter", "web.form.choose", PartyId::new);
        Optional<Stretch> stretch = form.one("stretch", "web.form.choose", Stretch::valueOf);
        Optional<LocalDate> day = form.one("day", "web.form.day", LocalDate::parse);
        Optional<CountingUnit> unit = form.one("unit", "web.form.choose", CountingUnit::valueOf);
        Optional<Count> total = form.maybe("total", "web.form.count", LedgerPages::count);
        var parts = new ArrayList<PartCount>();
        var without = new ArrayList<AreaId>();
        for (String slug : form.all("area")) {
            var area = new AreaId(slug);
            form.maybe("count-" + slug, "web.form.count", LedgerPages::count)
                    .ifPresentOrElse(count -> parts.add(new PartCount(area, count)), () -> {
                        if (form.ticked("named", slug)) without.add(area);
                    });
        }
        Optional<Source> source = forms.source(form);
        boolean complete = form.ticked("complete", "yes");
        return form.make(() -> new Stated(
                reporter.orElseThrow(),
                new Covers(stretch.orElseThrow(), day.orElseThrow(), forms.zone()),
                unit.orElseThrow(),
                total,
                parts,
                complete,
                without,
                source.orElseThrow()));
    }

    /// A count as people type it, in Latin or in Arabic-Indic digits.
    private static Count count(String text) {
        return new Count(Integer.parseInt(text));
    }

    private ModelAndView entry(Visit visit, Form form, Optional<Ledger> wrong) {
        Words words = visit.words();
        Catalogue.Named named = catalogue.in(words);
        var standing = new LinkedHashMap<String, String>();
        wrong.ifPresent(ledger -> standing.putAll(fields(ledger.stated(), words)));
        return forms.page("ledgers/entry", visit, form)
                .addObject("standing", standing)
                .addObject(
                        "action",
                        wrong.map(ledger -> "/ledgers/" + ledger.id() + "/correct")
                                .orElse("/entry/ledger"))
                .addObject("correcting", wrong.isPresent())
                .addObject("reporters", named.partiesWithout(PartyKind.STATE))
                .addObject("areas", named.areasOf(AreaKind.ADM1))
                .addObject("units", Catalogue.Option.of(CountingUnit.class, words))
                .addObject("stretches", Catalogue.Option.of(Stretch.class, words));
    }

    /// A ledger as its form would hold it.
    private static Map<String, String> fields(Stated stated, Words words) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("reporter", stated.reporter().slug());
        fields.put("stretch", stated.covers().stretch().name());
        fields.put("day", stated.covers().day().toString());
        fields.put("unit", stated.unit().name());
        stated.total().ifPresent(total -> fields.put("total", total.toString()));
        stated.parts()
                .forEach(part ->
                        fields.put("count-" + part.area().slug(), part.count().toString()));
        stated.namedWithoutCounts().forEach(area -> fields.put("named-" + area.slug(), "yes"));
        fields.put("complete", stated.partsComplete() ? "yes" : "");
        fields.put("published", stated.source().publishedOn().toString());
        Map<Language, String> publisher = stated.source().publisher().byLanguage();
        fields.put("publisher", publisher.getOrDefault(Language.EN, ""));
        fields.put("publisher-ar", publisher.getOrDefault(Language.AR, ""));
        stated.source().url().ifPresent(url -> fields.put("url", url.url()));
        return fields;
    }

    private Ledger known(Visit visit, String id) {
        return ledgers.ledger(visit.actor(), journal.now(), LedgerId.parse(id))
                .orElseThrow(() -> Problem.of("ceasefire.ledger-unknown", "ledger", id));
    }

    private Column column(Visit visit, Ledger ledger, Words words, Catalogue.Named named) {
        Stated stated = ledger.stated();
        return new Column(
                ledger.id().toString(),
                named.party(stated.reporter()),
                stated.total().map(total -> words.number(total.value())).orElse(""),
                words.say(stated.unit()),
                covers(stated, words),
                check(ledger.sumCheck(), words),
                ledger.sumCheck() instanceof SumCheck.Differs,
                ledgers.previous(visit.actor(), journal.now(), ledger)
                        .flatMap(before -> before.stated()
                                .total()
                                .map(total -> words.say(
                                        "web.ledgers.before",
                                        Map.of(
                                                "total",
                                                (long) total.value(),
                                                "day",
                                                words.day(
                                                        before.stated().covers().day())))))
                        .orElse(""),
                cited(ledger, visit, named),
                ledger.hasNote(),
                ledger.corrects().isPresent(),
                ledger.knownTo().isEmpty(),
                words.moment(ledger.knownFrom()));
    }

    static String covers(Stated stated, Words words) {
        return words.say(
                "web.ledgers.covers." + stated.covers().stretch(),
                "day",
                words.day(stated.covers().day()));
    }

    private static Catalogue.Cited cited(Ledger ledger, Visit visit, Catalogue.Named named) {
        Catalogue.Cited cited = named.cited(ledger.stated().source(), ledger.withdrawn());
        return ledger.knownTo().isEmpty() && visit.may(Deed.RECORD_LEDGER)
                ? cited.offering("/withdraw/ledger/" + ledger.id())
                : cited;
    }

    static String check(SumCheck check, Words words) {
        return switch (check) {
            case SumCheck.Agrees _ -> words.say("ledger.sum.agrees");
            case SumCheck.Differs(Count stated, int sum) ->
                words.say("ledger.sum.differs", Map.of("stated", (long) stated.value(), "sum", (long) sum));
            case SumCheck.PartsNotStated _ -> words.say("ledger.parts-not-stated");
            case SumCheck.PartsOnlySome _ -> words.say("ledger.sum.parts-only-some");
            case SumCheck.TotalNotStated _ -> words.say("ledger.total-not-stated");
        };
    }

    /// Each area that any of the ledgers speaks of, with what each of them says of it. Nothing is added across.
    private static List<Row> rows(List<Ledger> ledgers, Words words, Catalogue.Named named) {
        Set<AreaId> areas = new LinkedHashSet<>();
        ledgers.forEach(ledger -> areas.addAll(ledger.stated().areas()));
        return areas.stream()
                .map(area -> new Row(
                        named.area(area),
                        ledgers.stream()
                                .map(ledger -> cell(ledger.stated(), area, words))
                                .toList()))
                .toList();
    }

    private static Cell cell(Stated stated, AreaId area, Words words) {
        for (PartCount part : stated.parts()) {
            if (part.area().equals(area))
                return new Cell(words.number(part.count().value()), true);
        }
        boolean named = stated.namedWithoutCounts().contains(area);
        return new Cell(words.say(named ? "web.ledgers.named-only" : "web.ledgers.not-named"), false);
    }

    private static String equal(EqualTotals equal, Words words, Catalogue.Named named) {
        return words.say(
                "web.ledgers.equal",
                Map.of(
                        "one", named.party(equal.one().stated().reporter()),
                        "other", named.party(equal.other().stated().reporter()),
                        "likeness", words.say(equal.likeness())));
    }

    /// One reporter's ledger, as a column.
    record Column(
            String id,
            String reporter,
            String total,
            String unit,
            String covers,
            String check,
            boolean differs,
            String before,
            Catalogue.Cited source,
            boolean hasNote,
            boolean corrects,
            boolean standing,
            String knownFrom) {}

    record Row(String area, List<Cell> cells) {}

    /// @param figure false where there are words instead of a count
    record Cell(String text, boolean figure) {}
}
