// SPDX-License-Identifier: Apache-2.0
package org.clearway.bulletin;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.clearway.agreement.AgreementId;
import org.clearway.agreement.CorridorId;
import org.clearway.agreement.PartyId;
import org.clearway.agreement.Relation;
import org.clearway.agreement.Standing;
import org.clearway.agreement.ZoneId;
import org.clearway.ceasefire.Count;
import org.clearway.ceasefire.Covers;
import org.clearway.ceasefire.Likeness;
import org.clearway.ceasefire.Stated;
import org.clearway.corridor.AnnouncedStatus;
import org.clearway.corridor.Counted;
import org.clearway.corridor.PermittedFlow;
import org.clearway.corridor.Reason;
import org.clearway.corridor.Service;
import org.clearway.geo.AreaId;
import org.clearway.geo.AreaPart;
import org.clearway.geo.PCode;
import org.clearway.journal.StoryKind;
import org.clearway.language.Names;
import org.clearway.places.Source;
import org.clearway.time.Occurred;
import org.clearway.time.OpeningWindow;
import org.clearway.time.Period;
import org.clearway.time.Span;

/// The bulletin of a day, as a value: what was reported and by whom, in coded facts and names, without a sentence in
/// it. It
/// follows from the journal alone, its canonical bytes are what is approved, and every language is rendered from it.
///
/// It holds only what it says in public. A part that a later version of the program adds is an `Optional`, so that the
/// bytes
/// of bulletins that were published before stay as they are.
///
/// @param day the day of publication
/// @param version 1, and one more for each correction
/// @param reconstruction whether it was made on a node that is none of the real ones
/// @param story what that node tells; absent in bulletins that were made before exercises were told apart
/// @param covers the time whose reports it holds, from cut-off to cut-off
/// @param known what was known at this instant is in it
/// @param parties what each party that it speaks of is called
/// @param areas what each area that it speaks of is called
/// @param ledgers what each reporter published in that time, in the order of the series
/// @param equalTotals where two of the ledgers have the same total
/// @param silent reporters of the series who published no ledger in that time
/// @param unnamed areas of the zones that no ledger names
record Bulletin(
        LocalDate day,
        int version,
        boolean reconstruction,
        Optional<StoryKind> story,
        Names issuer,
        Names place,
        Optional<Names> country,
        Period covers,
        Instant known,
        List<NamedParty> parties,
        List<NamedArea> areas,
        List<LedgerTold> ledgers,
        List<EqualTold> equalTotals,
        List<PartyId> silent,
        List<AreaId> unnamed,
        List<CorridorTold> corridors,
        List<AgreementTold> agreements,
        List<ZoneTold> zones,
        Optional<Correction> correction) {

    /// How long back claims of a corridor's use are looked for, in days before the cut-off.
    static final int USE_WITHIN_DAYS = 30;

    record NamedParty(PartyId party, Names names) {}

    record NamedArea(AreaId area, Names names, Optional<PCode> pcode) {}

    /// A reporter's ledger, as it was stated.
    ///
    /// @param previous the same reporter's ledger before this one, to compare with
    record LedgerTold(Stated stated, Optional<EarlierLedger> previous) {}

    record EarlierLedger(Covers covers, Optional<Count> total, Source source) {}

    /// Two reporters whose totals happen to be equal.
    record EqualTold(PartyId one, PartyId other, Count total, Likeness likeness) {}

    /// @param assurances one for each relevant party
    record CorridorTold(
            CorridorId corridor,
            Names names,
            List<AnnouncementTold> announcements,
            List<AssuranceTold> assurances,
            List<UseTold> uses) {
        public CorridorTold {
            announcements = List.copyOf(announcements);
            assurances = List.copyOf(assurances);
            uses = List.copyOf(uses);
        }
    }

    /// What one announcer announces a corridor to be at the cut-off.
    ///
    /// @param fresh whether it became known in the time that the bulletin covers
    record AnnouncementTold(
            PartyId announcer,
            AnnouncedStatus status,
            Span valid,
            boolean asVoluntary,
            Optional<OpeningWindow> window,
            List<Service> services,
            List<PermittedFlow> flows,
            List<Reason> reasons,
            Source source,
            boolean fresh) {
        public AnnouncementTold {
            services = List.copyOf(services);
            flows = List.copyOf(flows);
            reasons = List.copyOf(reasons);
        }
    }

    /// How a relevant party's promise stands at the cut-off.
    ///
    /// @param source absent where nothing is on record
    record AssuranceTold(PartyId party, Standing standing, Optional<Span> valid, Optional<Source> source) {}

    /// What somebody claims of a corridor's use.
    record UseTold(
            PartyId claimant, Span covers, List<CountTold> counts, List<Reason> reasons, Source source, boolean fresh) {
        public UseTold {
            counts = List.copyOf(counts);
            reasons = List.copyOf(reasons);
        }

        Optional<org.clearway.corridor.Count> people() {
            return counts.stream()
                    .filter(told -> told.counted() == Counted.PEOPLE)
                    .map(CountTold::count)
                    .findFirst();
        }
    }

    record CountTold(Counted counted, org.clearway.corridor.Count count) {}

    record AgreementTold(
            AgreementId agreement,
            Names names,
            Occurred signed,
            List<PartyId> guarantors,
            Optional<org.clearway.agreement.Term> term,
            Source source) {
        public AgreementTold {
            guarantors = List.copyOf(guarantors);
        }
    }

    record ZoneTold(ZoneId zone, Names names, List<AreaPart> parts, Source source, List<ControlTold> control) {
        public ZoneTold {
            parts = List.copyOf(parts);
            control = List.copyOf(control);
        }
    }

    /// What a claimant says last of who holds a zone.
    record ControlTold(PartyId claimant, Relation relation, Optional<PartyId> holder, Span valid, Source source) {}

    /// What a version puts right.
    ///
    /// @param corrects the version that it corrects
    record Correction(int corrects, List<Change> changes) {
        public Correction {
            changes = List.copyOf(changes);
        }
    }

    /// One thing that differs from the version before.
    ///
    /// @param whose whose claim it is, or which party's assurance
    /// @param of what it concerns, such as a corridor or a zone
    /// @param covers what a ledger covers
    /// @param before a ledger's total before, where it differs
    /// @param after a ledger's total after, where it differs
    record Change(
            Difference difference,
            Item item,
            Optional<Names> whose,
            Optional<Names> of,
            Optional<Covers> covers,
            Optional<Count> before,
            Optional<Count> after) {}

    /// How it differs.
    enum Difference {
        ADDED,
        REMOVED,
        CHANGED
    }

    /// What it is that differs.
    enum Item {
        LEDGER,
        ANNOUNCEMENT,
        ASSURANCE,
        USE,
        CONTROL,
        /// What is told of agreements and of where zones lie.
        BACKGROUND,
        /// What places, parties and corridors are called.
        NAMES
    }

    Bulletin {
        if (version < 1) throw new IllegalArgumentException("A version is 1 or more, got " + version + ".");
        parties = List.copyOf(parties);
        areas = List.copyOf(areas);
        ledgers = List.copyOf(ledgers);
        equalTotals = List.copyOf(equalTotals);
        silent = List.copyOf(silent);
        unnamed = List.copyOf(unnamed);
        corridors = List.copyOf(corridors);
        agreements = List.copyOf(agreements);
        zones = List.copyOf(zones);
    }

    /// What every reader must be told that its node tells.
    Optional<StoryKind> marked() {
        return story.or(() -> reconstruction ? Optional.of(StoryKind.RECONSTRUCTION) : Optional.empty());
    }

    /// What `party` is called.
    Names called(PartyId party) {
        return parties.stream()
                .filter(named -> named.party().equals(party))
                .map(NamedParty::names)
                .findFirst()
                .orElseThrow();
    }

    NamedArea area(AreaId area) {
        return areas.stream()
                .filter(named -> named.area().equals(area))
                .findFirst()
                .orElseThrow();
    }

    /// The same as the next version after the one that it corrects.
    Bulletin corrected(Correction made) {
        return new Bulletin(
                day,
                made.corrects() + 1,
                reconstruction,
                story,
                issuer,
                place,
                country,
                covers,
                known,
                parties,
                areas,
                ledgers,
                equalTotals,
                silent,
                unnamed,
                corridors,
                agreements,
                zones,
                Optional.of(made));
    }
}
