// SPDX-License-Identifier: Apache-2.0
package org.clearway.agreement;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.clearway.access.Actor;
import org.clearway.access.Deed;
import org.clearway.geo.AreaPart;
import org.clearway.journal.ActId;
import org.clearway.journal.Chapter;
import org.clearway.journal.Draft;
import org.clearway.journal.EntryKind;
import org.clearway.journal.Journal;
import org.clearway.journal.Reading;
import org.clearway.journal.Receipt;
import org.clearway.journal.Rule;
import org.clearway.language.Problem;
import org.clearway.places.Places;
import org.clearway.places.WithdrawalReason;
import org.clearway.places.Withdrawals;
import org.clearway.time.Micros;
import org.clearway.time.Occurred;

/// Agreements and their parties, zones, who is said to hold them, and promises that corridors are safe. Safe for use by
/// many threads.
public final class Agreements {
    private final Journal journal;

    public Agreements(Journal journal) {
        this.journal = journal;
    }

    public static Chapter chapter() {
        return Chapter.of(
                "agreement",
                List.of(
                        new EntryKind("agreement.party-named", 1, PartyNamed.class),
                        new EntryKind("agreement.agreement-recorded", 1, AgreementRecorded.class),
                        new EntryKind("agreement.zone-defined", 1, ZoneDefined.class),
                        new EntryKind("agreement.control-claimed", 1, ControlClaimed.class),
                        new EntryKind("agreement.assurance-recorded", 1, AssuranceRecorded.class)),
                new AgreementView());
    }

    /// Names a party, or names it anew.
    public Receipt name(Actor actor, ActId act, Party party) {
        actor.must(Deed.RECORD_AGREEMENT);
        var body = new PartyNamed(party.id(), party.kind(), party.names(), party.abbreviation());
        Occurred now = Occurred.at(journal.clock().instant(), ZoneOffset.UTC);
        return journal.record(actor, act, Draft.of(body, now), Rule.NONE);
    }

    /// Records an agreement, or restates it whole.
    /// @throws Problem `agreement.party-unknown`
    public Receipt record(Actor actor, ActId act, Agreement agreement) {
        actor.must(Deed.RECORD_AGREEMENT);
        var body = new AgreementRecorded(
                agreement.id(),
                agreement.names(),
                agreement.signed(),
                agreement.guarantors(),
                agreement.term(),
                agreement.source());
        return journal.record(
                actor, act, Draft.of(body, agreement.signed()), views -> requireParties(views, agreement.guarantors()));
    }

    /// Says where a zone lies. One that begins when an earlier definition of it did replaces that one; a later
    /// beginning is a zone that changed.
    /// @throws Problem `agreement.agreement-unknown`, `geo.area-unknown`
    public Receipt define(Actor actor, ActId act, Zone zone) {
        actor.must(Deed.RECORD_AGREEMENT);
        var body =
                new ZoneDefined(zone.id(), zone.agreement(), zone.names(), zone.parts(), zone.valid(), zone.source());
        return journal.record(actor, act, Draft.of(body, zone.valid().from()), views -> {
            if (!latest(views).knowsAgreement(zone.agreement())) {
                throw Problem.of("agreement.agreement-unknown", "agreement", zone.agreement());
            }
            Places.requireKnown(views, zone.parts().stream().map(AreaPart::area).toList());
        });
    }

    /// Records what somebody claims about who holds a zone or an area; it is then known as `ClaimId.of(act)`.
    /// @throws Problem `agreement.party-unknown`, `agreement.zone-unknown`, `geo.area-unknown`
    public Receipt claim(Actor actor, ActId act, ControlClaim claim) {
        return claim(actor, act, claim, Optional.empty());
    }

    /// Records a claim in the place of one that was recorded wrongly. What was known until now stays on record.
    /// @throws Problem as {@link #claim}; `agreement.claim-unknown` where `wrong` is not on record or was corrected
    ///     before; `agreement.claim-of-another` where it is another claimant's
    public Receipt correct(Actor actor, ActId act, ClaimId wrong, ControlClaim claim) {
        return claim(actor, act, claim, Optional.of(wrong));
    }

    private Receipt claim(Actor actor, ActId act, ControlClaim claim, Optional<ClaimId> wrong) {
        actor.must(Deed.RECORD_CONTROL);
        var body = ControlClaimed.of(ClaimId.of(act), claim, wrong);
        return journal.record(actor, act, Draft.of(body, claim.valid().from()), views -> {
            requireParties(views, List.of(claim.claimant()));
            requireParties(views, claim.held().holder().stream().toList());
            switch (claim.territory()) {
                case Territory.OfZone(ZoneId zone) -> requireZone(views, zone);
                case Territory.OfArea(var area) -> Places.requireKnown(views, List.of(area));
            }
            wrong.ifPresent(id -> requireSame(
                    id, latest(views).claim(id).map(known -> known.claim().claimant()), claim.claimant()));
        });
    }

    /// Records a party's promise that a corridor is safe, or its refusal of one. Whether a corridor of that id is
    /// planned is for those to check who know corridors.
    /// @throws Problem `agreement.party-unknown`
    public Receipt assure(Actor actor, ActId act, Assurance assurance) {
        return assure(actor, act, assurance, Optional.empty());
    }

    /// Records an assurance in the place of one that was recorded wrongly.
    /// @throws Problem as {@link #assure}; `agreement.claim-unknown`, `agreement.claim-of-another`
    public Receipt correct(Actor actor, ActId act, ClaimId wrong, Assurance assurance) {
        return assure(actor, act, assurance, Optional.of(wrong));
    }

    private Receipt assure(Actor actor, ActId act, Assurance assurance, Optional<ClaimId> wrong) {
        actor.must(Deed.RECORD_ASSURANCE);
        var body = new AssuranceRecorded(
                ClaimId.of(act),
                assurance.corridor(),
                assurance.party(),
                assurance.status(),
                assurance.valid(),
                assurance.source(),
                wrong);
        return journal.record(actor, act, Draft.of(body, assurance.valid().from()), views -> {
            requireParties(views, List.of(assurance.party()));
            wrong.ifPresent(id -> requireSame(
                    id,
                    latest(views).assurance(id).map(known -> known.assurance().party()),
                    assurance.party()));
        });
    }

    /// Withdraws a claim of control that should never have been on record as it was. What was known until now stays on
    /// record.
    /// @throws Problem `agreement.claim-unknown` where no claim of control stands; `places.withdrawn-before`
    public Receipt withdrawControl(Actor actor, ActId act, ClaimId claim, WithdrawalReason reason) {
        actor.must(Deed.RECORD_CONTROL);
        return Withdrawals.withdraw(
                journal,
                actor,
                act,
                claim.act(),
                reason,
                views -> requireStanding(claim, latest(views).claim(claim)));
    }

    /// Withdraws an assurance that should never have been on record as it was. A party that takes its promise back is
    /// another assurance.
    /// @throws Problem `agreement.claim-unknown` where no assurance stands; `places.withdrawn-before`
    public Receipt withdrawAssurance(Actor actor, ActId act, ClaimId claim, WithdrawalReason reason) {
        actor.must(Deed.RECORD_ASSURANCE);
        return Withdrawals.withdraw(
                journal,
                actor,
                act,
                claim.act(),
                reason,
                views -> requireStanding(claim, latest(views).assurance(claim)));
    }

    /// Every party, by id.
    public SequencedMap<PartyId, Party> parties(Reading at) {
        return parties(latest(at));
    }

    /// The same, as known at an instant.
    public SequencedMap<PartyId, Party> parties(Reading at, Instant known) {
        return parties(known(at, known));
    }

    private static SequencedMap<PartyId, Party> parties(AgreementRows rows) {
        var parties = new LinkedHashMap<PartyId, Party>();
        rows.parties().forEach(party -> parties.put(party.id(), party));
        return parties;
    }

    /// Every agreement, by id.
    public List<Agreement> agreements(Reading at) {
        return latest(at).agreements();
    }

    /// The same, as known at an instant.
    public List<Agreement> agreements(Reading at, Instant known) {
        return known(at, known).agreements();
    }

    public Optional<Agreement> agreement(Reading at, AgreementId agreement) {
        return agreements(at).stream().filter(one -> one.id().equals(agreement)).findFirst();
    }

    /// Every zone as it was defined last, by id.
    public List<Zone> zones(Reading at) {
        return AgreementRows.lastOfEach(latest(at).zones(), Zone::id);
    }

    /// The zones that there were on a day, each as it lay then, by id.
    public List<Zone> zones(Reading at, DayAsked asked) {
        return AgreementRows.lastOfEach(known(at, asked).zones(asked.begins(), asked.ends()), Zone::id);
    }

    /// Every zone as it lay at each time that was on record at an instant, by id and beginning.
    public List<Zone> zonesOnRecord(Reading at, Instant known) {
        return known(at, known).zones();
    }

    /// A zone as it was defined last.
    public Optional<Zone> zone(Reading at, ZoneId zone) {
        return zones(at).stream().filter(one -> one.id().equals(zone)).findFirst();
    }

    /// Who held a piece of ground on a day, according to whom: of each claimant, what it published last of those claims
    /// that cover any of that day.
    /// @throws org.clearway.access.NotPermitted unless the actor may read the map
    public Control control(Actor actor, Reading at, Territory territory, DayAsked asked) {
        List<KnownClaim> claims = claims(actor, at, asked).stream()
                .filter(known -> known.claim().territory().equals(territory))
                .toList();
        return claims.isEmpty() ? new Control.NobodyHasClaimed() : new Control.Claimed(claims);
    }

    /// The same for every piece of ground of which anything is claimed.
    /// @throws org.clearway.access.NotPermitted unless the actor may read the map
    public List<KnownClaim> claims(Actor actor, Reading at, DayAsked asked) {
        actor.must(Deed.READ_MAP);
        record Voice(PartyId claimant, Territory territory) {}
        return AgreementRows.lastOfEach(
                known(at, asked).claims(asked.begins(), asked.ends()),
                known -> new Voice(known.claim().claimant(), known.claim().territory()));
    }

    /// Every claim about who holds what, of whatever time, that was known at an instant, in order of publication.
    /// @throws org.clearway.access.NotPermitted unless the actor may read the map
    public List<KnownClaim> claimsOnRecord(Actor actor, Reading at, Instant known) {
        actor.must(Deed.READ_MAP);
        return known(at, known).claims();
    }

    /// A claim of control, whether it still stands or not.
    /// @throws org.clearway.access.NotPermitted unless the actor may read the map
    public Optional<KnownClaim> claim(Actor actor, Reading at, ClaimId claim) {
        actor.must(Deed.READ_MAP);
        return latest(at).anyClaim(claim);
    }

    /// An assurance, whether it still stands or not.
    /// @throws org.clearway.access.NotPermitted unless the actor may read the board
    public Optional<KnownAssurance> assurance(Actor actor, Reading at, ClaimId claim) {
        actor.must(Deed.READ_BOARD);
        return latest(at).anyAssurance(claim);
    }

    /// Whether a corridor is assured at an instant: each relevant party's last published word about it counts, and a
    /// promise whose end has passed counts no longer.
    /// @throws org.clearway.access.NotPermitted unless the actor may read the board
    public Assured assured(
            Actor actor, Reading at, CorridorId corridor, Collection<PartyId> relevantParties, Instant when) {
        return assured(actor, latest(at), corridor, relevantParties, when);
    }

    /// The same, as known at an instant.
    /// @throws org.clearway.access.NotPermitted unless the actor may read the board
    public Assured assured(
            Actor actor,
            Reading at,
            CorridorId corridor,
            Collection<PartyId> relevantParties,
            Instant when,
            Instant known) {
        return assured(actor, known(at, known), corridor, relevantParties, when);
    }

    /// The same, for the rules of other capabilities.
    public static Assured assured(
            Reading views, CorridorId corridor, Collection<PartyId> relevantParties, Instant when) {
        return assured(latest(views), corridor, relevantParties, when);
    }

    private static Assured assured(
            Actor actor, AgreementRows rows, CorridorId corridor, Collection<PartyId> relevantParties, Instant when) {
        actor.must(Deed.READ_BOARD);
        return assured(rows, corridor, relevantParties, when);
    }

    private static Assured assured(
            AgreementRows rows, CorridorId corridor, Collection<PartyId> relevantParties, Instant when) {
        List<PartyAssurance> parties = relevantParties.stream()
                .map(party -> standing(party, rows.lastWord(corridor, party, when), when))
                .toList();
        int given = (int) parties.stream()
                .filter(party -> party.standing() == Standing.GIVEN)
                .count();
        return given == parties.size() && given > 0
                ? new Assured.ByAll(parties)
                : new Assured.NotByAll(given, parties.size(), parties);
    }

    /// All that is on record about a corridor's safety, in order of publication.
    /// @throws org.clearway.access.NotPermitted unless the actor may read the board
    public List<KnownAssurance> assurances(Actor actor, Reading at, CorridorId corridor) {
        actor.must(Deed.READ_BOARD);
        return latest(at).assurances(corridor);
    }

    /// For the rules of other capabilities.
    /// @throws Problem `agreement.party-unknown`, naming the first that is not on record
    public static void requireParties(Reading views, Collection<PartyId> parties) {
        AgreementRows rows = latest(views);
        for (PartyId party : parties) {
            if (!rows.knowsParty(party)) throw Problem.of("agreement.party-unknown", "party", party);
        }
    }

    /// For the rules of other capabilities.
    public static Optional<Party> party(Reading views, PartyId party) {
        return latest(views).parties().stream()
                .filter(one -> one.id().equals(party))
                .findFirst();
    }

    /// For the rules of other capabilities.
    /// @throws Problem `agreement.zone-unknown`
    public static void requireZone(Reading views, ZoneId zone) {
        if (!latest(views).knowsZone(zone)) throw Problem.of("agreement.zone-unknown", "zone", zone);
    }

    private static PartyAssurance standing(PartyId party, Optional<KnownAssurance> lastWord, Instant when) {
        Standing standing = lastWord.map(KnownAssurance::assurance)
                .map(word -> switch (word.status()) {
                    case GIVEN -> word.valid().contains(when) ? Standing.GIVEN : Standing.EXPIRED;
                    case WITHHELD -> Standing.WITHHELD;
                    case WITHDRAWN -> Standing.WITHDRAWN;
                    case UNKNOWN -> Standing.UNKNOWN;
                })
                .orElse(Standing.NOT_RECORDED);
        return new PartyAssurance(party, standing, lastWord);
    }

    private static void requireStanding(ClaimId claim, Optional<?> standing) {
        if (standing.isEmpty()) throw Problem.of("agreement.claim-unknown", "claim", claim);
    }

    private static void requireSame(ClaimId wrong, Optional<PartyId> before, PartyId now) {
        PartyId claimant = before.orElseThrow(() -> Problem.of("agreement.claim-unknown", "claim", wrong));
        if (!claimant.equals(now)) {
            throw new Problem("agreement.claim-of-another", Map.of("claimant", claimant.slug(), "other", now.slug()));
        }
    }

    private static AgreementRows latest(Reading at) {
        return new AgreementRows(at.rows(), AgreementRows.LATEST);
    }

    private static AgreementRows known(Reading at, Instant known) {
        return new AgreementRows(at.rows(), Micros.of(known));
    }

    private static AgreementRows known(Reading at, DayAsked asked) {
        return asked.known().map(known -> known(at, known)).orElseGet(() -> latest(at));
    }
}
