// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clearway.access.Deed;
import org.clearway.agreement.Agreement;
import org.clearway.agreement.AgreementId;
import org.clearway.agreement.Agreements;
import org.clearway.agreement.Extension;
import org.clearway.agreement.Party;
import org.clearway.agreement.PartyId;
import org.clearway.agreement.PartyKind;
import org.clearway.agreement.Term;
import org.clearway.agreement.Zone;
import org.clearway.agreement.ZoneId;
import org.clearway.geo.AreaId;
import org.clearway.geo.AreaKind;
import org.clearway.geo.AreaPart;
import org.clearway.geo.Extent;
import org.clearway.journal.Journal;
import org.clearway.language.Names;
import org.clearway.places.Source;
import org.clearway.time.Occurred;
import org.clearway.time.Span;
import org.clearway.time.TimeWords;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/// Who acts and speaks here, under which neutral names; what was agreed, and where it holds.
@Controller
final class SetUpAgreementPages {
    /// Lines for areas that the form of a zone has beside those that are told.
    private static final int MORE_PARTS = 3;

    private static final Set<AreaKind> OF_ZONES =
            Set.of(AreaKind.COUNTRY, AreaKind.ADM1, AreaKind.ADM2, AreaKind.ADM3, AreaKind.SETTLEMENT);

    private final SetUpSteps steps;
    private final Agreements agreements;
    private final Catalogue catalogue;
    private final ClaimForms forms;
    private final Journal journal;

    SetUpAgreementPages(
            SetUpSteps steps, Agreements agreements, Catalogue catalogue, ClaimForms forms, Journal journal) {
        this.steps = steps;
        this.agreements = agreements;
        this.catalogue = catalogue;
        this.forms = forms;
        this.journal = journal;
    }

    @Needs(Deed.RECORD_AGREEMENT)
    @GetMapping("/set-up/parties")
    ModelAndView parties(Visit visit, Form form) {
        return partyPage(visit, form, Optional.empty());
    }

    @Needs(Deed.RECORD_AGREEMENT)
    @PostMapping("/set-up/parties")
    ModelAndView name(Visit visit, Form form) {
        return name(visit, form, Optional.empty());
    }

    @Needs(Deed.RECORD_AGREEMENT)
    @GetMapping("/set-up/parties/{party}")
    ModelAndView party(Visit visit, Form form, @PathVariable String party) {
        return partyPage(visit, form, Optional.of(party(party)));
    }

    @Needs(Deed.RECORD_AGREEMENT)
    @PostMapping("/set-up/parties/{party}")
    ModelAndView rename(Visit visit, Form form, @PathVariable String party) {
        return name(visit, form, Optional.of(party(party)));
    }

    private ModelAndView name(Visit visit, Form form, Optional<Party> before) {
        Optional<Names> names = NameFields.read(form, before.map(Party::names));
        Optional<PartyKind> kind = form.one("kind", "web.form.choose", PartyKind::valueOf);
        Optional<Names> abbreviation = NameFields.abbreviation(form, before.flatMap(Party::abbreviation));
        boolean done = form.attempt(() -> agreements.name(
                visit.actor(),
                form.act(),
                new Party(
                        before.map(Party::id).orElseGet(() -> new PartyId(NameFields.slug(names.orElseThrow(), form))),
                        kind.orElseThrow(),
                        names.orElseThrow(),
                        abbreviation)));
        return done ? Pages.seeOther("/set-up/parties?saved") : Pages.again(partyPage(visit, form, before));
    }

    private ModelAndView partyPage(Visit visit, Form form, Optional<Party> before) {
        Words words = visit.words();
        return steps.page("parties", visit, SetUpStep.PARTIES)
                .addObject("form", form)
                .addObject("said", ClaimForms.notice(form))
                .addObject(
                        "path", before.map(one -> "/set-up/parties/" + one.id()).orElse("/set-up/parties"))
                .addObject("known", before.isPresent())
                .addObject("names", NameFields.of(form, before.map(Party::names)))
                .addObject("abbreviation", NameFields.ofAbbreviation(form, before.flatMap(Party::abbreviation)))
                .addObject("kinds", Catalogue.Option.of(PartyKind.class, words))
                .addObject("kind", before.map(one -> one.kind().name()).orElse(""))
                .addObject(
                        "lines",
                        agreements.parties(journal.now()).values().stream()
                                .map(party -> new SetUpSteps.OnRecord(
                                        words.name(party.names()),
                                        words.say(party.kind()),
                                        "/set-up/parties/" + party.id()))
                                .sorted(Comparator.comparing(SetUpSteps.OnRecord::name, Catalogue.byName(words)))
                                .toList());
    }

    private Party party(String id) {
        return agreements.parties(journal.now()).values().stream()
                .filter(one -> one.id().slug().equals(id))
                .findFirst()
                .orElseThrow(Pages::notFound);
    }

    @Needs(Deed.RECORD_AGREEMENT)
    @GetMapping("/set-up/agreement")
    ModelAndView agreements(Visit visit, Form form) {
        Words words = visit.words();
        return steps.page("agreements", visit, SetUpStep.AGREEMENT)
                .addObject("said", ClaimForms.notice(form))
                .addObject(
                        "agreements",
                        agreements.agreements(journal.now()).stream()
                                .map(one -> new SetUpSteps.OnRecord(
                                        words.name(one.names()),
                                        words.say(
                                                "web.set-up.signed",
                                                "when",
                                                TimeWords.of(words.language()).told(one.signed())),
                                        "/set-up/agreement/" + one.id()))
                                .toList())
                .addObject(
                        "zones",
                        agreements.zones(journal.now()).stream()
                                .map(zone -> new SetUpSteps.OnRecord(
                                        words.name(zone.names()),
                                        words.span(zone.valid()),
                                        "/set-up/zones/" + zone.id()))
                                .toList());
    }

    @Needs(Deed.RECORD_AGREEMENT)
    @GetMapping("/set-up/agreement/new")
    ModelAndView freshAgreement(Visit visit, Form form) {
        return agreementPage(visit, form, Optional.empty());
    }

    @Needs(Deed.RECORD_AGREEMENT)
    @PostMapping("/set-up/agreement/new")
    ModelAndView recordAgreement(Visit visit, Form form) {
        return record(visit, form, Optional.empty());
    }

    @Needs(Deed.RECORD_AGREEMENT)
    @GetMapping("/set-up/agreement/{agreement}")
    ModelAndView agreement(Visit visit, Form form, @PathVariable String agreement) {
        return agreementPage(visit, form, Optional.of(agreement(agreement)));
    }

    @Needs(Deed.RECORD_AGREEMENT)
    @PostMapping("/set-up/agreement/{agreement}")
    ModelAndView restateAgreement(Visit visit, Form form, @PathVariable String agreement) {
        return record(visit, form, Optional.of(agreement(agreement)));
    }

    private ModelAndView record(Visit visit, Form form, Optional<Agreement> before) {
        Optional<Names> names = NameFields.read(form, before.map(Agreement::names));
        Optional<Occurred> signed = form.one("signed", "web.form.told", text -> Occurred.told(text, forms.zone()));
        Set<PartyId> guarantors = form.several("guarantors", "web.form.not-understood", PartyId::new);
        Optional<Integer> months = form.maybe("months", "web.form.figure", Integer::parseInt);
        Optional<Extension> extension =
                months.isPresent() ? form.one("extension", "web.form.choose", Extension::valueOf) : Optional.empty();
        Optional<Source> source = forms.source(form);
        boolean done = form.attempt(() -> agreements.record(
                visit.actor(),
                form.act(),
                new Agreement(
                        before.map(Agreement::id)
                                .orElseGet(() -> new AgreementId(NameFields.slug(names.orElseThrow(), form))),
                        names.orElseThrow(),
                        signed.orElseThrow(),
                        List.copyOf(guarantors),
                        months.map(number -> new Term(number, extension.orElseThrow())),
                        source.orElseThrow())));
        return done ? Pages.seeOther("/set-up/agreement?saved") : Pages.again(agreementPage(visit, form, before));
    }

    private ModelAndView agreementPage(Visit visit, Form form, Optional<Agreement> before) {
        Words words = visit.words();
        ModelAndView page = claim("agreement", visit, form, SetUpStep.AGREEMENT, before.map(Agreement::source));
        List<PartyId> guarantors = before.map(Agreement::guarantors).orElse(List.of());
        return page.addObject(
                        "path",
                        before.map(one -> "/set-up/agreement/" + one.id()).orElse("/set-up/agreement/new"))
                .addObject("names", NameFields.of(form, before.map(Agreement::names)))
                .addObject("signed", before.map(one -> one.signed().asTold()).orElse(""))
                .addObject("guarantors", partyBoxes(words, guarantors))
                .addObject(
                        "months",
                        before.flatMap(Agreement::term)
                                .map(term -> String.valueOf(term.months()))
                                .orElse(""))
                .addObject("extensions", Catalogue.Option.of(Extension.class, words))
                .addObject(
                        "extension",
                        before.flatMap(Agreement::term)
                                .map(term -> term.extension().name())
                                .orElse(""));
    }

    private Agreement agreement(String id) {
        return agreements.agreements(journal.now()).stream()
                .filter(one -> one.id().slug().equals(id))
                .findFirst()
                .orElseThrow(Pages::notFound);
    }

    @Needs(Deed.RECORD_AGREEMENT)
    @GetMapping("/set-up/zones/new")
    ModelAndView freshZone(Visit visit, Form form) {
        return zonePage(visit, form, Optional.empty());
    }

    @Needs(Deed.RECORD_AGREEMENT)
    @PostMapping("/set-up/zones/new")
    ModelAndView defineZone(Visit visit, Form form) {
        return define(visit, form, Optional.empty());
    }

    @Needs(Deed.RECORD_AGREEMENT)
    @GetMapping("/set-up/zones/{zone}")
    ModelAndView zone(Visit visit, Form form, @PathVariable String zone) {
        return zonePage(visit, form, Optional.of(zone(zone)));
    }

    @Needs(Deed.RECORD_AGREEMENT)
    @PostMapping("/set-up/zones/{zone}")
    ModelAndView redefineZone(Visit visit, Form form, @PathVariable String zone) {
        return define(visit, form, Optional.of(zone(zone)));
    }

    private ModelAndView define(Visit visit, Form form, Optional<Zone> before) {
        Optional<Names> names = NameFields.read(form, before.map(Zone::names));
        Optional<AgreementId> agreement = form.one("agreement", "web.form.choose", AgreementId::new);
        List<AreaPart> parts = parts(form);
        Optional<Span> valid = forms.span(form);
        Optional<Source> source = forms.source(form);
        boolean done = form.attempt(() -> agreements.define(
                visit.actor(),
                form.act(),
                new Zone(
                        before.map(Zone::id).orElseGet(() -> new ZoneId(NameFields.slug(names.orElseThrow(), form))),
                        agreement.orElseThrow(),
                        names.orElseThrow(),
                        parts,
                        valid.orElseThrow(),
                        source.orElseThrow())));
        return done ? Pages.seeOther("/set-up/agreement?saved") : Pages.again(zonePage(visit, form, before));
    }

    /// A line on which no area is chosen tells nothing.
    private static List<AreaPart> parts(Form form) {
        var parts = new ArrayList<AreaPart>();
        for (int line = 1; form.was(part(line)); line++) {
            Optional<AreaId> area = form.maybe(part(line), "web.form.choose", AreaId::new);
            Optional<Extent> extent = form.maybe(extent(line), "web.form.choose", Extent::valueOf);
            area.ifPresent(one -> parts.add(new AreaPart(one, extent.orElse(Extent.WHOLE))));
        }
        return parts;
    }

    private ModelAndView zonePage(Visit visit, Form form, Optional<Zone> before) {
        Words words = visit.words();
        return claim("zone", visit, form, SetUpStep.AGREEMENT, before.map(Zone::source))
                .addObject(
                        "path", before.map(one -> "/set-up/zones/" + one.id()).orElse("/set-up/zones/new"))
                .addObject("names", NameFields.of(form, before.map(Zone::names)))
                .addObject(
                        "agreements",
                        agreements.agreements(journal.now()).stream()
                                .map(one -> new Catalogue.Option(one.id().slug(), words.name(one.names())))
                                .toList())
                .addObject(
                        "agreement", before.map(one -> one.agreement().slug()).orElse(""))
                .addObject("areas", catalogue.in(words).areasOf(OF_ZONES))
                .addObject("extents", Catalogue.Option.of(Extent.class, words))
                .addObject("parts", partLines(form, before.map(Zone::parts).orElse(List.of())))
                .addObject(
                        "begins",
                        before.map(one -> one.valid().from().asTold())
                                .orElseGet(() -> forms.today().toString()));
    }

    private static List<PartLine> partLines(Form form, List<AreaPart> told) {
        var lines = new ArrayList<PartLine>();
        for (AreaPart part : told) {
            lines.add(new PartLine(
                    part(lines.size() + 1),
                    extent(lines.size() + 1),
                    part.area().slug(),
                    part.extent().name()));
        }
        int least = told.size() + MORE_PARTS;
        while (lines.size() < least || form.was(part(lines.size() + 1))) {
            lines.add(new PartLine(part(lines.size() + 1), extent(lines.size() + 1), "", Extent.WHOLE.name()));
        }
        return lines;
    }

    private static String part(int line) {
        return "part-" + line;
    }

    private static String extent(int line) {
        return "extent-" + line;
    }

    private Zone zone(String id) {
        return agreements.zones(journal.now()).stream()
                .filter(one -> one.id().slug().equals(id))
                .findFirst()
                .orElseThrow(Pages::notFound);
    }

    /// A page whose form says who published what it tells.
    private ModelAndView claim(String template, Visit visit, Form form, SetUpStep step, Optional<Source> before) {
        return steps.fill(forms.page("set-up/" + template, visit, form), visit, step)
                .addObject("standing", steps.cited(before));
    }

    private List<Catalogue.Box> partyBoxes(Words words, List<PartyId> ticked) {
        return catalogue.in(words).partiesWithout(PartyKind.MEDIA).stream()
                .map(option ->
                        new Catalogue.Box(option.value(), option.name(), ticked.contains(new PartyId(option.value()))))
                .toList();
    }

    /// One area that a zone takes in, or parts of it.
    record PartLine(String part, String extent, String area, String told) {}
}
