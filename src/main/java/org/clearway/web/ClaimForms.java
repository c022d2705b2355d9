// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.clearway.access.Actor;
import org.clearway.agreement.CorridorId;
import org.clearway.agreement.PartyId;
import org.clearway.corridor.Corridors;
import org.clearway.corridor.Reason;
import org.clearway.corridor.ReasonClaimed;
import org.clearway.journal.Journal;
import org.clearway.language.Language;
import org.clearway.language.Names;
import org.clearway.language.Problem;
import org.clearway.places.Basis;
import org.clearway.places.Reference;
import org.clearway.places.Source;
import org.clearway.time.Occurred;
import org.clearway.time.Span;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/// What the pages share on which somebody's claim is entered by hand: of which corridor it is, of which time, why, and
/// who published it. The fields stand in `form.html` and `claim-fields.html`.
@Component
final class ClaimForms {
    /// As many reasons as a form has lines for.
    private static final int REASON_LINES = 3;

    private static final String NAME_RULE = "web.form.name";

    private final Corridors corridors;
    private final Catalogue catalogue;
    private final Journal journal;
    private final NodeFacts node;

    ClaimForms(Corridors corridors, Catalogue catalogue, Journal journal, NodeFacts node) {
        this.corridors = corridors;
        this.catalogue = catalogue;
        this.journal = journal;
        this.node = node;
    }

    /// A page with what every such form shows and offers.
    ModelAndView page(String template, Visit visit, Form form) {
        return fill(new ModelAndView(template).addObject("form", form), visit);
    }

    /// The same, on a page that shows something else beside it.
    ModelAndView fill(ModelAndView page, Visit visit) {
        Words words = visit.words();
        return page.addObject("standing", Map.of())
                .addObject("parties", catalogue.in(words).partiesWithout())
                .addObject("reasons", Catalogue.Option.of(ReasonClaimed.class, words))
                .addObject("reasonLines", REASON_LINES)
                .addObject("today", today().toString());
    }

    /// The same, of a claim about a corridor.
    ModelAndView corridorPage(String template, Visit visit, Form form) {
        return page(template, visit, form)
                .addObject(
                        "corridors",
                        corridors.list(visit.actor(), journal.now()).stream()
                                .map(one -> new Catalogue.Option(
                                        one.id().slug(), visit.words().name(one.names())))
                                .toList());
    }

    /// Records what was typed and sends the browser on, or shows the form once more with what is wrong.
    ///
    /// @param claim empty where the form complains
    static <T> ModelAndView save(
            Form form, Optional<T> claim, Consumer<T> record, Function<T, String> next, Supplier<ModelAndView> again) {
        boolean done = form.attempt(() -> record.accept(claim.orElseThrow()));
        return done ? Pages.seeOther(next.apply(claim.orElseThrow())) : Pages.again(again.get());
    }

    /// What the page says that somebody is sent on to; its address says what was done.
    /// @return the key of the words, else nothing
    static String notice(Form form) {
        if (form.was("withdrawn")) return "web.withdraw.done";
        return form.was("saved") ? "web.saved" : "";
    }

    /// A corridor that is on record.
    Optional<CorridorId> corridor(Actor actor, Form form) {
        return form.one("corridor", "web.form.choose", text -> {
            var id = new CorridorId(text);
            if (corridors.corridor(actor, journal.now(), id).isEmpty()) {
                throw Problem.of("corridor.unknown", "corridor", id);
            }
            return id;
        });
    }

    Optional<PartyId> party(Form form, String field) {
        return form.one(field, "web.form.choose", PartyId::new);
    }

    /// The time that a claim speaks of: each end a day, a month or a year, as exactly as it was told.
    Optional<Span> span(Form form) {
        Optional<Occurred> from = form.one("from", "web.form.told", this::told);
        Optional<Occurred> to = form.maybe("to", "web.form.told", this::told);
        return from.flatMap(began -> form.make(() -> new Span(began, to)));
    }

    List<Reason> reasons(Form form) {
        var reasons = new ArrayList<Reason>();
        for (int i = 1; i <= REASON_LINES; i++) {
            Optional<PartyId> attributed = form.maybe("attributed-" + i, "web.form.not-understood", PartyId::new);
            Optional<ReasonClaimed> code = form.maybe("reason-" + i, "web.form.not-understood", ReasonClaimed::valueOf);
            if (code.isEmpty() && attributed.isPresent()) form.one("reason-" + i, "web.form.choose", text -> text);
            code.ifPresent(known -> reasons.add(new Reason(known, attributed)));
        }
        return reasons;
    }

    Optional<Source> source(Form form) {
        Optional<Names> publisher = publisher(form);
        Optional<LocalDate> published = form.one("published", "web.form.day", LocalDate::parse);
        Optional<Reference> url = form.maybe("url", "web.form.url", Reference::new);
        if (publisher.isEmpty() || published.isEmpty()) return Optional.empty();
        return Optional.of(new Source(publisher.get(), Occurred.on(published.get(), zone()), url, Basis.STATED));
    }

    /// The publisher's name in English, in Arabic, or in both.
    private static Optional<Names> publisher(Form form) {
        var names = new EnumMap<Language, String>(Language.class);
        name(form, "publisher-ar").ifPresent(name -> names.put(Language.AR, name));
        (names.isEmpty() ? form.one("publisher", NAME_RULE, ClaimForms::name) : name(form, "publisher"))
                .ifPresent(name -> names.put(Language.EN, name));
        return names.isEmpty() ? Optional.empty() : Optional.of(new Names(names));
    }

    private static Optional<String> name(Form form, String field) {
        return form.maybe(field, NAME_RULE, ClaimForms::name);
    }

    private static String name(String text) {
        return Names.of(Language.EN, text).in(Language.EN);
    }

    /// The zone in which the node's people tell time.
    ZoneId zone() {
        return node.zone();
    }

    LocalDate today() {
        return LocalDate.ofInstant(node.clock().instant(), zone());
    }

    private Occurred told(String text) {
        return Occurred.told(text, zone());
    }
}
