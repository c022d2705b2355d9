// SPDX-License-Identifier: Apache-2.0
package org.clearway.corridor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clearway.corridor.AnnouncedStatus.BLOCKED;
import static org.clearway.corridor.AnnouncedStatus.CLOSED;
import static org.clearway.corridor.AnnouncedStatus.OPEN;
import static org.clearway.corridor.Sayings.CENTRE;
import static org.clearway.corridor.Sayings.GOVERNMENT;
import static org.clearway.corridor.Sayings.GROUPS;
import static org.clearway.corridor.Sayings.announcement;
import static org.clearway.corridor.Sayings.at;
import static org.clearway.corridor.Sayings.from;
import static org.clearway.corridor.Sayings.onRecord;
import static org.clearway.corridor.Sayings.september;
import static org.clearway.corridor.Sayings.since;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clearway.time.OpeningWindow;
import org.clearway.time.Period;
import org.clearway.time.Span;
import org.junit.jupiter.api.Test;

class AnnouncedTest {
    private static final OnRecord<Announcement> OPEN_BY_CENTRE =
            onRecord(1, announcement(CENTRE, OPEN, since(september(13)), september(14)));
    private static final OnRecord<Announcement> CLOSED_BY_GROUPS =
            onRecord(2, announcement(GROUPS, CLOSED, since(LocalDate.of(2018, 1, 1)), september(15)));
    private static final OnRecord<Announcement> BLOCKED_BY_CENTRE =
            onRecord(3, announcement(CENTRE, BLOCKED, since(september(15)), september(16)));

    @Test
    void whereNobodyAnnouncedAnythingThatIsTheAnswer() {
        assertThat(Announced.at(at("2019-09-14T18:00"), List.of())).isEqualTo(new Announced.NeverAnnounced());
    }

    @Test
    void twoAnnouncersStandSideBySideTheOneWhoSpokeLastFirst() {
        Announced announced = Announced.at(at("2019-09-15T18:00"), List.of(OPEN_BY_CENTRE, CLOSED_BY_GROUPS));
        assertThat(announced).isEqualTo(new Announced.By(List.of(CLOSED_BY_GROUPS, OPEN_BY_CENTRE)));
        assertThat(announced.statuses()).isEqualTo(EnumSet.of(OPEN, CLOSED));
        assertThat(announced.open()).containsExactly(OPEN_BY_CENTRE);
    }

    @Test
    void whatAnAnnouncerSaysLaterTakesTheirFormerWordsBackForTheTimeThatTheySpeakOf() {
        var known = List.of(OPEN_BY_CENTRE, BLOCKED_BY_CENTRE);
        assertThat(Announced.at(at("2019-09-14T23:59:59"), known).current()).containsExactly(OPEN_BY_CENTRE);
        assertThat(Announced.at(at("2019-09-15T00:00:00"), known).current()).containsExactly(BLOCKED_BY_CENTRE);
    }

    @Test
    void whoSaysLaterThatItWasOpenAllAlongIsTakenAtTheirWord() {
        var blocked = onRecord(1, announcement(GOVERNMENT, BLOCKED, since(september(20)), september(20)));
        var allAlong = onRecord(2, announcement(GOVERNMENT, OPEN, since(september(13)), LocalDate.of(2019, 10, 10)));
        assertThat(Announced.at(at("2019-10-10T18:00"), List.of(blocked, allAlong))
                        .current())
                .containsExactly(allAlong);
    }

    @Test
    void anOldReportThatIsEnteredLateSaysNothingAgainstANewerOne() {
        assertThat(Announced.at(at("2019-09-16T18:00"), List.of(BLOCKED_BY_CENTRE, OPEN_BY_CENTRE))
                        .current())
                .containsExactly(BLOCKED_BY_CENTRE);
    }

    @Test
    void ofTwoAnnouncementsOfOneDayTheOneThatBeginsLaterCountsAndOfOneBeginningTheOneThatArrivedLast() {
        var morning = onRecord(1, announcement(CENTRE, OPEN, since(september(13)), september(14)));
        var same = onRecord(2, announcement(CENTRE, CLOSED, since(september(13)), september(14)));
        var later = onRecord(3, announcement(CENTRE, BLOCKED, since(september(14)), september(14)));
        assertThat(Announced.at(at("2019-09-14T18:00"), List.of(later, morning, same))
                        .current())
                .containsExactly(later);
        assertThat(Announced.at(at("2019-09-13T18:00"), List.of(later, morning, same))
                        .current())
                .containsExactly(same);
    }

    @Test
    void theLastDayThatIsToldBelongsToItAndAfterItNobodySpeaksOfTheTime() {
        var week = onRecord(1, announcement(CENTRE, OPEN, from(september(13), september(20)), september(13)));
        var ahead = onRecord(2, announcement(GOVERNMENT, OPEN, since(september(25)), september(13)));
        assertThat(Announced.at(at("2019-09-20T23:59:59"), List.of(week, ahead)).current())
                .containsExactly(week);
        Announced after = Announced.at(at("2019-09-21T00:00:00"), List.of(week, ahead));
        assertThat(after).isEqualTo(new Announced.NoneNow(List.of(week), List.of(ahead)));
        assertThat(after.current()).isEmpty();
    }

    @Test
    void theHoursThatAreAnnouncedSayWhatIsOpenNowAndWhatOpensNext() {
        Announcement daily = hours(since(september(13)));
        assertThat(Opening.of(daily, at("2019-09-14T09:00"))).hasValueSatisfying(opening -> {
            assertThat(opening.now()).isTrue();
            assertThat(opening.currentOrNext())
                    .contains(new Period(at("2019-09-14T09:00"), at("2019-09-14T21:00"), Sayings.ZONE));
        });
        assertThat(Opening.of(daily, at("2019-09-14T21:00"))).hasValueSatisfying(opening -> {
            assertThat(opening.now()).isFalse();
            assertThat(opening.currentOrNext().orElseThrow().from()).isEqualTo(at("2019-09-15T09:00"));
        });
    }

    @Test
    void afterTheLastDayThatIsAnnouncedNothingOpensNext() {
        assertThat(Opening.of(hours(from(september(13), september(14))), at("2019-09-14T21:00")))
                .hasValueSatisfying(
                        opening -> assertThat(opening.currentOrNext()).isEmpty());
    }

    @Test
    void whoAnnouncesNoHoursHasNone() {
        assertThat(Opening.of(OPEN_BY_CENTRE.claim(), at("2019-09-14T21:00"))).isEmpty();
    }

    private static Announcement hours(Span valid) {
        var everyDay = new OpeningWindow(
                EnumSet.allOf(java.time.DayOfWeek.class), LocalTime.of(9, 0), LocalTime.of(21, 0), Sayings.ZONE);
        return new Announcement(
                Sayings.CORRIDOR,
                CENTRE,
                OPEN,
                valid,
                false,
                Optional.of(everyDay),
                List.of(),
                Set.of(),
                List.of(),
                Sayings.source(september(13)));
    }
}
