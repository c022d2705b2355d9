// SPDX-License-Identifier: Apache-2.0
package org.clearway.corridor;

import java.util.List;
import org.clearway.journal.Entry;
import org.clearway.journal.View;
import org.clearway.time.Micros;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Notifications, version by version, and who said that they received them. Places stay sealed.
final class NotificationView implements View {
    @Override
    public List<Table> tables() {
        return List.of(new Table("notification", "position"), new Table("notification_ack", "position"));
    }

    @Override
    public void apply(Entry entry, JdbcClient rows) {
        switch (entry.body()) {
            case Notified notified -> notified(entry, notified, rows);
            case NotificationAcknowledged acknowledged -> acknowledged(entry, acknowledged, rows);
            case NotificationWithdrawn withdrawn -> close(withdrawn.notification(), Micros.of(entry.received()), rows);
            default -> {}
        }
    }

    private static void notified(Entry entry, Notified notified, JdbcClient rows) {
        long known = Micros.of(entry.received());
        close(notified.notification(), known, rows);
        rows.sql("insert into notification (position, notification, version, corridor, kind, what, recipients,"
                        + " places, account, valid_from, valid_to, zone, known_from, known_to)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .param(entry.position())
                .param(notified.notification().toString())
                .param(notified.version())
                .param(notified.corridor().slug())
                .param(notified.kind().name())
                .param(notified.what().name())
                .param(Columns.parties(notified.recipients()))
                .param(notified.places().closed().line())
                .param(entry.account().name())
                .param(Micros.of(notified.validFrom()))
                .param(Micros.of(notified.validTo()))
                .param(notified.zone().getId())
                .param(known)
                .param(Micros.FOREVER)
                .update();
    }

    private static void acknowledged(Entry entry, NotificationAcknowledged acknowledged, JdbcClient rows) {
        rows.sql("insert into notification_ack (position, notification, version, recipient, at, known_from)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .param(entry.position())
                .param(acknowledged.notification().toString())
                .param(acknowledged.version())
                .param(acknowledged.recipient().slug())
                .param(Micros.of(entry.occurred().from()))
                .param(Micros.of(entry.received()))
                .update();
    }

    private static void close(NotificationId notification, long known, JdbcClient rows) {
        rows.sql("update notification set known_to = ? where notification = ? and known_to = ?")
                .param(known)
                .param(notification.toString())
                .param(Micros.FOREVER)
                .update();
    }
}
