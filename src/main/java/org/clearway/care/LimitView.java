// SPDX-License-Identifier: Apache-2.0
package org.clearway.care;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.clearway.care.CareEntries.LimitsSet;
import org.clearway.care.CareEntries.ServiceGiven;
import org.clearway.care.CareEntries.TouchUndone;
import org.clearway.journal.Entry;
import org.clearway.journal.Subject;
import org.clearway.journal.View;
import org.clearway.time.Micros;
import org.clearway.time.OpeningWindow;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The limits of services, and what they are measured by: when something was given under a pseudonym that is good for
/// one card, one service and one day. What no limit can ask for any more is deleted.
final class LimitView implements View {
    /// The longest that a limit looks back.
    private static final Duration KEPT = Duration.ofDays(2);

    @Override
    public List<Table> tables() {
        return List.of(new Table("care_limit", "point, service"), new Table("care_served", "position"));
    }

    @Override
    public void apply(Entry entry, JdbcClient rows) {
        switch (entry.body()) {
            case LimitsSet set -> set(set.limits(), rows);
            case ServiceGiven given -> {
                entry.subject().ifPresent(served -> served(entry, served, given.how() == HowRecorded.AT_ONCE, rows));
                rows.sql("delete from care_served where recorded < ?")
                        .param(Micros.of(entry.received().minus(KEPT)))
                        .update();
            }
            case TouchUndone undone ->
                rows.sql("delete from care_served where touch = ?")
                        .param(undone.touch().toString())
                        .update();
            default -> {}
        }
    }

    private static void set(Limits limits, JdbcClient rows) {
        rows.sql("delete from care_limit where point = ? and service = ?")
                .param(limits.point().slug())
                .param(limits.service().name())
                .update();
        if (limits.areNone()) return;
        rows.sql(
                        "insert into care_limit (point, service, minutes_between, most_a_day, not_with, whole_household, desks,"
                                + " hours) values (?, ?, ?, ?, ?, ?, ?, ?)")
                .param(limits.point().slug())
                .param(limits.service().name())
                .param(limits.minutesBetween().orElse(null))
                .param(limits.mostADay().orElse(null))
                .param(Columns.codes(limits.notWith()))
                .param(limits.wholeHousehold() ? 1 : 0)
                .param(Columns.codes(limits.desks()))
                .param(OpeningWindow.lines(limits.hours()))
                .update();
    }

    private static void served(Entry entry, Subject served, boolean atOnce, JdbcClient rows) {
        Instant given = atOnce ? entry.received() : entry.occurred().from();
        rows.sql("insert into care_served (position, served, touch, given, recorded) values (?, ?, ?, ?, ?)")
                .param(entry.position())
                .param(served.pseudonym())
                .param(TouchId.of(entry.id().act()).toString())
                .param(Micros.of(given))
                .param(Micros.of(entry.received()))
                .update();
    }
}
