// SPDX-License-Identifier: Apache-2.0
package org.clearway.corridor;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.clearway.access.AccountId;
import org.clearway.access.Actor;
import org.clearway.access.Deed;
import org.clearway.agreement.Agreements;
import org.clearway.agreement.CorridorId;
import org.clearway.agreement.PartyId;
import org.clearway.geo.AreaId;
import org.clearway.journal.ActId;
import org.clearway.journal.Draft;
import org.clearway.journal.Journal;
import org.clearway.journal.Reading;
import org.clearway.journal.Receipt;
import org.clearway.journal.Rule;
import org.clearway.language.Problem;
import org.clearway.places.Places;
import org.clearway.places.Source;
import org.clearway.time.Micros;
import org.clearway.time.Occurred;
import org.clearway.time.OpeningWindow;
import org.clearway.time.Period;

/// The way each corridor takes, the hours agreed for it, and what endangers people on it. Safe for use by many threads.
public final class Routes {
    private static final String KNOWN = " known_from <= ? and ? < known_to";

    private final Journal journal;

    /// The entries are among those of {@link Corridors#chapter()}.
    public Routes(Journal journal) {
        this.journal = journal;
    }

    /// Says which way a corridor takes and which hours were agreed, or restates both.
    /// @throws Problem `corridor.unknown`
    public Receipt set(Actor actor, ActId act, Route route) {
        actor.must(Deed.RECORD_CORRIDOR);
        return record(actor, act, route, views -> Corridors.require(views, route.corridor()));
    }

    /// Says which hours were agreed, and leaves the way as it is: for those, too, who may not read it.
    /// @throws Problem `corridor.no-route`; `corridor.route-changed` where another came at the same moment
    public Receipt setHours(Actor actor, ActId act, CorridorId corridor, List<OpeningWindow> windows, Source source) {
        actor.must(Deed.RECORD_CORRIDOR);
        Route before = known(journal.now(), corridor, Instant.MAX)
                .orElseThrow(() -> Problem.of("corridor.no-route", "corridor", corridor));
        return record(actor, act, new Route(corridor, before.waypoints(), windows, source), views -> {
            boolean same = known(views, corridor, Instant.MAX)
                    .filter(route -> route.waypoints().equals(before.waypoints()))
                    .isPresent();
            if (!same) throw Problem.of("corridor.route-changed");
        });
    }

    private Receipt record(Actor actor, ActId act, Route route, Rule rule) {
        var body = new RouteSet(route.corridor(), route.waypoints(), route.windows(), route.source());
        return journal.record(actor, act, Draft.of(body, route.source().published()), rule);
    }

    /// Tells of a hazard; it is then known as `HazardId.of(act)`.
    /// @throws Problem `corridor.unknown`; `geo.area-unknown`; `agreement.party-unknown`;
    ///     `corridor.check-of-the-future`
    public Receipt tell(Actor actor, ActId act, Hazard hazard) {
        return tell(actor, act, HazardId.of(act), hazard, false);
    }

    /// Tells what a later check of a hazard found. What was known until now stays on record.
    /// @throws Problem as {@link #tell}; `corridor.hazard-unknown`
    public Receipt recheck(Actor actor, ActId act, HazardId id, Hazard hazard) {
        return tell(actor, act, id, hazard, true);
    }

    private Receipt tell(Actor actor, ActId act, HazardId id, Hazard hazard, boolean known) {
        actor.must(Deed.RECORD_HAZARD);
        var body =
                new HazardTold(id, hazard.corridor(), hazard.kind(), hazard.state(), hazard.near(), hazard.claimant());
        return journal.record(actor, act, Draft.of(body, hazard.checked()), views -> {
            Corridors.require(views, hazard.corridor());
            Places.requireKnown(views, hazard.near().stream().toList());
            Agreements.requireParties(views, hazard.claimant().stream().toList());
            if (hazard.checked().from().isAfter(views.knownAt())) {
                throw Problem.of(
                        "corridor.check-of-the-future", "when", hazard.checked().localFrom());
            }
            if (known && !of(views, id).filter(hazard.corridor()::equals).isPresent()) {
                throw Problem.of("corridor.hazard-unknown", "hazard", id);
            }
        });
    }

    /// The way a corridor takes, with every waypoint.
    /// @throws org.clearway.access.NotPermitted unless the actor may read routes
    public Optional<Route> route(Actor actor, Reading at, CorridorId corridor) {
        actor.must(Deed.READ_ROUTE);
        return known(at, corridor, Instant.MAX);
    }

    /// The hours agreed for a corridor; empty where no way is on record for it.
    public Optional<List<OpeningWindow>> hours(Actor actor, Reading at, CorridorId corridor) {
        actor.must(Deed.READ_BOARD);
        return known(at, corridor, Instant.MAX).map(Route::windows);
    }

    /// The next hours agreed for a corridor, or those under way, as known at an instant; empty where none were agreed.
    public Optional<Period> window(Actor actor, Reading at, CorridorId corridor, Instant instant, Instant known) {
        actor.must(Deed.READ_BOARD);
        return agreedHours(at, corridor, known).stream()
                .flatMap(window -> window.currentOrNext(instant).stream())
                .min(Comparator.comparing(Period::from));
    }

    /// The hours agreed for a corridor, as known at an instant, for rules of other capabilities; empty where none were.
    public static List<OpeningWindow> agreedHours(Reading views, CorridorId corridor, Instant known) {
        return known(views, corridor, known).map(Route::windows).orElseGet(List::of);
    }

    /// The hazards of a corridor, as known at an instant: what is not cleared first, then by the time of the last
    /// check,
    /// the latest first.
    public List<OnHazard> hazards(Actor actor, Reading at, CorridorId corridor, Instant known) {
        actor.must(Deed.READ_BOARD);
        return at
                .rows()
                .sql("select * from hazard where corridor = ? and" + KNOWN + " order by position")
                .param(corridor.slug())
                .param(micros(known))
                .param(micros(known))
                .query((row, n) -> hazard(row))
                .list()
                .stream()
                .sorted(Comparator.comparing((OnHazard told) -> told.hazard().state() == HazardState.CLEARED)
                        .thenComparing(told -> told.hazard().checked().to(), Comparator.reverseOrder()))
                .toList();
    }

    static Optional<Route> known(Reading at, CorridorId corridor, Instant known) {
        return at.rows()
                .sql("select * from route where corridor = ? and" + KNOWN)
                .param(corridor.slug())
                .param(micros(known))
                .param(micros(known))
                .query((row, n) -> new Route(
                        new CorridorId(row.getString("corridor")),
                        RouteView.waypoints(row.getString("waypoints")),
                        OpeningWindow.ofLines(row.getString("windows")),
                        Source.ofLine(row.getString("source"))))
                .optional();
    }

    private static Optional<CorridorId> of(Reading views, HazardId id) {
        return views.rows()
                .sql("select corridor from hazard where hazard = ? and known_to = ?")
                .param(id.toString())
                .param(Micros.FOREVER)
                .query((row, n) -> new CorridorId(row.getString(1)))
                .optional();
    }

    private static OnHazard hazard(ResultSet row) throws SQLException {
        return new OnHazard(
                HazardId.parse(row.getString("hazard")),
                new Hazard(
                        new CorridorId(row.getString("corridor")),
                        HazardKind.valueOf(row.getString("kind")),
                        HazardState.valueOf(row.getString("state")),
                        Optional.ofNullable(row.getString("near_area")).map(AreaId::new),
                        Occurred.ofLine(row.getString("checked")),
                        Optional.ofNullable(row.getString("claimant")).map(PartyId::new)),
                new AccountId(row.getString("account")),
                Micros.instant(row.getLong("known_from")));
    }

    /// What is known of later than anything is all.
    private static long micros(Instant known) {
        return known.isBefore(Micros.instant(Micros.FOREVER)) ? Micros.of(known) : Micros.FOREVER - 1;
    }
}
