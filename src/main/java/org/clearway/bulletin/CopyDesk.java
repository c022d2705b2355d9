// SPDX-License-Identifier: Apache-2.0
package org.clearway.bulletin;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.clearway.agreement.PartyId;
import org.clearway.bulletin.Bulletin.AgreementTold;
import org.clearway.bulletin.Bulletin.AnnouncementTold;
import org.clearway.bulletin.Bulletin.AssuranceTold;
import org.clearway.bulletin.Bulletin.Change;
import org.clearway.bulletin.Bulletin.ControlTold;
import org.clearway.bulletin.Bulletin.CorridorTold;
import org.clearway.bulletin.Bulletin.CountTold;
import org.clearway.bulletin.Bulletin.EqualTold;
import org.clearway.bulletin.Bulletin.LedgerTold;
import org.clearway.bulletin.Bulletin.UseTold;
import org.clearway.bulletin.Bulletin.ZoneTold;
import org.clearway.bulletin.NewsCopy.Block;
import org.clearway.bulletin.NewsCopy.Paragraph;
import org.clearway.bulletin.NewsCopy.Points;
import org.clearway.bulletin.NewsCopy.Section;
import org.clearway.bulletin.NewsCopy.Table;
import org.clearway.bulletin.Sentence.Claim;
import org.clearway.bulletin.Sentence.OwnVoice;
import org.clearway.bulletin.Term.Joined;
import org.clearway.ceasefire.Count;
import org.clearway.ceasefire.CountingUnit;
import org.clearway.ceasefire.Covers;
import org.clearway.ceasefire.PartCount;
import org.clearway.ceasefire.Stated;
import org.clearway.ceasefire.SumCheck;
import org.clearway.corridor.AnnouncedStatus;
import org.clearway.corridor.Counted;
import org.clearway.corridor.Reason;
import org.clearway.geo.AreaId;
import org.clearway.geo.AreaPart;
import org.clearway.geo.Extent;
import org.clearway.language.Language;
import org.clearway.language.Names;
import org.clearway.places.Source;
import org.clearway.time.OpeningWindow;
import org.clearway.time.Span;
import org.clearway.time.TimePrecision;

/// Writes a bulletin's copy: which sentences it has, in which order, and whose each of them is. It knows no language;
/// words
/// stand in the catalogues, and every figure comes from the value.
final class CopyDesk {
    /// The most that a headline may have, in characters (practice §8.1).
    static final int LONGEST_HEADLINE = 90;

    private final Bulletin bulletin;
    private final Stage stage;

    private CopyDesk(Bulletin bulletin, Stage stage) {
        this.bulletin = bulletin;
        this.stage = stage;
    }

    static NewsCopy write(Bulletin bulletin, Stage stage) {
        return new CopyDesk(bulletin, stage).copy();
    }

    /// The headline of a bulletin, for lists.
    static Phrase headline(Bulletin bulletin) {
        return new CopyDesk(bulletin, new Stage.NotMade()).headline();
    }

    private NewsCopy copy() {
        var sections = new ArrayList<Section>();
        bulletin.correction().ifPresent(correction -> sections.add(changes(correction)));
        if (!bulletin.ledgers().isEmpty() || !bulletin.silent().isEmpty()) sections.add(ledgers());
        bulletin.corridors().forEach(corridor -> sections.add(corridor(corridor)));
        if (!bulletin.agreements().isEmpty() || !bulletin.zones().isEmpty()) sections.add(background());
        return new NewsCopy(marks(), headline(), dateline(), lede(), sections, List.of(sources(), tags(), about()));
    }

    private List<Phrase> marks() {
        var marks = new ArrayList<Phrase>();
        bulletin.marked().ifPresent(story -> marks.add(Phrase.of("bulletin.mark." + story)));
        switch (stage) {
            case Stage.NotMade _ -> marks.add(draft(0));
            case Stage.Draft proposed -> marks.add(draft(proposed.approvals()));
            case Stage.Published _ -> {}
        }
        bulletin.correction()
                .ifPresent(correction -> marks.add(Phrase.of("bulletin.mark.correction")
                        .with("version", figure(bulletin.version()))
                        .with("corrects", figure(correction.corrects()))));
        return marks;
    }

    private static Phrase draft(int approvals) {
        return Phrase.of("bulletin.mark.draft")
                .with("approvals", figure(approvals))
                .with("needed", figure(Stage.APPROVALS_NEEDED));
    }

    // Headline, dateline, lede

    /// The first that is short enough in every language, so that all languages carry the same one.
    private Phrase headline() {
        return headlines()
                .filter(headline -> Language.offered().stream()
                        .allMatch(language ->
                                new Typesetter(language).bare(headline).length() <= LONGEST_HEADLINE))
                .findFirst()
                .orElseGet(() -> Phrase.of("bulletin.headline.day").with("day", new Term.Day(bulletin.day())));
    }

    private Stream<Phrase> headlines() {
        return Stream.concat(
                Stream.concat(ledgerHeadlines(), useHeadlines()), Stream.concat(announcedHeadlines(), nothingNew()));
    }

    private Stream<Phrase> ledgerHeadlines() {
        List<Stated> counted = bulletin.ledgers().stream()
                .map(LedgerTold::stated)
                .filter(ledger -> ledger.total().isPresent()
                        && ledger.unit()
                                == bulletin.ledgers().getFirst().stated().unit())
                .toList();
        if (counted.isEmpty()) return Stream.empty();
        List<Term.Figure> figures = counted.stream()
                .map(ledger -> figure(ledger.total().orElseThrow()))
                .toList();
        List<Term> places = counted.stream()
                .flatMap(ledger -> ledger.areas().stream())
                .distinct()
                .map(this::place)
                .toList();
        Phrase plain = Phrase.of("bulletin.headline.ledgers")
                .with("n", choice(figures.size()))
                .with("figures", new Term.Listing(figures, Joined.AND))
                .with(
                        "unit",
                        Phrase.of("bulletin.headline.unit." + counted.getFirst().unit())
                                .with("n", choice(figures.size()))
                                .with("last", choice(figures.getLast().number()))
                                .said());
        if (places.isEmpty()) return Stream.of(plain);
        Phrase placed = new Phrase("bulletin.headline.ledgers-in", plain.terms());
        return Stream.of(
                placed.with("places", new Term.Listing(places, Joined.AND)),
                placed.with(
                        "places",
                        Phrase.of("bulletin.headline.areas")
                                .with("n", choice(places.size()))
                                .with("figure", figure(places.size()))
                                .said()),
                plain);
    }

    private Stream<Phrase> useHeadlines() {
        return bulletin.corridors().stream().flatMap(corridor -> {
            List<CountTold> people = corridor.uses().stream()
                    .filter(UseTold::fresh)
                    .flatMap(use -> use.counts().stream())
                    .filter(told -> told.counted() == Counted.PEOPLE)
                    .distinct()
                    .toList();
            return people.isEmpty()
                    ? Stream.empty()
                    : Stream.of(Phrase.of("bulletin.headline.use")
                            .with("counts", shortly(people))
                            .with("corridor", name(corridor.names())));
        });
    }

    /// Several counts of the same, which is named once: "0, about 20 and more than 1,500 people".
    private static Term shortly(List<CountTold> counts) {
        var terms = new ArrayList<Term>();
        counts.subList(0, counts.size() - 1).forEach(told -> terms.add(count(told)));
        terms.add(counted(counts.getLast()));
        return new Term.Listing(terms, Joined.AND);
    }

    private Stream<Phrase> announcedHeadlines() {
        return bulletin.corridors().stream()
                .flatMap(corridor -> corridor.announcements().stream()
                        .filter(AnnouncementTold::fresh)
                        .map(announced -> Phrase.of("bulletin.headline.announced." + announced.status())
                                .with("who", party(announced.announcer()))
                                .with("corridor", name(corridor.names()))));
    }

    /// Only where nothing at all is new.
    private Stream<Phrase> nothingNew() {
        boolean news = !bulletin.ledgers().isEmpty()
                || bulletin.corridors().stream()
                        .anyMatch(corridor -> corridor.announcements().stream().anyMatch(AnnouncementTold::fresh)
                                || corridor.uses().stream().anyMatch(UseTold::fresh));
        return news
                ? Stream.empty()
                : Stream.of(Phrase.of("bulletin.headline.nothing")
                        .with(
                                "moment",
                                new Term.Moment(
                                        bulletin.covers().to(),
                                        bulletin.covers().zone())));
    }

    private Phrase dateline() {
        Phrase place = bulletin.country()
                .map(country -> Phrase.of("bulletin.place-in-country").with("country", name(country)))
                .orElseGet(() -> Phrase.of("bulletin.place"))
                .with("place", new Term.Capitals(bulletin.place()));
        return Phrase.of("bulletin.dateline")
                .with("place", place.said())
                .with("day", new Term.Day(bulletin.day()))
                .with("issuer", name(bulletin.issuer()));
    }

    private List<Sentence> lede() {
        var lede = new ArrayList<Sentence>();
        for (LedgerTold told : bulletin.ledgers()) {
            Stated ledger = told.stated();
            ledger.total()
                    .ifPresent(total -> lede.add(claim(
                            Phrase.of("bulletin.lede.ledger")
                                    .with("total", units(ledger.unit(), total))
                                    .with("covers", covers(ledger.covers())),
                            ledger.reporter(),
                            ledger.source())));
        }
        if (bulletin.ledgers().isEmpty() && !bulletin.silent().isEmpty()) lede.add(own("bulletin.lede.no-ledgers"));
        for (CorridorTold corridor : bulletin.corridors()) {
            for (AnnouncementTold told : corridor.announcements()) {
                if (!told.fresh()) continue;
                lede.add(claim(
                        Phrase.of("bulletin.lede.announced." + told.status())
                                .with("corridor", name(corridor.names()))
                                .with("span", span(told.valid())),
                        told.announcer(),
                        told.source()));
            }
            for (UseTold use : corridor.uses()) {
                if (!use.fresh() || use.counts().isEmpty()) continue;
                lede.add(claim(
                        Phrase.of("bulletin.lede.used")
                                .with("counts", counts(use))
                                .with("corridor", name(corridor.names()))
                                .with("span", span(use.covers())),
                        use.claimant(),
                        use.source()));
            }
        }
        var zone = bulletin.covers().zone();
        lede.add(new OwnVoice(Phrase.of("bulletin.lede.period")
                .with("from", new Term.Moment(bulletin.covers().from(), zone))
                .with("to", new Term.Moment(bulletin.covers().to(), zone))
                .with("zone", new Term.Zone(zone, bulletin.covers().to()))));
        return lede;
    }

    // Ledgers, side by side

    private Section ledgers() {
        var blocks = new ArrayList<Block>();
        var points = new ArrayList<Paragraph>();
        bulletin.ledgers().forEach(ledger -> points.add(new Paragraph(ledger(ledger))));
        if (!points.isEmpty()) blocks.add(new Points(points));
        if (bulletin.ledgers().stream().anyMatch(told -> !told.stated().areas().isEmpty())) {
            blocks.add(table());
        }
        blocks.add(new Paragraph(notes()));
        return new Section(Phrase.of("bulletin.ledgers.title"), blocks);
    }

    private List<Sentence> ledger(LedgerTold told) {
        Stated ledger = told.stated();
        var sentences = new ArrayList<Sentence>();
        sentences.add(claim(statement(ledger), ledger.reporter(), ledger.source()));
        if (!ledger.parts().isEmpty() && !ledger.namedWithoutCounts().isEmpty()) {
            sentences.add(claim(
                    Phrase.of("bulletin.ledger.also-named").with("places", places(ledger.namedWithoutCounts())),
                    ledger.reporter(),
                    ledger.source()));
        }
        sumCheck(SumCheck.of(ledger)).ifPresent(sentences::add);
        told.previous()
                .ifPresent(previous -> sentences.add(claim(
                        previous.total()
                                .map(total -> Phrase.of("bulletin.ledger.previous")
                                        .with("total", units(ledger.unit(), total)))
                                .orElseGet(() -> Phrase.of("bulletin.ledger.previous-without-total"))
                                .with("covers", covers(previous.covers())),
                        ledger.reporter(),
                        previous.source())));
        return sentences;
    }

    private static Optional<Sentence> sumCheck(SumCheck check) {
        return switch (check) {
            case SumCheck.Agrees _ -> Optional.of(own("bulletin.sum.agrees"));
            case SumCheck.Differs(Count stated, int sum) ->
                Optional.of(new OwnVoice(Phrase.of("bulletin.sum.differs")
                        .with("sum", figure(sum))
                        .with("total", figure(stated))));
            case SumCheck.PartsOnlySome _ -> Optional.of(own("bulletin.sum.only-some"));
            case SumCheck.PartsNotStated _, SumCheck.TotalNotStated _ -> Optional.empty();
        };
    }

    private Phrase statement(Stated ledger) {
        String key;
        if (!ledger.parts().isEmpty()) {
            key = ledger.total().isPresent() ? "bulletin.ledger.with-parts" : "bulletin.ledger.total-not-stated";
        } else {
            key = ledger.namedWithoutCounts().isEmpty()
                    ? "bulletin.ledger.total-only"
                    : "bulletin.ledger.parts-not-stated";
        }
        Phrase phrase = Phrase.of(key)
                .with("covers", covers(ledger.covers()))
                .with(
                        "parts",
                        new Term.Listing(ledger.parts().stream().map(this::part).toList(), Joined.COMMA))
                .with("places", places(ledger.namedWithoutCounts()));
        return ledger.total()
                .map(total -> phrase.with("total", units(ledger.unit(), total)))
                .orElse(phrase);
    }

    private Term part(PartCount part) {
        return Phrase.of("bulletin.part")
                .with("place", place(part.area()))
                .with("figure", figure(part.count()))
                .said();
    }

    private Table table() {
        List<Stated> ledgers =
                bulletin.ledgers().stream().map(LedgerTold::stated).toList();
        List<AreaId> areas = ledgers.stream()
                .flatMap(ledger -> ledger.areas().stream())
                .distinct()
                .toList();
        var columns = new ArrayList<Phrase>();
        columns.add(Phrase.of("bulletin.table.reporter"));
        columns.add(Phrase.of("bulletin.table.covers"));
        columns.add(Phrase.of("bulletin.table.total"));
        areas.forEach(area -> columns.add(cell(place(area))));
        var rows = new ArrayList<List<Phrase>>();
        for (Stated ledger : ledgers) {
            var row = new ArrayList<Phrase>();
            row.add(cell(party(ledger.reporter())));
            row.add(cell(covers(ledger.covers())));
            row.add(ledger.total()
                    .map(total -> cell(figure(total)))
                    .orElseGet(() -> Phrase.of("bulletin.table.not-stated")));
            areas.forEach(area -> row.add(cell(ledger, area)));
            rows.add(row);
        }
        return new Table(Phrase.of("bulletin.table.caption"), columns, rows);
    }

    private static Phrase cell(Term term) {
        return Phrase.of("bulletin.table.cell").with("value", term);
    }

    /// A place that a reporter does not name is not a place of which it states zero.
    private static Phrase cell(Stated ledger, AreaId area) {
        return ledger.parts().stream()
                .filter(part -> part.area().equals(area))
                .findFirst()
                .map(part -> cell(figure(part.count())))
                .orElseGet(() -> Phrase.of(
                        ledger.namedWithoutCounts().contains(area)
                                ? "bulletin.table.no-count"
                                : "bulletin.table.none-named"));
    }

    private List<Sentence> notes() {
        var notes = new ArrayList<Sentence>();
        for (EqualTold equal : bulletin.equalTotals()) {
            notes.add(new OwnVoice(Phrase.of("bulletin.equal-totals." + equal.likeness())
                    .with("one", party(equal.one()))
                    .with("other", party(equal.other()))
                    .with("figure", figure(equal.total()))));
        }
        if (!bulletin.silent().isEmpty()) {
            notes.add(new OwnVoice(Phrase.of("bulletin.silent").with("reporters", parties(bulletin.silent()))));
        }
        if (!bulletin.unnamed().isEmpty()) {
            notes.add(new OwnVoice(Phrase.of("bulletin.unnamed").with("places", places(bulletin.unnamed()))));
        }
        if (!bulletin.ledgers().isEmpty()) {
            notes.add(own("bulletin.coverage"));
            notes.add(own("bulletin.never-added"));
        }
        return notes;
    }

    // Corridors: announced, assured, used

    /// What is new first, then how things stand, then what was told before and still is the last word.
    private Section corridor(CorridorTold corridor) {
        var fresh = new ArrayList<Paragraph>();
        var earlier = new ArrayList<Paragraph>();
        corridor.announcements().forEach(told -> (told.fresh() ? fresh : earlier).add(new Paragraph(announced(told))));
        corridor.uses().forEach(use -> (use.fresh() ? fresh : earlier).add(new Paragraph(used(use))));
        if (fresh.isEmpty()) fresh.add(paragraph(own("bulletin.corridor.nothing-new")));
        if (corridor.announcements().isEmpty()) fresh.add(paragraph(own("corridor.none-now")));
        fresh.add(new Paragraph(assured(corridor)));
        if (corridor.uses().stream().noneMatch(use -> use.people().isPresent())) {
            fresh.add(paragraph(
                    new OwnVoice(Phrase.of("bulletin.used.none").with("days", figure(Bulletin.USE_WITHIN_DAYS)))));
        }
        fresh.add(paragraph(own("corridor.not-counted")));
        var blocks = new ArrayList<Block>();
        blocks.add(new Points(fresh));
        if (!earlier.isEmpty()) {
            blocks.add(paragraph(own("bulletin.corridor.earlier")));
            blocks.add(new Points(earlier));
        }
        blocks.add(paragraph(own("corridor.stayers-keep-protection")));
        return new Section(Phrase.of("bulletin.corridor.title").with("corridor", name(corridor.names())), blocks);
    }

    private List<Sentence> announced(AnnouncementTold told) {
        var details = new ArrayList<Term>();
        if (told.asVoluntary()) details.add(Phrase.of("corridor.as-voluntary").said());
        if (!told.flows().isEmpty()) {
            details.add(Phrase.of("bulletin.detail.flows")
                    .with("flows", words(told.flows()))
                    .said());
        }
        told.window().map(this::hours).ifPresent(details::add);
        if (told.window().isEmpty() && told.status() == AnnouncedStatus.OPEN) {
            details.add(Phrase.of("bulletin.detail.hours-not-stated").said());
        }
        if (!told.services().isEmpty()) {
            details.add(Phrase.of("bulletin.detail.services")
                    .with("services", words(told.services()))
                    .said());
        }
        Term announced = Phrase.of("bulletin.announced." + told.status())
                .with("who", party(told.announcer()))
                .with("span", span(told.valid()))
                .said();
        Phrase sentence = details.isEmpty()
                ? Phrase.of("bulletin.announced")
                : Phrase.of("bulletin.announced-with").with("details", new Term.Listing(details, Joined.SEMICOLON));
        var sentences = new ArrayList<Sentence>();
        sentences.add(claim(sentence.with("announced", announced), told.announcer(), told.source()));
        reasons(told.reasons(), told.announcer(), told.source()).ifPresent(sentences::add);
        return sentences;
    }

    private Term hours(OpeningWindow window) {
        if (window.isAroundTheClock() && window.days().size() == 7) {
            return Phrase.of("corridor.around-the-clock").said();
        }
        Phrase hours = window.days().size() == 7
                ? Phrase.of("bulletin.hours.daily")
                : Phrase.of("bulletin.hours.on-days")
                        .with("days", words(window.days().stream().sorted().toList()));
        return hours.with("from", new Term.Clock(window.from()))
                .with("to", new Term.Clock(window.to()))
                .with("zone", new Term.Zone(window.zone(), bulletin.covers().to()))
                .said();
    }

    private Optional<Sentence> reasons(List<Reason> reasons, PartyId whose, Source source) {
        if (reasons.isEmpty()) return Optional.empty();
        List<Term> said = reasons.stream()
                .map(reason -> reason.attributedTo()
                        .map(party -> Phrase.of("bulletin.reason-attributed").with("party", party(party)))
                        .orElseGet(() -> Phrase.of("bulletin.reason"))
                        .with("reason", new Term.Word(reason.code()))
                        .said())
                .toList();
        return Optional.of(claim(
                Phrase.of("bulletin.reasons")
                        .with("n", choice(said.size()))
                        .with("reasons", new Term.Listing(said, Joined.SEMICOLON)),
                whose,
                source));
    }

    private List<Sentence> assured(CorridorTold corridor) {
        var sentences = new ArrayList<Sentence>();
        List<AssuranceTold> assurances = corridor.assurances();
        if (assurances.isEmpty()) return List.of(own("bulletin.assured.no-parties"));
        long given = assurances.stream()
                .filter(told -> told.standing() == org.clearway.agreement.Standing.GIVEN)
                .count();
        sentences.add(new OwnVoice(Phrase.of("bulletin.assured.count")
                .with("given", figure(given))
                .with("relevant", figure(assurances.size()))
                .with("n", choice(assurances.size()))));
        var none = new ArrayList<PartyId>();
        for (AssuranceTold told : assurances) {
            if (told.source().isEmpty() || told.valid().isEmpty()) {
                none.add(told.party());
            } else {
                Source source = told.source().orElseThrow();
                sentences.add(new Claim(
                        Phrase.of("bulletin.assured." + told.standing())
                                .with("party", party(told.party()))
                                .with("span", span(told.valid().orElseThrow())),
                        source.publisher(),
                        source));
            }
        }
        if (!none.isEmpty()) {
            sentences.add(new OwnVoice(Phrase.of("bulletin.assured.none").with("parties", parties(none))));
        }
        return sentences;
    }

    private List<Sentence> used(UseTold use) {
        var sentences = new ArrayList<Sentence>();
        if (!use.counts().isEmpty()) {
            sentences.add(claim(
                    Phrase.of("bulletin.used").with("counts", counts(use)).with("span", span(use.covers())),
                    use.claimant(),
                    use.source()));
        }
        reasons(use.reasons(), use.claimant(), use.source()).ifPresent(sentences::add);
        return sentences;
    }

    private static Term counts(UseTold use) {
        return new Term.Listing(use.counts().stream().map(CopyDesk::counted).toList(), Joined.AND);
    }

    private static Term counted(CountTold told) {
        return Phrase.of("corridor.counted." + told.counted())
                .with("number", choice(told.count().number()))
                .with("count", count(told))
                .said();
    }

    private static Term count(CountTold told) {
        return Phrase.of("bulletin.count." + told.count().qualifier())
                .with("figure", figure(told.count().number()))
                .said();
    }

    // Background

    private Section background() {
        var points = new ArrayList<Paragraph>();
        bulletin.agreements().forEach(agreement -> points.add(paragraph(agreement(agreement))));
        for (ZoneTold zone : bulletin.zones()) {
            var sentences = new ArrayList<Sentence>();
            sentences.add(new Claim(
                    Phrase.of("bulletin.zone").with("zone", name(zone.names())).with("extent", extent(zone.parts())),
                    zone.source().publisher(),
                    zone.source()));
            zone.control().forEach(control -> sentences.add(control(zone, control)));
            if (zone.control().isEmpty()) {
                sentences.add(new OwnVoice(Phrase.of("bulletin.control.nobody").with("zone", name(zone.names()))));
            }
            points.add(new Paragraph(sentences));
        }
        return new Section(
                Phrase.of("bulletin.background.title"),
                List.of(new Points(points), paragraph(own("bulletin.background.borders"))));
    }

    private Sentence agreement(AgreementTold agreement) {
        Phrase phrase = agreement
                .term()
                .map(term -> Phrase.of("bulletin.agreement-with-term")
                        .with(
                                "term",
                                Phrase.of("bulletin.months")
                                        .with("n", choice(term.months()))
                                        .with("figure", figure(term.months()))
                                        .said())
                        .with("extension", new Term.Word(term.extension())))
                .orElseGet(() -> Phrase.of("bulletin.agreement"));
        return new Claim(
                phrase.with("agreement", name(agreement.names()))
                        .with("signed", new Term.Told(agreement.signed()))
                        .with("guarantors", parties(agreement.guarantors())),
                agreement.source().publisher(),
                agreement.source());
    }

    private Term extent(List<AreaPart> parts) {
        List<AreaId> whole = parts.stream()
                .filter(part -> part.extent() == Extent.WHOLE)
                .map(AreaPart::area)
                .toList();
        List<AreaId> some = parts.stream()
                .filter(part -> part.extent() == Extent.PARTS)
                .map(AreaPart::area)
                .toList();
        String key = some.isEmpty() ? "whole" : whole.isEmpty() ? "parts" : "whole-and-parts";
        return Phrase.of("bulletin.extent." + key)
                .with("whole", places(whole))
                .with("some", places(some))
                .said();
    }

    private Sentence control(ZoneTold zone, ControlTold control) {
        Phrase phrase = Phrase.of("bulletin.control." + control.relation())
                .with("zone", name(zone.names()))
                .with("asOf", asOf(control.valid()));
        return claim(
                control.holder()
                        .map(holder -> phrase.with("holder", party(holder)))
                        .orElse(phrase),
                control.claimant(),
                control.source());
    }

    // Corrections

    private Section changes(Bulletin.Correction correction) {
        return new Section(
                Phrase.of("bulletin.changes.title"),
                List.of(new Points(correction.changes().stream()
                        .map(change -> paragraph(new OwnVoice(change(change))))
                        .toList())));
    }

    private static Phrase change(Change change) {
        Phrase item = Phrase.of("bulletin.change." + change.item())
                .with("whose", change.whose().<Term>map(Term.Called::new).orElse(new Term.Code("")))
                .with("of", change.of().<Term>map(Term.Called::new).orElse(new Term.Code("")))
                .with("covers", change.covers().map(CopyDesk::covers).orElse(new Term.Code("")));
        Phrase phrase = Phrase.of(
                        change.before().isPresent() && change.after().isPresent()
                                ? "bulletin.change.total"
                                : "bulletin.change." + change.difference())
                .with("item", item.said());
        if (change.before().isPresent()) {
            phrase = phrase.with("before", figure(change.before().orElseThrow()));
        }
        return change.after().isPresent()
                ? phrase.with("after", figure(change.after().orElseThrow()))
                : phrase;
    }

    // Sources, tags, about

    private Section sources() {
        var lines = new ArrayList<Paragraph>();
        for (Source source : sourcesInOrder()) {
            Phrase line = source.url()
                    .map(url -> Phrase.of("bulletin.source-on-the-web").with("link", new Term.Link(url)))
                    .orElseGet(() -> Phrase.of("bulletin.source"))
                    .with("citation", Sentence.citation(source));
            lines.add(paragraph(new OwnVoice(line)));
        }
        return new Section(
                Phrase.of("bulletin.sources.title"),
                lines.isEmpty() ? List.of(paragraph(own("bulletin.sources.none"))) : List.of(new Points(lines)));
    }

    private Collection<Source> sourcesInOrder() {
        var sources = new LinkedHashSet<Source>();
        for (LedgerTold ledger : bulletin.ledgers()) {
            sources.add(ledger.stated().source());
            ledger.previous().ifPresent(previous -> sources.add(previous.source()));
        }
        for (CorridorTold corridor : bulletin.corridors()) {
            corridor.announcements().forEach(told -> sources.add(told.source()));
            corridor.assurances().forEach(told -> told.source().ifPresent(sources::add));
            corridor.uses().forEach(told -> sources.add(told.source()));
        }
        bulletin.agreements().forEach(told -> sources.add(told.source()));
        for (ZoneTold zone : bulletin.zones()) {
            sources.add(zone.source());
            zone.control().forEach(told -> sources.add(told.source()));
        }
        return sources;
    }

    private Section tags() {
        List<Tag> tags = Tag.of(bulletin);
        return new Section(
                Phrase.of("bulletin.tags.title"),
                tags.isEmpty()
                        ? List.of()
                        : List.of(paragraph(new OwnVoice(Phrase.of("bulletin.tags")
                                .with(
                                        "tags",
                                        new Term.Listing(
                                                tags.stream().map(Tag::term).toList(), Joined.COMMA))))));
    }

    private Section about() {
        var sentences = new ArrayList<Sentence>();
        bulletin.ledgers().stream()
                .map(told -> told.stated().unit())
                .distinct()
                .forEach(unit -> sentences.add(own("bulletin.about.unit." + unit)));
        sentences.add(own("bulletin.about.method"));
        sentences.add(own("bulletin.about.limits"));
        sentences.add(own("bulletin.about.people"));
        sentences.add(new OwnVoice(Phrase.of("bulletin.about.version")
                .with("version", figure(bulletin.version()))
                .with("known", new Term.Moment(knownUntil(), bulletin.covers().zone()))
                .with("zone", new Term.Zone(bulletin.covers().zone(), bulletin.known()))));
        sentences.add(new OwnVoice(Phrase.of("bulletin.about.complaints").with("issuer", name(bulletin.issuer()))));
        return new Section(Phrase.of("bulletin.about.title"), List.of(new Paragraph(sentences)));
    }

    /// What is known before the cut-off is known until the cut-off, to the minute that is printed.
    private java.time.Instant knownUntil() {
        return bulletin.known().plus(Duration.ofNanos(1_000));
    }

    // Terms

    private static OwnVoice own(String key) {
        return new OwnVoice(Phrase.of(key));
    }

    private Claim claim(Phrase phrase, PartyId whose, Source source) {
        return new Claim(phrase, bulletin.called(whose), source);
    }

    private static Paragraph paragraph(Sentence sentence) {
        return new Paragraph(List.of(sentence));
    }

    private static Term.Figure figure(long number) {
        return new Term.Figure(number);
    }

    private static Term.Figure figure(Count count) {
        return new Term.Figure(count.value());
    }

    private static Term choice(long number) {
        return new Term.Choice(number);
    }

    private static Term name(Names names) {
        return new Term.Called(names);
    }

    private Term party(PartyId party) {
        return name(bulletin.called(party));
    }

    private Term parties(Collection<PartyId> parties) {
        return new Term.Listing(parties.stream().distinct().map(this::party).toList(), Joined.AND);
    }

    private Term place(AreaId area) {
        return name(bulletin.area(area).names());
    }

    private Term places(Collection<AreaId> areas) {
        return new Term.Listing(areas.stream().map(this::place).toList(), Joined.AND);
    }

    private static Term words(Collection<? extends Enum<?>> values) {
        return new Term.Listing(values.stream().map(Term.Word::new).toList(), Joined.AND);
    }

    private static Term units(CountingUnit unit, Count total) {
        return Phrase.of("bulletin.unit." + unit)
                .with("n", choice(total.value()))
                .with("figure", figure(total))
                .said();
    }

    private static Term covers(Covers covers) {
        return Phrase.of("bulletin.covers." + covers.stretch())
                .with("hours", figure(24))
                .with("day", new Term.Day(covers.day()))
                .said();
    }

    /// "On" a day, "from" a time, or "from" one "to" another.
    private static Term span(Span span) {
        if (span.to().isEmpty()) {
            return Phrase.of("bulletin.span.from")
                    .with("from", new Term.Told(span.from()))
                    .said();
        }
        var to = span.to().orElseThrow();
        if (to.equals(span.from()) && to.precision() == TimePrecision.DAY) {
            return Phrase.of("bulletin.span.on").with("day", new Term.Told(to)).said();
        }
        return Phrase.of("bulletin.span.from-to")
                .with("from", new Term.Told(span.from()))
                .with("to", new Term.Told(to))
                .said();
    }

    /// A claim of control is told as of the time that it names, which need not be the time at which control changed.
    private static Term asOf(Span span) {
        return span.to().isPresent()
                ? span(span)
                : Phrase.of("bulletin.span.as-of")
                        .with("from", new Term.Told(span.from()))
                        .said();
    }
}
