// SPDX-License-Identifier: Apache-2.0
package org.clearway.bulletin;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.clearway.access.Actor;
import org.clearway.access.Deed;
import org.clearway.agreement.Agreements;
import org.clearway.bulletin.Bulletin.Change;
import org.clearway.bulletin.Bulletin.Correction;
import org.clearway.ceasefire.Ledgers;
import org.clearway.corridor.Corridors;
import org.clearway.journal.ActId;
import org.clearway.journal.Chapter;
import org.clearway.journal.Draft;
import org.clearway.journal.EntryKind;
import org.clearway.journal.Journal;
import org.clearway.journal.Reading;
import org.clearway.journal.Receipt;
import org.clearway.journal.Rule;
import org.clearway.language.Language;
import org.clearway.language.Problem;
import org.clearway.places.Places;
import org.clearway.time.Occurred;
import org.clearway.time.Period;
import org.clearway.time.ReportingDays;

/// The day's bulletin: composed at the cut-off, proposed, approved by two, published, and corrected in the open. Safe
/// for use by
/// many threads.
///
/// What is published may be read by anyone, so reading it takes no actor; drafts do.
public final class Bulletins {
    /// The shortest time between two instants of the journal.
    private static final ChronoUnit TICK = ChronoUnit.MICROS;

    private final Journal journal;
    private final Composer composer;

    public Bulletins(Journal journal, Places places, Agreements agreements, Ledgers ledgers, Corridors corridors) {
        this.journal = journal;
        this.composer = new Composer(places, agreements, ledgers, corridors);
    }

    public static Chapter chapter() {
        return Chapter.of(
                        "bulletin",
                        List.of(
                                new EntryKind("bulletin.series-set", 1, BulletinSeriesSet.class),
                                new EntryKind("bulletin.proposed", 1, BulletinProposed.class),
                                new EntryKind("bulletin.approved", 1, BulletinApproved.class)),
                        new BulletinView())
                .with(new TagIndex());
    }

    // Making

    /// Sets what the node's bulletin is about from now on.
    /// @throws Problem if a zone, a corridor or a party is not on record
    public Receipt set(Actor actor, ActId act, BulletinSeries series) {
        actor.must(Deed.MAKE_BULLETIN);
        Occurred now = Occurred.at(journal.clock().instant(), ZoneOffset.UTC);
        return journal.record(actor, act, Draft.of(new BulletinSeriesSet(series), now), views -> {
            Agreements.requireParties(views, series.reporters());
            series.zones().forEach(zone -> Agreements.requireZone(views, zone));
            series.corridors().forEach(corridor -> Corridors.require(views, corridor));
        });
    }

    /// Proposes the bulletin of a day: what was known before its cut-off. A proposal is no approval.
    /// @throws Problem `bulletin.before-cut-off`, `bulletin.proposed-already`, `bulletin.no-series`
    public Edition propose(Actor actor, ActId act, LocalDate day) {
        actor.must(Deed.MAKE_BULLETIN);
        Reading now = journal.now();
        Instant cutOff = requireOver(now, day);
        Bulletin bulletin = composeAt(actor, now, cutOff.minus(1, TICK), day);
        return record(
                actor,
                act,
                bulletin,
                views -> new BulletinRows(views.rows()).newest(day).ifPresent(edition -> {
                    throw new Problem(
                            "bulletin.proposed-already",
                            Map.of("day", day.toString(), "version", Integer.toString(edition.version())));
                }));
    }

    /// Proposes a bulletin anew from what is known now: a draft is replaced, and its approvals are void; what was
    /// published is
    /// corrected by a new version that says what changed.
    /// @throws Problem `bulletin.unknown` where none was proposed, `bulletin.nothing-changed`
    public Edition correct(Actor actor, ActId act, LocalDate day) {
        actor.must(Deed.MAKE_BULLETIN);
        Reading now = journal.now();
        Edition newest = new BulletinRows(now.rows()).newest(day).orElseThrow(() -> unknown(day));
        Bulletin composed = composeAt(actor, now, now.knownAt(), day);
        if (Changes.between(newest.bulletin(), composed).isEmpty()) {
            throw Problem.of("bulletin.nothing-changed", "day", day);
        }
        Bulletin proposed = new BulletinRows(now.rows())
                .inForce(day)
                .map(published -> asCorrectionOf(published.bulletin(), composed))
                .orElse(composed);
        return record(actor, act, proposed, views -> {
            Edition before = new BulletinRows(views.rows()).newest(day).orElseThrow(() -> unknown(day));
            if (!before.digest().equals(newest.digest()) || !before.stage().equals(newest.stage())) {
                throw Problem.of("bulletin.changed-meanwhile", "day", day);
            }
        });
    }

    /// Approves exactly the version that was read. The second approval, by another account, publishes it.
    /// @param digest that of the {@link Edition} that was read
    /// @throws Problem `bulletin.unknown`, `bulletin.published-already`, `bulletin.other-digest`,
    ///     `bulletin.approved-already` where this account has approved it
    public Edition approve(Actor actor, ActId act, LocalDate day, int version, Digest digest) {
        actor.must(Deed.APPROVE_BULLETIN);
        Occurred now = Occurred.at(journal.clock().instant(), ZoneOffset.UTC);
        journal.record(actor, act, Draft.of(new BulletinApproved(day, version, digest), now), views -> {
            var rows = new BulletinRows(views.rows());
            Edition edition = rows.edition(day, version).orElseThrow(() -> unknown(day));
            var named = Map.of("day", day.toString(), "version", Integer.toString(version));
            if (edition.stage() instanceof Stage.Published) throw new Problem("bulletin.published-already", named);
            if (!edition.digest().equals(digest)) throw new Problem("bulletin.other-digest", named);
            if (rows.hasApproved(day, version, actor.account())) {
                throw new Problem(
                        "bulletin.approved-already",
                        Map.of(
                                "day", day.toString(),
                                "version", Integer.toString(version),
                                "account", actor.account().name()));
            }
        });
        return new BulletinRows(journal.now().rows()).edition(day, version).orElseThrow(() -> unknown(day));
    }

    // Reading what is not published

    /// The bulletin of a day as it would be proposed; before its cut-off, as far as the day has come.
    /// @throws Problem `bulletin.no-series`
    public Edition preview(Actor actor, LocalDate day) {
        actor.must(Deed.READ_BULLETIN_DRAFT);
        Reading now = journal.now();
        Instant last = requireSeries(now).days().cutOff(day).minus(1, TICK);
        Instant known = last.isBefore(now.knownAt()) ? last : now.knownAt();
        return Edition.notMade(composeAt(actor, now, known, day));
    }

    /// What there is of a day: the version that was proposed last, published or not, else what would be proposed.
    /// @throws Problem `bulletin.no-series`
    public Edition newest(Actor actor, LocalDate day) {
        actor.must(Deed.READ_BULLETIN_DRAFT);
        return new BulletinRows(journal.now().rows()).newest(day).orElseGet(() -> preview(actor, day));
    }

    /// The version of a day that waits for approvals.
    public Optional<Edition> draft(Actor actor, Reading at, LocalDate day) {
        actor.must(Deed.READ_BULLETIN_DRAFT);
        return new BulletinRows(at.rows()).newest(day).filter(edition -> edition.stage() instanceof Stage.Draft);
    }

    /// Every version that waits for approvals, the latest day first.
    public List<Edition> drafts(Actor actor, Reading at) {
        actor.must(Deed.READ_BULLETIN_DRAFT);
        return new BulletinRows(at.rows()).drafts();
    }

    /// Whether this account has approved a version as it stands.
    public boolean hasApproved(Actor actor, Reading at, Edition edition) {
        actor.must(Deed.READ_BULLETIN_DRAFT);
        return new BulletinRows(at.rows()).hasApproved(edition.day(), edition.version(), actor.account());
    }

    // Reading what is published

    /// What the node's bulletin is about; empty where nobody has set it.
    public Optional<BulletinSeries> series(Reading at) {
        return new BulletinRows(at.rows()).series();
    }

    /// The day whose bulletin holds what is reported at `instant`; empty where nobody has set the series.
    public Optional<LocalDate> dayOf(Reading at, Instant instant) {
        return series(at).map(BulletinSeries::days).map(days -> days.dayOf(instant));
    }

    /// What is in force of each day, the latest day first.
    /// @param before only days before this one
    public Page all(Reading at, Optional<LocalDate> before, int size) {
        return Page.of(new BulletinRows(at.rows()).inForceBefore(before, size + 1), size);
    }

    /// The published version of a day that is in force.
    public Optional<Edition> published(Reading at, LocalDate day) {
        return new BulletinRows(at.rows()).inForce(day);
    }

    /// Every published version of a day, the newest first: those that were corrected stay readable.
    public List<Edition> versions(Reading at, LocalDate day) {
        return new BulletinRows(at.rows()).published(day);
    }

    /// Every tag that a bulletin in force is filed under, by id.
    public List<Tag> tags(Reading at) {
        return new BulletinRows(at.rows()).tags();
    }

    public Optional<Tag> tag(Reading at, TagId tag) {
        return new BulletinRows(at.rows()).tag(tag);
    }

    /// What is in force under a tag, the latest day first.
    /// @param before only days before this one
    public Page tagged(Reading at, TagId tag, Optional<LocalDate> before, int size) {
        return Page.of(new BulletinRows(at.rows()).tagged(tag, before, size + 1), size);
    }

    /// The newest of what is in force, as an Atom feed.
    /// @param self the address of the feed, which may be relative
    /// @param pages the address of a day's page
    public byte[] atom(Reading at, Language language, int most, String self, Function<LocalDate, String> pages) {
        var rows = new BulletinRows(at.rows());
        List<Edition> editions = rows.inForceBefore(Optional.empty(), most);
        return new Atom(language)
                .feed(
                        journal.stream().node(),
                        journal.story(),
                        requireSeries(at).issuer(),
                        editions,
                        at.knownAt(),
                        self,
                        pages);
    }

    // The rest

    private Edition record(Actor actor, ActId act, Bulletin bulletin, Rule rule) {
        Period covers = bulletin.covers();
        Occurred occurred = Occurred.between(covers.from(), covers.to(), covers.zone());
        journal.record(actor, act, Draft.of(new BulletinProposed(bulletin), occurred), rule);
        return new BulletinRows(journal.now().rows())
                .edition(bulletin.day(), bulletin.version())
                .orElseThrow(() -> unknown(bulletin.day()));
    }

    private Bulletin composeAt(Actor actor, Reading at, Instant known, LocalDate day) {
        BulletinSeries series = new BulletinRows(at.rows())
                .series(known)
                .orElseThrow(() -> Problem.of("bulletin.no-series", "day", day));
        return composer.compose(actor, at, known, series, day, journal.story());
    }

    private static Bulletin asCorrectionOf(Bulletin published, Bulletin composed) {
        List<Change> changes = Changes.between(published, composed);
        return composed.corrected(new Correction(published.version(), changes));
    }

    private static Instant requireOver(Reading now, LocalDate day) {
        ReportingDays days = requireSeries(now).days();
        Instant cutOff = days.cutOff(day);
        if (now.knownAt().isBefore(cutOff)) {
            throw new Problem(
                    "bulletin.before-cut-off",
                    Map.of(
                            "day", day.toString(),
                            "cutOff", days.cutOff().toString(),
                            "zone", days.zone().getId()));
        }
        return cutOff;
    }

    private static BulletinSeries requireSeries(Reading at) {
        return new BulletinRows(at.rows()).series().orElseThrow(() -> Problem.of("bulletin.series-not-set"));
    }

    private static Problem unknown(LocalDate day) {
        return Problem.of("bulletin.unknown", "day", day);
    }
}
