// SPDX-License-Identifier: Apache-2.0
package org.clearway.care;

import java.util.List;
import org.clearway.care.CareEntries.PointChecked;
import org.clearway.care.CareEntries.PointPlanned;
import org.clearway.care.CareEntries.PointSet;
import org.clearway.care.CareEntries.StateAnnounced;
import org.clearway.corridor.CrossingId;
import org.clearway.journal.Entry;
import org.clearway.journal.View;
import org.clearway.places.Source;
import org.clearway.time.Micros;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Service points, and how their services stand.
final class PointView implements View {
    @Override
    public List<Table> tables() {
        return List.of(
                new Table("care_point", "position"),
                new Table("care_recipe", "point, service, item"),
                new Table("care_announced", "point, announcer"),
                new Table("care_check", "point"),
                new Table("care_plan", "point"));
    }

    @Override
    public void apply(Entry entry, JdbcClient rows) {
        switch (entry.body()) {
            case PointSet set -> set(entry, set.point(), rows);
            case StateAnnounced announced -> announced(entry, announced.told(), rows);
            case PointChecked checked -> checked(entry, checked.check(), rows);
            case PointPlanned planned -> planned(planned.plan(), rows);
            default -> {}
        }
    }

    private static void set(Entry entry, ServicePoint point, JdbcClient rows) {
        long known = Micros.of(entry.received());
        rows.sql("update care_point set known_to = ? where point = ? and known_to = ?")
                .param(known)
                .param(point.id().slug())
                .param(Micros.FOREVER)
                .update();
        rows.sql("insert into care_point (position, point, corridor, crossing, names, services, equipment, known_from,"
                        + " known_to) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .param(entry.position())
                .param(point.id().slug())
                .param(point.corridor().slug())
                .param(point.crossing().map(CrossingId::slug).orElse(null))
                .param(point.names().line())
                .param(Columns.codes(point.services()))
                .param(Columns.map(point.equipment()))
                .param(known)
                .param(Micros.FOREVER)
                .update();
        rows.sql("delete from care_recipe where point = ?")
                .param(point.id().slug())
                .update();
        for (Recipe recipe : point.recipes()) {
            rows.sql("insert into care_recipe (point, service, item, each_person) values (?, ?, ?, ?)")
                    .param(point.id().slug())
                    .param(recipe.service().name())
                    .param(recipe.item().slug())
                    .param(recipe.eachPerson())
                    .update();
        }
    }

    private static void announced(Entry entry, Announcement told, JdbcClient rows) {
        rows.sql("insert into care_announced (point, announcer, services, source, position) values (?, ?, ?, ?, ?)"
                        + " on conflict (point, announcer) do update set services = excluded.services,"
                        + " source = excluded.source, position = excluded.position")
                .param(told.point().slug())
                .param(told.announcer().slug())
                .param(Columns.map(told.services()))
                .param(told.source().line())
                .param(entry.position())
                .update();
    }

    private static void checked(Entry entry, Check check, JdbcClient rows) {
        rows.sql("insert into care_check (point, services, there, lacks, account, occurred, position)"
                        + " values (?, ?, ?, ?, ?, ?, ?)"
                        + " on conflict (point) do update set services = excluded.services, there = excluded.there,"
                        + " lacks = excluded.lacks, account = excluded.account, occurred = excluded.occurred,"
                        + " position = excluded.position")
                .param(check.point().slug())
                .param(Columns.map(check.services()))
                .param(Columns.map(check.there()))
                .param(Columns.codes(check.lacks()))
                .param(entry.account().name())
                .param(entry.occurred().line())
                .param(entry.position())
                .update();
    }

    private static void planned(Plan plan, JdbcClient rows) {
        rows.sql("insert into care_plan (point, peak_hour, visitors, overnight, standards, source)"
                        + " values (?, ?, ?, ?, ?, ?)"
                        + " on conflict (point) do update set peak_hour = excluded.peak_hour,"
                        + " visitors = excluded.visitors, overnight = excluded.overnight,"
                        + " standards = excluded.standards, source = excluded.source")
                .param(plan.point().slug())
                .param(plan.expected().peakHour())
                .param(plan.expected().dayVisitors())
                .param(plan.expected().overnight())
                .param(Columns.map(plan.standards()))
                .param(plan.source().map(Source::line).orElse(null))
                .update();
    }
}
