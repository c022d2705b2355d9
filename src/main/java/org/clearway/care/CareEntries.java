// SPDX-License-Identifier: Apache-2.0
package org.clearway.care;

import static org.clearway.access.Retention.FOR_EVER;
import static org.clearway.access.Sensitivity.PUBLIC;
import static org.clearway.access.Sensitivity.RESTRICTED;

import java.util.List;
import org.clearway.corridor.Service;
import org.clearway.gate.Sex;
import org.clearway.journal.Body;
import org.clearway.journal.EntryKind;
import org.clearway.journal.Kept;

/// The entries of points, of what they give and of their stock. None has a place for who was given something: where a
/// card was shown and a limit needs to know how often, a pseudonym of that card, service and day stands beside the body
/// as the entry's subject, and only for {@link ServiceGiven}.
final class CareEntries {
    private CareEntries() {}

    static List<EntryKind> kinds() {
        return List.of(
                new EntryKind("care.point-set", 1, PointSet.class),
                new EntryKind("care.state-announced", 1, StateAnnounced.class),
                new EntryKind("care.point-checked", 1, PointChecked.class),
                new EntryKind("care.point-planned", 1, PointPlanned.class),
                new EntryKind("care.limits-set", 1, LimitsSet.class),
                new EntryKind("care.service-given", 1, ServiceGiven.class),
                new EntryKind("care.people-turned-away", 1, PeopleTurnedAway.class),
                new EntryKind("care.patients-triaged", 1, PatientsTriaged.class),
                new EntryKind("care.touch-undone", 1, TouchUndone.class));
    }

    static List<EntryKind> ofStock() {
        return List.of(
                new EntryKind("care.item-named", 1, ItemNamed.class),
                new EntryKind("care.stock-moved", 1, StockMoved.class),
                new EntryKind("care.stock-counted", 1, StockCounted.class),
                new EntryKind("care.goods-dispatched", 1, GoodsDispatched.class),
                new EntryKind("care.dispatch-confirmed", 1, DispatchConfirmed.class),
                new EntryKind("care.order-levels-set", 1, OrderLevelsSet.class));
    }

    static List<EntryKind> ofComplaints() {
        return List.of(
                new EntryKind("care.complaint-filed", 1, ComplaintFiled.class),
                new EntryKind("care.complaint-handled", 1, ComplaintHandled.class));
    }

    record PointSet(@Kept(as = RESTRICTED, until = FOR_EVER) ServicePoint point) implements Body {}

    record StateAnnounced(
            @Kept(as = PUBLIC, until = FOR_EVER) Announcement told) implements Body {}

    record PointChecked(
            @Kept(as = RESTRICTED, until = FOR_EVER) Check check) implements Body {}

    record PointPlanned(
            @Kept(as = RESTRICTED, until = FOR_EVER) Plan plan) implements Body {}

    record LimitsSet(
            @Kept(as = RESTRICTED, until = FOR_EVER) Limits limits) implements Body {}

    /// The hour stands in the entry's time.
    record ServiceGiven(
            @Kept(as = RESTRICTED, until = FOR_EVER) PointId point,
            @Kept(as = RESTRICTED, until = FOR_EVER) Service service,
            @Kept(as = RESTRICTED, until = FOR_EVER) int people,
            @Kept(as = RESTRICTED, until = FOR_EVER) HowRecorded how)
            implements Body {}

    /// The hour stands in the entry's time.
    record PeopleTurnedAway(
            @Kept(as = RESTRICTED, until = FOR_EVER) PointId point,
            @Kept(as = RESTRICTED, until = FOR_EVER) Service service,
            @Kept(as = RESTRICTED, until = FOR_EVER) WhyTurnedAway because,
            @Kept(as = RESTRICTED, until = FOR_EVER) int people,
            @Kept(as = RESTRICTED, until = FOR_EVER) HowRecorded how)
            implements Body {}

    /// The hour stands in the entry's time.
    record PatientsTriaged(
            @Kept(as = RESTRICTED, until = FOR_EVER) PointId point,
            @Kept(as = RESTRICTED, until = FOR_EVER) TriageColour colour,
            @Kept(as = RESTRICTED, until = FOR_EVER) PatientAge age,
            @Kept(as = RESTRICTED, until = FOR_EVER) Sex sex,
            @Kept(as = RESTRICTED, until = FOR_EVER) int people,
            @Kept(as = RESTRICTED, until = FOR_EVER) HowRecorded how)
            implements Body {}

    record TouchUndone(
            @Kept(as = RESTRICTED, until = FOR_EVER) TouchId touch) implements Body {}

    record ItemNamed(@Kept(as = PUBLIC, until = FOR_EVER) Item item) implements Body {}

    record StockMoved(
            @Kept(as = RESTRICTED, until = FOR_EVER) StockMove move) implements Body {}

    record StockCounted(
            @Kept(as = RESTRICTED, until = FOR_EVER) StockCount count) implements Body {}

    record GoodsDispatched(
            @Kept(as = RESTRICTED, until = FOR_EVER) Dispatch dispatch) implements Body {}

    record DispatchConfirmed(
            @Kept(as = RESTRICTED, until = FOR_EVER) Confirmation confirmation) implements Body {}

    record OrderLevelsSet(
            @Kept(as = RESTRICTED, until = FOR_EVER) OrderLevels levels) implements Body {}

    record ComplaintHandled(
            @Kept(as = RESTRICTED, until = FOR_EVER) ComplaintRef reference,
            @Kept(as = RESTRICTED, until = FOR_EVER) ComplaintState state)
            implements Body {}
}
