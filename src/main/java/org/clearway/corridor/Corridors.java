// SPDX-License-Identifier: Apache-2.0
package org.clearway.corridor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clearway.access.Actor;
import org.clearway.access.Deed;
import org.clearway.agreement.Agreements;
import org.clearway.agreement.ClaimId;
import org.clearway.agreement.CorridorId;
import org.clearway.agreement.PartyId;
import org.clearway.ceasefire.CorridorGround;
import org.clearway.journal.ActId;
import org.clearway.journal.Chapter;
import org.clearway.journal.Draft;
import org.clearway.journal.EntryKind;
import org.clearway.journal.Journal;
import org.clearway.journal.Reading;
import org.clearway.journal.Receipt;
import org.clearway.language.Problem;
import org.clearway.places.Places;
import org.clearway.places.WithdrawalReason;
import org.clearway.places.Withdrawals;
import org.clearway.time.Micros;
import org.clearway.time.Occurred;
import org.clearway.time.Span;

/// Every corridor on record, what is announced of it and what is claimed of its use. Safe for use by many threads.
///
/// A reading method that takes an instant `known` answers as this node would have answered then, from views as they
/// stand now.
public final class Corridors {
    /// Later than anything known: what a reading knows is all that it holds.
    private static final long LATEST = Micros.FOREVER - 1;

    private final Journal journal;

    public Corridors(Journal journal) {
        this.journal = journal;
    }

    /// What {@link Corridors}, {@link Routes} and {@link Notifications} record.
    public static Chapter chapter() {
        return Chapter.of(
                "corridor",
                List.of(
                        new EntryKind("corridor.planned", 1, CorridorPlanned.class),
                        new EntryKind("corridor.announced", 1, CorridorAnnounced.class),
                        new EntryKind("corridor.use-claimed", 1, UseClaimed.class),
                        new EntryKind("corridor.route-set", 1, RouteSet.class),
                        new EntryKind("corridor.hazard-told", 1, HazardTold.class),
                        new EntryKind("corridor.notified", 1, Notified.class),
                        new EntryKind("corridor.notification-acknowledged", 1, NotificationAcknowledged.class),
                        new EntryKind("corridor.notification-withdrawn", 1, NotificationWithdrawn.class)),
                new CorridorView(),
                new RouteView(),
                new NotificationView());
    }

    /// Puts a corridor on record, or restates it whole: what it was before stays on record as what was known before.
    /// @throws Problem if its zone, a party or an area is not on record
    public Receipt plan(Actor actor, ActId act, Corridor corridor) {
        actor.must(Deed.RECORD_CORRIDOR);
        return journal.record(
                actor,
                act,
                Draft.of(CorridorPlanned.of(corridor), corridor.source().published()),
                views -> {
                    corridor.zone().ifPresent(zone -> Agreements.requireZone(views, zone));
                    var parties = new ArrayList<>(corridor.relevantParties());
                    corridor.initiator().ifPresent(parties::add);
                    Agreements.requireParties(views, parties);
                    Places.requireKnown(
                            views,
                            corridor.crossings().stream()
                                    .map(CrossingPoint::area)
                                    .toList());
                });
    }

    /// Records what somebody announces; it is then known as `ClaimId.of(act)`.
    /// @throws Problem if the corridor or a party is not on record
    public Receipt announce(Actor actor, ActId act, Announcement announcement) {
        return announce(actor, act, announcement, Optional.empty());
    }

    /// Records an announcement in the place of one that was recorded wrongly. What was known until now stays on
    /// record.
    /// @throws Problem as {@link #announce}; `agreement.claim-unknown` where `wrong` is no announcement on
    ///     record or was corrected before; `agreement.claim-of-another` where it is another announcer's
    public Receipt correct(Actor actor, ActId act, ClaimId wrong, Announcement announcement) {
        return announce(actor, act, announcement, Optional.of(wrong));
    }

    private Receipt announce(Actor actor, ActId act, Announcement announcement, Optional<ClaimId> wrong) {
        actor.must(Deed.RECORD_ANNOUNCEMENT);
        var body = CorridorAnnounced.of(announcement, wrong);
        return journal.record(actor, act, Draft.of(body, announcement.valid().from()), views -> {
            requireSound(views, announcement);
            wrong.ifPresent(id -> requireSame(id, latest(views).announcer(id), announcement.announcer()));
        });
    }

    /// Records what somebody claims of a corridor's use; it is then known as `ClaimId.of(act)`. What our own gates
    /// count is something else.
    /// @throws Problem if the corridor or a party is not on record
    public Receipt claimUse(Actor actor, ActId act, UseClaim claim) {
        return claimUse(actor, act, claim, Optional.empty());
    }

    /// Records a claim of use in the place of one that was recorded wrongly. What was known until now stays on
    /// record.
    /// @throws Problem as {@link #claimUse}; `agreement.claim-unknown`, `agreement.claim-of-another`
    public Receipt correct(Actor actor, ActId act, ClaimId wrong, UseClaim claim) {
        return claimUse(actor, act, claim, Optional.of(wrong));
    }

    private Receipt claimUse(Actor actor, ActId act, UseClaim claim, Optional<ClaimId> wrong) {
        actor.must(Deed.RECORD_ANNOUNCEMENT);
        var body = UseClaimed.of(claim, wrong);
        return journal.record(actor, act, Draft.of(body, whole(claim.covers())), views -> {
            requireSound(views, claim);
            wrong.ifPresent(id -> requireSame(id, latest(views).claimant(id), claim.claimant()));
        });
    }

    /// Withdraws an announcement or a claim of use that should never have been on record as it was. What was known
    /// until now stays on record.
    /// @throws Problem `agreement.claim-unknown` where neither stands; `places.withdrawn-before`
    public Receipt withdraw(Actor actor, ActId act, ClaimId claim, WithdrawalReason reason) {
        actor.must(Deed.RECORD_ANNOUNCEMENT);
        return Withdrawals.withdraw(journal, actor, act, claim.act(), reason, views -> {
            CorridorRows standing = latest(views);
            if (standing.announcer(claim).isEmpty() && standing.claimant(claim).isEmpty()) {
                throw Problem.of("agreement.claim-unknown", "claim", claim);
            }
        });
    }

    /// An announcement or a claim of use, whether it still stands or not.
    public Optional<OnRecord<? extends Claim>> claim(Actor actor, Reading at, ClaimId claim) {
        actor.must(Deed.READ_BOARD);
        return latest(at).any(claim);
    }

    /// Every corridor, by id.
    public List<Corridor> list(Actor actor, Reading at) {
        actor.must(Deed.READ_BOARD);
        return latest(at).all();
    }

    public Optional<Corridor> corridor(Actor actor, Reading at, CorridorId id) {
        actor.must(Deed.READ_BOARD);
        return latest(at).corridor(id);
    }

    public Optional<Corridor> corridor(Actor actor, Reading at, CorridorId id, Instant known) {
        actor.must(Deed.READ_BOARD);
        return new CorridorRows(at.rows(), Micros.of(known)).corridor(id);
    }

    /// What the corridor is announced to be at `instant`, by whom.
    /// @throws Problem `corridor.unknown`
    public Announced announced(Actor actor, Reading at, CorridorId id, Instant instant) {
        return announced(actor, latest(at), id, instant);
    }

    public Announced announced(Actor actor, Reading at, CorridorId id, Instant instant, Instant known) {
        return announced(actor, new CorridorRows(at.rows(), Micros.of(known)), id, instant);
    }

    /// What is claimed of the corridor's use up to `instant`, as known at another: the latest time first; of one time,
    /// what was told last first. What our own gates counted is asked in `gate`.
    /// @throws Problem `corridor.unknown`
    public List<OnRecord<UseClaim>> claimedUse(Actor actor, Reading at, CorridorId id, Instant instant, Instant known) {
        actor.must(Deed.READ_BOARD);
        var rows = new CorridorRows(at.rows(), Micros.of(known));
        requireKnown(rows, id);
        return Used.claims(instant, rows.uses(id));
    }

    /// The hours announced by those who announce the corridor open at `instant`: what is open now, or opens next.
    /// @throws Problem `corridor.unknown`
    public List<Opening> openings(Actor actor, Reading at, CorridorId id, Instant instant) {
        return openings(announced(actor, at, id, instant), instant);
    }

    /// The same, of announcements that were asked for already.
    public static List<Opening> openings(Announced announced, Instant instant) {
        return announced.open().stream()
                .flatMap(told -> Opening.of(told.claim(), instant).stream())
                .toList();
    }

    /// All that is claimed of the corridor, in the order of the times that are spoken of.
    /// @throws Problem `corridor.unknown`
    public List<OnRecord<? extends Claim>> history(Actor actor, Reading at, CorridorId id) {
        return history(actor, latest(at), id);
    }

    public List<OnRecord<? extends Claim>> history(Actor actor, Reading at, CorridorId id, Instant known) {
        return history(actor, new CorridorRows(at.rows(), Micros.of(known)), id);
    }

    /// For the rules of other capabilities.
    /// @throws Problem `corridor.unknown`
    public static Corridor require(Reading views, CorridorId id) {
        return latest(views).corridor(id).orElseThrow(() -> Problem.of("corridor.unknown", "corridor", id));
    }

    /// Where corridors run, for those who are told of fire near them.
    public static CorridorGround ground() {
        return new KnownGround();
    }

    /// For other capabilities, which answer for whom they show it to.
    public static List<Corridor> all(Reading views) {
        return latest(views).all();
    }

    private static Announced announced(Actor actor, CorridorRows rows, CorridorId id, Instant instant) {
        actor.must(Deed.READ_BOARD);
        requireKnown(rows, id);
        return Announced.at(instant, rows.announcements(id));
    }

    private static List<OnRecord<? extends Claim>> history(Actor actor, CorridorRows rows, CorridorId id) {
        actor.must(Deed.READ_BOARD);
        requireKnown(rows, id);
        var history = new ArrayList<OnRecord<? extends Claim>>(rows.announcements(id));
        history.addAll(rows.uses(id));
        history.sort(Comparator.<OnRecord<? extends Claim>, Instant>comparing(
                        told -> told.claim().about().begins())
                .thenComparing(OnRecord::knownFrom));
        return List.copyOf(history);
    }

    private static CorridorRows latest(Reading at) {
        return new CorridorRows(at.rows(), LATEST);
    }

    private static void requireKnown(CorridorRows rows, CorridorId id) {
        if (rows.corridor(id).isEmpty()) throw Problem.of("corridor.unknown", "corridor", id);
    }

    private static void requireSound(Reading views, Claim claim) {
        require(views, claim.corridor());
        var parties = new ArrayList<PartyId>();
        parties.add(claim.claimant());
        claim.reasons().forEach(reason -> reason.attributedTo().ifPresent(parties::add));
        Agreements.requireParties(views, parties);
    }

    private static void requireSame(ClaimId wrong, Optional<PartyId> before, PartyId now) {
        PartyId claimant = before.orElseThrow(() -> Problem.of("agreement.claim-unknown", "claim", wrong));
        if (!claimant.equals(now)) {
            throw new Problem("agreement.claim-of-another", Map.of("claimant", claimant.slug(), "other", now.slug()));
        }
    }

    /// The time that is covered, as exactly as its less exact end.
    private static Occurred whole(Span covers) {
        Occurred from = covers.from();
        Occurred to = covers.to().orElse(from);
        var precision = from.precision().compareTo(to.precision()) >= 0 ? from.precision() : to.precision();
        return new Occurred(from.from(), to.to(), precision, from.zone());
    }
}
