// SPDX-License-Identifier: Apache-2.0
package org.clearway.bulletin;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeSet;
import org.clearway.access.Actor;
import org.clearway.agreement.Agreement;
import org.clearway.agreement.Agreements;
import org.clearway.agreement.CorridorId;
import org.clearway.agreement.DayAsked;
import org.clearway.agreement.KnownClaim;
import org.clearway.agreement.Party;
import org.clearway.agreement.PartyId;
import org.clearway.agreement.Territory;
import org.clearway.agreement.Zone;
import org.clearway.bulletin.Bulletin.AgreementTold;
import org.clearway.bulletin.Bulletin.AnnouncementTold;
import org.clearway.bulletin.Bulletin.AssuranceTold;
import org.clearway.bulletin.Bulletin.ControlTold;
import org.clearway.bulletin.Bulletin.CorridorTold;
import org.clearway.bulletin.Bulletin.CountTold;
import org.clearway.bulletin.Bulletin.EarlierLedger;
import org.clearway.bulletin.Bulletin.EqualTold;
import org.clearway.bulletin.Bulletin.LedgerTold;
import org.clearway.bulletin.Bulletin.NamedArea;
import org.clearway.bulletin.Bulletin.NamedParty;
import org.clearway.bulletin.Bulletin.UseTold;
import org.clearway.bulletin.Bulletin.ZoneTold;
import org.clearway.ceasefire.Ledger;
import org.clearway.ceasefire.Ledgers;
import org.clearway.corridor.Announcement;
import org.clearway.corridor.Corridor;
import org.clearway.corridor.Corridors;
import org.clearway.corridor.OnRecord;
import org.clearway.corridor.Reason;
import org.clearway.corridor.UseClaim;
import org.clearway.geo.Area;
import org.clearway.geo.AreaId;
import org.clearway.geo.AreaPart;
import org.clearway.geo.Gazetteer;
import org.clearway.journal.Reading;
import org.clearway.journal.StoryKind;
import org.clearway.places.Places;
import org.clearway.places.Source;
import org.clearway.time.Period;

/// Composes a day's bulletin from what was known at an instant, and from nothing else: the same journal makes the same
/// bytes.
final class Composer {
    /// How long after its publication a ledger that reached us late is still told, in days.
    private static final int LATE_DAYS = 7;

    private final Places places;
    private final Agreements agreements;
    private final Ledgers ledgers;
    private final Corridors corridors;

    Composer(Places places, Agreements agreements, Ledgers ledgers, Corridors corridors) {
        this.places = places;
        this.agreements = agreements;
        this.ledgers = ledgers;
        this.corridors = corridors;
    }

    /// @param at the views as they stand, or as they stood at any time since `known`
    /// @param story what this node tells, where it is none of the real ones
    Bulletin compose(
            Actor actor, Reading at, Instant known, BulletinSeries series, LocalDate day, Optional<StoryKind> story) {
        return new Composition(actor, at, known, series, day).bulletin(story);
    }

    private final class Composition {
        private final Actor actor;
        private final Reading at;
        private final Instant known;
        private final BulletinSeries series;
        private final LocalDate day;
        private final Period covers;
        private final Gazetteer gazetteer;
        private final SequencedMap<PartyId, Party> parties;
        private final TreeSet<PartyId> partiesNamed = new TreeSet<>();
        private final TreeSet<AreaId> areasNamed = new TreeSet<>();

        Composition(Actor actor, Reading at, Instant known, BulletinSeries series, LocalDate day) {
            this.actor = actor;
            this.at = at;
            this.known = known;
            this.series = series;
            this.day = day;
            this.covers = series.days().endingOn(day);
            this.gazetteer = places.gazetteer(at, known);
            this.parties = agreements.parties(at, known);
        }

        Bulletin bulletin(Optional<StoryKind> story) {
            List<Ledger> stated = ledgersOfTheDay();
            List<ZoneTold> zones = zones();
            List<CorridorTold> told = series.corridors().stream()
                    .flatMap(id -> corridors.corridor(actor, at, id, known).stream())
                    .map(this::corridor)
                    .toList();
            List<AgreementTold> background = background();
            List<LedgerTold> ledgersTold = stated.stream().map(this::ledger).toList();
            List<PartyId> silent = series.reporters().stream()
                    .filter(reporter -> parties.containsKey(reporter))
                    .filter(reporter -> stated.stream()
                            .noneMatch(ledger -> ledger.stated().reporter().equals(reporter)))
                    .map(this::named)
                    .toList();
            List<EqualTold> equal = Ledgers.compare(stated).stream()
                    .map(pair -> new EqualTold(
                            pair.one().stated().reporter(),
                            pair.other().stated().reporter(),
                            pair.one().stated().total().orElseThrow(),
                            pair.likeness()))
                    .toList();
            return new Bulletin(
                    day,
                    1,
                    story.isPresent(),
                    story,
                    series.issuer(),
                    series.place(),
                    series.country(),
                    covers,
                    known,
                    partiesNamed.stream().map(this::party).toList(),
                    areasNamed.stream().map(this::area).toList(),
                    ledgersTold,
                    equal,
                    silent,
                    stated.isEmpty() ? List.of() : unnamed(stated, zones),
                    told,
                    background,
                    zones,
                    Optional.empty());
        }

        // Ledgers

        /// In the order of the series, then by reporter; of one reporter, by the day that is covered.
        private List<Ledger> ledgersOfTheDay() {
            var found = new ArrayList<Ledger>();
            for (int back = LATE_DAYS; back >= 0; back--) {
                LocalDate published = day.minusDays(back);
                ledgers.day(actor, at, published, known).stream()
                        .filter(ledger -> isNews(ledger.stated().source(), ledger.knownFrom()))
                        .forEach(found::add);
            }
            return found.stream()
                    .sorted(Comparator.comparingInt(
                                    (Ledger ledger) -> rank(ledger.stated().reporter()))
                            .thenComparing(ledger -> ledger.stated().reporter())
                            .thenComparing(ledger -> ledger.stated().covers().day())
                            .thenComparing(Ledger::knownFrom))
                    .toList();
        }

        private int rank(PartyId reporter) {
            int place = series.reporters().indexOf(reporter);
            return place < 0 ? series.reporters().size() : place;
        }

        private LedgerTold ledger(Ledger ledger) {
            named(ledger.stated().reporter());
            ledger.stated().areas().forEach(this::named);
            return new LedgerTold(
                    ledger.stated(),
                    ledgers.previous(actor, at, ledger, known)
                            .map(before -> new EarlierLedger(
                                    before.stated().covers(),
                                    before.stated().total(),
                                    before.stated().source())));
        }

        private List<AreaId> unnamed(List<Ledger> stated, List<ZoneTold> zones) {
            var named = new HashSet<AreaId>();
            stated.forEach(ledger -> named.addAll(ledger.stated().areas()));
            var unnamed = new LinkedHashSet<AreaId>();
            zones.forEach(zone -> zone.parts().stream()
                    .map(AreaPart::area)
                    .filter(area -> !named.contains(area))
                    .forEach(unnamed::add));
            return List.copyOf(unnamed);
        }

        // Corridors

        private CorridorTold corridor(Corridor corridor) {
            return new CorridorTold(
                    corridor.id(),
                    corridor.names(),
                    corridors.announced(actor, at, corridor.id(), known, known).current().stream()
                            .map(this::announcement)
                            .toList(),
                    agreements
                            .assured(actor, at, corridor.id(), corridor.relevantParties(), known, known)
                            .parties()
                            .stream()
                            .map(party -> new AssuranceTold(
                                    named(party.party()),
                                    party.standing(),
                                    party.lastWord()
                                            .map(known -> known.assurance().valid()),
                                    party.lastWord()
                                            .map(known -> known.assurance().source())))
                            .toList(),
                    uses(corridor.id()));
        }

        private AnnouncementTold announcement(OnRecord<Announcement> onRecord) {
            Announcement told = onRecord.claim();
            reasons(told.reasons());
            return new AnnouncementTold(
                    named(told.announcer()),
                    told.status(),
                    told.valid(),
                    told.asVoluntary(),
                    told.window(),
                    told.services(),
                    List.copyOf(told.flows()),
                    told.reasons(),
                    told.source(),
                    isNews(told.source(), onRecord.knownFrom()));
        }

        /// Of each claimant what is news, or else what it claims last of the days before the cut-off.
        private List<UseTold> uses(CorridorId corridor) {
            Instant since = covers.to().minus(Duration.ofDays(Bulletin.USE_WITHIN_DAYS));
            List<OnRecord<UseClaim>> claims = corridors.claimedUse(actor, at, corridor, known, known).stream()
                    .filter(told -> told.claim().covers().ends().orElseThrow().isAfter(since))
                    .toList();
            var heard = new HashSet<PartyId>();
            claims.stream()
                    .filter(told -> isNews(told.claim().source(), told.knownFrom()))
                    .forEach(told -> heard.add(told.claim().claimant()));
            return claims.stream()
                    .filter(told -> isNews(told.claim().source(), told.knownFrom())
                            || heard.add(told.claim().claimant()))
                    .map(this::use)
                    .toList();
        }

        private UseTold use(OnRecord<UseClaim> onRecord) {
            UseClaim told = onRecord.claim();
            reasons(told.reasons());
            return new UseTold(
                    named(told.claimant()),
                    told.covers(),
                    told.counts().entrySet().stream()
                            .map(count -> new CountTold(count.getKey(), count.getValue()))
                            .toList(),
                    told.reasons(),
                    told.source(),
                    isNews(told.source(), onRecord.knownFrom()));
        }

        private void reasons(Collection<Reason> reasons) {
            reasons.forEach(reason -> reason.attributedTo().ifPresent(this::named));
        }

        // Background

        private List<ZoneTold> zones() {
            var asked = DayAsked.of(day, series.zone()).asKnownAt(known);
            List<Zone> there = agreements.zones(at, asked);
            List<KnownClaim> claims = agreements.claims(actor, at, asked);
            return series.zones().stream()
                    .flatMap(id -> there.stream().filter(zone -> zone.id().equals(id)))
                    .map(zone -> zone(zone, claims))
                    .toList();
        }

        private ZoneTold zone(Zone zone, List<KnownClaim> claims) {
            zone.parts().forEach(part -> named(part.area()));
            var territory = new Territory.OfZone(zone.id());
            return new ZoneTold(
                    zone.id(),
                    zone.names(),
                    zone.parts(),
                    zone.source(),
                    claims.stream()
                            .map(KnownClaim::claim)
                            .filter(claim -> claim.territory().equals(territory))
                            .map(claim -> new ControlTold(
                                    named(claim.claimant()),
                                    claim.held().relation(),
                                    claim.held().holder().map(this::named),
                                    claim.valid(),
                                    claim.source()))
                            .toList());
        }

        /// The agreements that the zones of the series are made by.
        private List<AgreementTold> background() {
            var asked = DayAsked.of(day, series.zone()).asKnownAt(known);
            var wanted = agreements.zones(at, asked).stream()
                    .filter(zone -> series.zones().contains(zone.id()))
                    .map(Zone::agreement)
                    .distinct()
                    .toList();
            return agreements.agreements(at, known).stream()
                    .filter(agreement -> wanted.contains(agreement.id()))
                    .map(this::agreement)
                    .toList();
        }

        private AgreementTold agreement(Agreement agreement) {
            agreement.guarantors().forEach(this::named);
            return new AgreementTold(
                    agreement.id(),
                    agreement.names(),
                    agreement.signed(),
                    agreement.guarantors(),
                    agreement.term(),
                    agreement.source());
        }

        // News and names

        /// Whether something belongs to this bulletin rather than to an earlier or a later one: it was published on its
        /// day, or it
        /// became known in the time that it covers.
        private boolean isNews(Source source, Instant knownFrom) {
            return source.publishedOn().equals(day) || covers.contains(knownFrom);
        }

        private PartyId named(PartyId party) {
            partiesNamed.add(party);
            return party;
        }

        private void named(AreaId area) {
            areasNamed.add(area);
        }

        private NamedParty party(PartyId id) {
            return new NamedParty(
                    id, Optional.ofNullable(parties.get(id)).orElseThrow().names());
        }

        private NamedArea area(AreaId id) {
            Area area = gazetteer.area(id).orElseThrow();
            return new NamedArea(id, area.names(), area.pcode());
        }
    }
}
