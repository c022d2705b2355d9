// SPDX-License-Identifier: Apache-2.0
package org.clearway.transport;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.clearway.access.Actor;
import org.clearway.access.Deed;
import org.clearway.corridor.Corridor;
import org.clearway.corridor.CrossingPoint;
import org.clearway.gate.Gates;
import org.clearway.journal.ActId;
import org.clearway.journal.Draft;
import org.clearway.journal.Journal;
import org.clearway.journal.Reading;
import org.clearway.journal.Receipt;
import org.clearway.journal.Rule;
import org.clearway.journal.VerifyingKey;
import org.clearway.language.Names;
import org.clearway.language.Problem;
import org.clearway.transport.TripEntries.DayKeyShown;
import org.clearway.transport.TripEntries.ManifestTakenIn;
import org.clearway.transport.TripEntries.SenderAccepted;
import org.clearway.transport.TripEntries.SenderWithdrawn;

/// Manifests that go with their vehicles, from the node that two people sealed them at to the one where
/// people are received: as a file and as square codes on paper, read and checked there with no network. Safe
/// for use by many threads.
public final class Manifests {
    private final Journal journal;

    public Manifests(Journal journal) {
        this.journal = journal;
    }

    /// By which the far end knows what this node signed.
    public VerifyingKey key() {
        return journal.verifyingKey();
    }

    /// The manifest of a trip as a file that goes with its vehicle: the same bytes whenever it is asked for, but
    /// for the convoy that the vehicle drives in.
    /// @throws Problem `transport.trip-unknown`, `transport.not-carriable`, `transport.way-over`
    public byte[] file(Actor actor, Reading at, TripId trip) {
        actor.must(Deed.READ_TRIPS);
        return SignedManifest.by(journal, carried(at, trip)).bytes();
    }

    /// The same as the texts of square codes, in their order.
    /// @throws Problem as {@link #file}
    public List<String> codes(Actor actor, Reading at, TripId trip) {
        return CodePages.of(file(actor, at, trip));
    }

    /// Whether there is still a way that a manifest could go.
    private static boolean isOnItsWay(Trip trip) {
        return trip.state().atTheCrossing() || trip.state() == TripState.ON_THE_ROAD;
    }

    private CarriedManifest carried(Reading at, TripId id) {
        TripRows rows = TripRows.of(at);
        Trip trip = rows.require(id);
        Manifest manifest = rows.manifest(trip);
        Sealing sealing = trip.sealing()
                .filter(last -> trip.carriable() && last.digest().equals(manifest.digest()))
                .orElseThrow(() -> Problem.of(
                        isOnItsWay(trip) ? "transport.not-carriable" : "transport.way-over",
                        "vehicle",
                        trip.vehicle()));
        Corridor corridor = Gates.requireCrossing(at, trip.gate());
        Names crossing = corridor.crossings().stream()
                .filter(point -> point.crossing().equals(trip.gate().crossing()))
                .map(CrossingPoint::names)
                .findFirst()
                .orElseThrow();
        return new CarriedManifest(
                new NodeId(journal.stream().node()),
                manifest,
                sealing.digest(),
                LocalDate.ofInstant(sealing.at(), ZoneOffset.UTC),
                Vehicles.type(at, trip.vehicle()),
                trip.capacity(),
                corridor.names(),
                crossing,
                SafeAreas.require(at, trip.destination()).names(),
                trip.convoy().map(convoy -> place(rows.of(convoy), trip)),
                manifest.households().stream()
                        .map(Manifest.Line::day)
                        .distinct()
                        .sorted()
                        .map(day -> Marks.own(journal, day).check())
                        .toList(),
                journal.story());
    }

    private static ConvoyPlace place(List<Trip> convoy, Trip trip) {
        List<TripId> order = convoy.stream().map(Trip::id).toList();
        return new ConvoyPlace(convoy.getFirst().vehicle(), order.indexOf(trip.id()) + 1L, order.size());
    }

    /// Shows the key of a day, to be handed on, and notes who saw it. It is for those who run the corridor: whoever
    /// prints manifests and gives them to a driver has no need of it, and what one person never holds
    /// cannot be taken from them together.
    /// @throws Problem `transport.day-key-day`
    public DayKey dayKey(Actor actor, ActId act, LocalDate day) {
        actor.must(Deed.SHOW_DAY_KEY);
        // A key of a day long past would be drawn anew, and fit nothing.
        if (!keyDays(actor, journal.now()).contains(day)) throw Problem.of("transport.day-key-day", "day", day);
        journal.record(actor, act, Draft.now(new DayKeyShown(day), act), Rule.NONE);
        return Marks.own(journal, day);
    }

    /// The days whose keys may be shown: those that people boarded on, today and tomorrow.
    public List<LocalDate> keyDays(Actor actor, Reading at) {
        actor.must(Deed.SHOW_DAY_KEY);
        LocalDate today = today();
        return Stream.concat(new Marks(at.rows()).ownDays().stream(), Stream.of(today, today.plusDays(1)))
                .distinct()
                .sorted()
                .toList();
    }

    /// Of UTC, as the days of boardings are.
    private LocalDate today() {
        return LocalDate.ofInstant(journal.clock().instant(), ZoneOffset.UTC);
    }

    /// Takes in the key of a day that another node drew. It stands beside the journal, and is forgotten after its time.
    /// @throws Problem `transport.day-keys`
    public void take(Actor actor, DayKey key) {
        actor.must(Deed.RECEIVE);
        journal.keep(rows -> new Marks(rows).keep(key));
    }

    /// The days of a trip's manifest whose cards cannot be known here, since the keys that belong to it are not here.
    /// @throws Problem `transport.trip-unknown`
    public List<LocalDate> daysWithoutKey(Actor actor, Reading at, TripId trip) {
        actor.must(Deed.READ_TRIPS);
        return withoutKey(at, TripRows.of(at).require(trip));
    }

    static List<LocalDate> withoutKey(Reading at, Trip trip) {
        List<DayKeyCheck> wanted = trip.elsewhere().map(FromElsewhere::keys).orElse(List.of());
        return new Marks(at.rows())
                .missing(wanted).stream().map(DayKeyCheck::day).toList();
    }

    /// What the square codes that were read so far make together.
    public CodesRead read(Actor actor, List<String> codes) {
        actor.must(Deed.RECEIVE);
        return CodePages.read(codes);
    }

    /// What a document is that somebody brought. Nothing is kept of it.
    public Brought look(Actor actor, Reading at, byte[] document) {
        actor.must(Deed.RECEIVE);
        return switch (SignedManifest.read(document)) {
            case SignedManifest.Read.NotAManifest() -> new Brought.NotAManifest();
            case SignedManifest.Read.Changed() -> new Brought.Changed();
            case SignedManifest.Read.Sound(SignedManifest read)
            when !ofOurKind(read) -> new Brought.OfAnotherKind(read.carried());
            case SignedManifest.Read.Sound(SignedManifest read)
            when read.key().equals(key()) -> new Brought.OfThisNode(read.carried());
            case SignedManifest.Read.Sound(SignedManifest read) ->
                sender(at, read.key())
                        .<Brought>map(sender -> sender.withdrawn()
                                ? new Brought.FromWithdrawn(read.carried(), sender)
                                : new Brought.Sound(read.carried(), sender))
                        .orElseGet(() -> new Brought.FromUnknown(read.carried(), read.key()));
        };
    }

    /// Takes in a manifest: its trip is on its way here. A later version takes the place of the
    /// one before it, as long as the trip is not over; the same version again is done already.
    /// Where it was said that the vehicle does not come here, a later version says that it does.
    /// @return the trip, as it is called here
    /// @throws Problem `transport.not-a-manifest`, `transport.manifest-changed`,
    ///     `transport.manifest-of-another-kind`, `transport.manifest-ours`,
    ///     `transport.sender-unknown`, `transport.sender-withdrawn`,
    ///     `transport.manifest-no-safe-area`, `transport.manifest-old`,
    ///     `transport.manifest-twice`, `transport.manifest-over`,
    ///     `transport.manifest-of-another`, `transport.manifest-contradicts`
    public TripId takeIn(Actor actor, ActId act, byte[] document) {
        actor.must(Deed.RECEIVE);
        SignedManifest read = switch (SignedManifest.read(document)) {
            case SignedManifest.Read.NotAManifest() -> throw Problem.of("transport.not-a-manifest");
            case SignedManifest.Read.Changed() -> throw Problem.of("transport.manifest-changed");
            case SignedManifest.Read.Sound(SignedManifest sound) -> sound;
        };
        Manifest manifest = read.carried().manifest();
        if (!ofOurKind(read)) throw Problem.of("transport.manifest-of-another-kind", "vehicle", manifest.vehicle());
        if (read.key().equals(key())) throw Problem.of("transport.manifest-ours", "vehicle", manifest.vehicle());
        if (isHere(journal.now(), read.carried())) return manifest.trip();
        journal.record(actor, act, Draft.now(new ManifestTakenIn(read), act), views -> {
            Sender sender = sender(views, read.key())
                    .orElseThrow(() -> Problem.of(
                            "transport.sender-unknown", "key", read.key().groups()));
            if (sender.withdrawn()) {
                throw Problem.of("transport.sender-withdrawn", "key", read.key().groups());
            }
            if (!isHere(views, read.carried())) requireNewer(views, read);
        });
        return manifest.trip();
    }

    /// Nobody of an exercise comes to a real node, nor the other way round.
    private boolean ofOurKind(SignedManifest read) {
        return read.carried().story().equals(journal.story());
    }

    private static boolean isHere(Reading at, CarriedManifest carried) {
        Manifest manifest = carried.manifest();
        return TripRows.of(at).sealings(manifest.trip()).stream()
                .findFirst()
                .filter(last ->
                        last.version() == manifest.version() && last.digest().equals(carried.digest()))
                .isPresent();
    }

    private static void requireNewer(Reading views, SignedManifest read) {
        TripRows rows = TripRows.of(views);
        Manifest manifest = read.carried().manifest();
        if (!SafeAreas.isKnown(views, manifest.destination())) {
            throw new Problem(
                    "transport.manifest-no-safe-area",
                    Map.of(
                            "vehicle", manifest.vehicle().slug(),
                            "area", manifest.destination().slug()));
        }
        Optional<Trip> before = rows.trip(manifest.trip());
        if (before.isEmpty()) return;
        if (rows.sender(manifest.trip()).filter(read.key()::equals).isEmpty()) {
            throw Problem.of("transport.manifest-of-another", "vehicle", manifest.vehicle());
        }
        if (before.get().state() == TripState.CLOSED)
            throw Problem.of("transport.manifest-over", "vehicle", manifest.vehicle());
        long version = before.get().sealing().map(Sealing::version).orElse(0L);
        if (manifest.version() <= version) {
            throw new Problem(
                    manifest.version() == version ? "transport.manifest-twice" : "transport.manifest-old",
                    Map.of(
                            "vehicle",
                            manifest.vehicle().slug(),
                            "version",
                            String.valueOf(manifest.version()),
                            "standing",
                            String.valueOf(version)));
        }
        TakenInView.contradicted(rows, manifest).ifPresent(known -> {
            throw new Problem(
                    "transport.manifest-contradicts",
                    Map.of(
                            "vehicle",
                            manifest.vehicle().slug(),
                            "people",
                            String.valueOf(known.accounted().people()
                                    - known.accounted().open())));
        });
    }

    /// Accepts a node as one whose manifests are taken in: somebody compared its key with what it shows. Accepting
    /// it again gives it another name.
    /// @throws Problem `transport.manifest-ours`
    public Receipt accept(Actor actor, ActId act, VerifyingKey key, Names names) {
        actor.must(Deed.ACCEPT_SENDER);
        if (key.equals(key())) throw Problem.of("transport.sender-ours");
        return journal.record(actor, act, Draft.now(new SenderAccepted(key, names), act), Rule.NONE);
    }

    /// Takes back that a node was accepted: its gate was overrun, perhaps, and others may sign with
    /// its key. What was taken in before stays, for those people are on the road. To accept it
    /// again, its key is compared again.
    /// @throws Problem `transport.sender-not-accepted`
    public Receipt withdraw(Actor actor, ActId act, VerifyingKey key) {
        actor.must(Deed.ACCEPT_SENDER);
        return journal.record(actor, act, Draft.now(new SenderWithdrawn(key), act), views -> {
            if (sender(views, key).filter(sender -> !sender.withdrawn()).isEmpty()) {
                throw Problem.of("transport.sender-not-accepted", "key", key.groups());
            }
        });
    }

    /// The nodes whose manifests are taken in or were, those accepted first first.
    public List<Sender> senders(Actor actor, Reading at) {
        actor.must(Deed.READ_TRIPS);
        return at.rows()
                .sql("select sender, names, withdrawn from transport_sender order by position")
                .query((row, n) -> sender(new VerifyingKey(row.getString("sender")), row))
                .list();
    }

    private static Optional<Sender> sender(Reading at, VerifyingKey key) {
        return at.rows()
                .sql("select names, withdrawn from transport_sender where sender = ?")
                .param(key.base64())
                .query((row, n) -> sender(key, row))
                .optional();
    }

    private static Sender sender(VerifyingKey key, ResultSet row) throws SQLException {
        return new Sender(key, Names.ofLine(row.getString("names")), row.getLong("withdrawn") > 0);
    }
}
