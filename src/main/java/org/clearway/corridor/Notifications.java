// SPDX-License-Identifier: Apache-2.0
package org.clearway.corridor;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clearway.access.AccountId;
import org.clearway.access.Actor;
import org.clearway.access.Deed;
import org.clearway.agreement.Agreements;
import org.clearway.agreement.CorridorId;
import org.clearway.agreement.PartyId;
import org.clearway.journal.ActId;
import org.clearway.journal.Draft;
import org.clearway.journal.Journal;
import org.clearway.journal.Reading;
import org.clearway.journal.Receipt;
import org.clearway.journal.Sealed;
import org.clearway.journal.Unsealed;
import org.clearway.language.Problem;
import org.clearway.time.Micros;
import org.clearway.time.Occurred;
import org.clearway.time.Period;
import org.springframework.jdbc.core.RowCallbackHandler;

/// What parties are told of humanitarian places and movements, so that they can avoid harm. It informs and asks for no
/// permission: that a recipient received it is noted, and there is no such thing here as an approval. After its end
/// nobody reads where it was. Safe for use by many threads.
public final class Notifications {
    /// What holds for longer is told again; the key to where it is does not last for longer.
    private static final Duration LONGEST = Duration.ofDays(30);

    private final Journal journal;

    /// The entries are among those of {@link Corridors#chapter()}.
    public Notifications(Journal journal) {
        this.journal = journal;
    }

    /// Notifies the recipients; the notification is then known as `NotificationId.of(act)`, version 1.
    /// @throws Problem `corridor.unknown`; `agreement.party-unknown`; `corridor.notification-over` where it had
    ///     ended before it was told; `corridor.notification-too-long` where it ends more than 30 days from now
    public Receipt tell(Actor actor, ActId act, Notification notification) {
        return tell(actor, act, NotificationId.of(act), 1, notification);
    }

    /// Tells the recipients anew, in the place of what they were told before. Nobody has acknowledged the new version
    /// yet.
    /// @throws Problem as {@link #tell}; `corridor.notification-unknown` where it was withdrawn, or a newer version
    ///     stands
    public Receipt tellAnew(Actor actor, ActId act, NotificationId id, int replaced, Notification notification) {
        return tell(actor, act, id, replaced + 1, notification);
    }

    private Receipt tell(Actor actor, ActId act, NotificationId id, int version, Notification notification) {
        actor.must(Deed.NOTIFY);
        Occurred now = Occurred.at(act.named(), notification.valid().zone());
        return journal.record(actor, act, Draft.of(Notified.of(id, version, notification), now), views -> {
            Corridors.require(views, notification.corridor());
            Agreements.requireParties(views, notification.recipients());
            if (!notification.valid().to().isAfter(views.knownAt())) {
                throw Problem.of("corridor.notification-over", "notification", id);
            }
            if (notification.valid().to().isAfter(views.knownAt().plus(LONGEST))) {
                throw Problem.of("corridor.notification-too-long", "days", LONGEST.toDays());
            }
            if (version > 1) requireVersion(views, id, version - 1);
        });
    }

    /// Notes that a recipient said at `at` that it had received a version. That is no approval, and nothing opens or
    /// moves because of it.
    /// @throws Problem `corridor.notification-unknown` where that version does not stand;
    ///     `corridor.not-a-recipient`; `corridor.acknowledged-before`
    public Receipt acknowledge(Actor actor, ActId act, NotificationId id, int version, PartyId recipient, Occurred at) {
        actor.must(Deed.NOTIFY);
        var body = new NotificationAcknowledged(id, version, recipient);
        return journal.record(actor, act, Draft.of(body, at), views -> {
            OnNotification standing = requireVersion(views, id, version);
            OnNotification.Recipient told = standing.told().stream()
                    .filter(one -> one.party().equals(recipient))
                    .findFirst()
                    .orElseThrow(() -> Problem.of("corridor.not-a-recipient", "party", recipient));
            if (told.acknowledged().isPresent()) throw Problem.of("corridor.acknowledged-before", "party", recipient);
        });
    }

    /// Withdraws a notification: what it tells of is no longer there.
    /// @throws Problem `corridor.notification-unknown` where it does not stand
    public Receipt withdraw(Actor actor, ActId act, NotificationId id) {
        actor.must(Deed.NOTIFY);
        return journal.record(actor, act, Draft.now(new NotificationWithdrawn(id), act), views -> {
            if (standing(views, id).isEmpty()) throw unknown(id);
        });
    }

    /// What stands and has not ended at `instant`, the first to end first. What is over is not listed.
    /// @throws org.clearway.access.NotPermitted unless the actor may read notifications
    public List<OnNotification> list(Actor actor, Reading at, CorridorId corridor, Instant instant) {
        actor.must(Deed.READ_NOTIFICATIONS);
        return at.rows()
                .sql("select * from notification where corridor = ? and known_to = ? and valid_to > ?"
                        + " order by valid_to, position")
                .param(corridor.slug())
                .param(Micros.FOREVER)
                .param(Micros.of(instant))
                .query((row, n) -> read(at, row))
                .list();
    }

    /// A notification that stands, whether it has ended or not.
    /// @throws org.clearway.access.NotPermitted unless the actor may read notifications
    public Optional<OnNotification> notification(Actor actor, Reading at, NotificationId id) {
        actor.must(Deed.READ_NOTIFICATIONS);
        return standing(at, id);
    }

    /// When the last of a corridor's notifications ends, as known at an instant; empty where none was ever told, or all
    /// were withdrawn.
    /// @throws org.clearway.access.NotPermitted unless the actor may read notifications
    public Optional<Instant> lastEnd(Actor actor, Reading at, CorridorId corridor, Instant known) {
        actor.must(Deed.READ_NOTIFICATIONS);
        long then = Math.min(Micros.of(known), Micros.FOREVER - 1);
        return at.rows()
                .sql("select valid_to from notification where corridor = ? and known_from <= ? and ? < known_to"
                        + " order by valid_to desc limit 1")
                .param(corridor.slug())
                .param(then)
                .param(then)
                .query((row, n) -> Micros.instant(row.getLong(1)))
                .optional();
    }

    /// Opens where it is. That it was read is itself an entry.
    /// @throws org.clearway.access.NotPermitted unless the actor may read positions of notifications
    /// @throws Problem `corridor.notification-unknown` where it was withdrawn; `corridor.notification-over` after
    ///     its end
    public Unsealed<NotifiedPlaces> readPlaces(Actor actor, ActId act, NotificationId id) {
        actor.must(Deed.READ_NOTIFICATION_POSITIONS);
        Reading now = journal.now();
        OnNotification standing = standing(now, id).orElseThrow(() -> unknown(id));
        if (!standing.valid().to().isAfter(journal.clock().instant())) {
            throw Problem.of("corridor.notification-over", "notification", id);
        }
        var places = now.rows()
                .sql("select places from notification where notification = ? and known_to = ?")
                .param(id.toString())
                .param(Micros.FOREVER)
                .query((row, n) -> Sealed.Closed.<NotifiedPlaces>ofLine(row.getString(1)))
                .single();
        return journal.open(actor, act, places, NotifiedPlaces.class);
    }

    private static OnNotification requireVersion(Reading views, NotificationId id, int version) {
        return standing(views, id)
                .filter(standing -> standing.version() == version)
                .orElseThrow(() -> unknown(id));
    }

    private static Optional<OnNotification> standing(Reading at, NotificationId id) {
        return at.rows()
                .sql("select * from notification where notification = ? and known_to = ?")
                .param(id.toString())
                .param(Micros.FOREVER)
                .query((row, n) -> read(at, row))
                .optional();
    }

    private static OnNotification read(Reading at, ResultSet row) throws SQLException {
        NotificationId id = NotificationId.parse(row.getString("notification"));
        int version = row.getInt("version");
        Map<PartyId, Instant> acknowledged = acknowledged(at, id, version);
        return new OnNotification(
                id,
                version,
                new CorridorId(row.getString("corridor")),
                NotificationKind.valueOf(row.getString("kind")),
                NotifiedObject.valueOf(row.getString("what")),
                new Period(
                        Micros.instant(row.getLong("valid_from")),
                        Micros.instant(row.getLong("valid_to")),
                        ZoneId.of(row.getString("zone"))),
                new AccountId(row.getString("account")),
                Columns.parties(row.getString("recipients")).stream()
                        .map(party -> new OnNotification.Recipient(party, Optional.ofNullable(acknowledged.get(party))))
                        .toList());
    }

    private static Map<PartyId, Instant> acknowledged(Reading at, NotificationId id, int version) {
        var acknowledged = new HashMap<PartyId, Instant>();
        at.rows()
                .sql("select recipient, at from notification_ack where notification = ? and version = ?")
                .param(id.toString())
                .param(version)
                .query((RowCallbackHandler) row ->
                        acknowledged.put(new PartyId(row.getString("recipient")), Micros.instant(row.getLong("at"))));
        return acknowledged;
    }

    private static Problem unknown(NotificationId id) {
        return Problem.of("corridor.notification-unknown", "notification", id);
    }
}
