// SPDX-License-Identifier: Apache-2.0
package org.clearway.ceasefire;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.clearway.access.Actor;
import org.clearway.access.Deed;
import org.clearway.agreement.CorridorId;
import org.clearway.journal.ActId;
import org.clearway.journal.Draft;
import org.clearway.journal.Journal;
import org.clearway.journal.Reading;
import org.clearway.journal.Receipt;
import org.clearway.journal.Rule;
import org.clearway.journal.Unsealed;
import org.clearway.language.Problem;
import org.clearway.places.WithdrawalReason;
import org.clearway.places.Withdrawals;
import org.clearway.time.Micros;

/// Fire as our own desks see and hear it. An observation says what was noticed and when; how far from the corridor it
/// was is worked out as it is recorded, and where it was is sealed. It never says who fired, and it is no claim of a
/// violation: those are reporters' {@link Ledgers}. Safe for use by many threads.
public final class Fires {
    /// Later than anything known.
    private static final Instant LATEST = Micros.instant(Micros.FOREVER - 1);

    /// The clock of whoever noticed may go ahead of ours by so much.
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(2);

    private final Journal journal;
    private final CorridorGround ground;

    /// The entries are among those of {@link Ledgers#chapter()}.
    public Fires(Journal journal, CorridorGround ground) {
        this.journal = journal;
        this.ground = ground;
    }

    /// Records what was seen or heard; it is then known as `FireId.of(act)`.
    /// @throws Problem `corridor.unknown`; `ceasefire.fire-of-the-future`
    public Receipt observe(Actor actor, ActId act, Fire fire) {
        actor.must(Deed.OBSERVE_FIRE);
        return record(actor, act, fire, Optional.empty(), Rule.NONE);
    }

    /// Records an observation in the place of one that was recorded wrongly. What was known until now stays on record.
    /// @throws Problem as {@link #observe}; `ceasefire.fire-unknown` where it does not stand;
    ///     `ceasefire.fire-of-another`
    public Receipt correct(Actor actor, ActId act, FireId wrong, Fire fire) {
        actor.must(Deed.OBSERVE_FIRE);
        return record(actor, act, fire, Optional.of(wrong), views -> requireOwn(views, actor, wrong));
    }

    private Receipt record(Actor actor, ActId act, Fire fire, Optional<FireId> wrong, Rule rule) {
        FireId id = FireId.of(act);
        var body = FireObserved.of(id, fire, nearness(id, fire), wrong);
        return journal.record(actor, act, Draft.of(body, fire.when()), views -> {
            ground.require(views, fire.corridor());
            if (fire.when().from().isAfter(views.knownAt().plus(CLOCKS_DIFFER))) {
                throw Problem.of(
                        "ceasefire.fire-of-the-future", "when", fire.when().localFrom());
            }
            rule.check(views);
        });
    }

    /// Withdraws an observation that should never have been on record as it was.
    /// @throws Problem `ceasefire.fire-unknown` where it does not stand; `ceasefire.fire-of-another`;
    ///     `places.withdrawn-before`
    public Receipt withdraw(Actor actor, ActId act, FireId fire, WithdrawalReason reason) {
        actor.must(Deed.OBSERVE_FIRE);
        return Withdrawals.withdraw(journal, actor, act, fire.act(), reason, views -> requireOwn(views, actor, fire));
    }

    /// What was on record at `known` of fire that may have been from `from` to `to`, the latest first.
    public List<OnFire> of(Actor actor, Reading at, CorridorId corridor, Instant from, Instant to, Instant known) {
        actor.must(Deed.READ_BOARD);
        return rows(at).near(corridor, from, to, known.isAfter(LATEST) ? LATEST : known);
    }

    /// An observation, whether it still stands or not.
    public Optional<OnFire> fire(Actor actor, Reading at, FireId fire) {
        actor.must(Deed.READ_BOARD);
        return rows(at).any(fire);
    }

    /// Opens the position that was left with an observation. That it was read is itself an entry.
    /// @throws org.clearway.access.NotPermitted unless the actor may read positions of fire
    /// @throws Problem `ceasefire.fire-without-position`
    public Unsealed<FirePosition> readPosition(Actor actor, ActId act, FireId fire) {
        actor.must(Deed.READ_FIRE_POSITION);
        var place = rows(journal.now())
                .place(fire)
                .orElseThrow(() -> Problem.of("ceasefire.fire-without-position", "fire", fire));
        return journal.open(actor, act, place, FirePosition.class);
    }

    /// The nearest that it may have been. The same act sent again has the band that it had, whatever has become known
    /// of the corridor since.
    private Nearness nearness(FireId id, Fire fire) {
        Reading now = journal.now();
        return rows(now)
                .any(id)
                .map(OnFire::nearness)
                .orElseGet(() -> Nearness.of(fire.where()
                        .map(where -> atLeast(now, fire.corridor(), where))
                        .orElseGet(OptionalDouble::empty)));
    }

    private OptionalDouble atLeast(Reading now, CorridorId corridor, FirePosition where) {
        OptionalDouble metres = ground.metresFrom(now, corridor, where.position());
        return metres.isEmpty() ? metres : OptionalDouble.of(Math.max(0, metres.getAsDouble() - where.withinMetres()));
    }

    /// An alarm may hang on an observation: only those who made it take it back, or those who see to it.
    private static void requireOwn(Reading views, Actor actor, FireId fire) {
        OnFire standing = Optional.of(rows(views))
                .filter(rows -> rows.stands(fire))
                .flatMap(rows -> rows.any(fire))
                .orElseThrow(() -> Problem.of("ceasefire.fire-unknown", "fire", fire));
        if (!standing.by().equals(actor.account()) && !actor.may(Deed.READ_FIRE_POSITION)) {
            throw new Problem(
                    "ceasefire.fire-of-another", Map.of("account", standing.by().name()));
        }
    }

    private static FireRows rows(Reading at) {
        return new FireRows(at.rows());
    }
}
