// SPDX-License-Identifier: Apache-2.0
package org.clearway.corridor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.clearway.corridor.Sayings.CENTRE;
import static org.clearway.corridor.Sayings.GOVERNMENT;
import static org.clearway.corridor.Sayings.GROUPS;
import static org.clearway.corridor.Sayings.OBSERVATORY;
import static org.clearway.corridor.Sayings.at;
import static org.clearway.corridor.Sayings.from;
import static org.clearway.corridor.Sayings.onRecord;
import static org.clearway.corridor.Sayings.people;
import static org.clearway.corridor.Sayings.september;
import static org.clearway.corridor.Sayings.since;
import static org.clearway.corridor.Sayings.use;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.clearway.language.Language;
import org.clearway.language.Problem;
import org.clearway.language.Wording;
import org.junit.jupiter.api.Test;

class UsedTest {
    private static final Wording ENGLISH = Wording.of(Language.EN);
    private static final Wording ARABIC = Wording.of(Language.AR);
    private static final OnRecord<UseClaim> NOBODY_IN_A_WEEK =
            onRecord(1, people(GOVERNMENT, from(september(13), september(20)), Count.exactly(0), september(20)));
    private static final OnRecord<UseClaim> NOBODY_IN_TWO_DAYS =
            onRecord(2, people(OBSERVATORY, from(september(14), september(15)), Count.exactly(0), september(15)));
    private static final OnRecord<UseClaim> SINCE_LAST_YEAR = onRecord(
            3,
            people(
                    CENTRE,
                    from(LocalDate.of(2018, 3, 4), september(20)),
                    new Count(Qualifier.ABOUT, 45_000),
                    september(20)));

    @Test
    void thatNoGateHasReportedIsSaidAndIsNoZero() {
        assertThat(used(at("2019-09-20T18:00"), List.of())).isEqualTo(new Used.NotCounted(List.of()));
        assertThat(used(at("2019-09-20T18:00"), List.of()).nobody()).isEmpty();
    }

    @Test
    void whatWasClaimedOfTheLatestTimeComesFirst() {
        assertThat(used(at("2019-09-20T18:00"), List.of(NOBODY_IN_TWO_DAYS, SINCE_LAST_YEAR, NOBODY_IN_A_WEEK))
                        .claims())
                .containsExactly(NOBODY_IN_A_WEEK, SINCE_LAST_YEAR, NOBODY_IN_TWO_DAYS);
    }

    @Test
    void aClaimOfATimeThatHasNotBegunIsNotYetToldOfThisOne() {
        assertThat(used(at("2019-09-13T23:59:59"), List.of(NOBODY_IN_TWO_DAYS)).claims())
                .isEmpty();
        assertThat(used(at("2019-09-14T00:00:00"), List.of(NOBODY_IN_TWO_DAYS)).claims())
                .hasSize(1);
    }

    @Test
    void aZeroIsAFigureAndATotalOfALongerTimeDoesNotTakeItAway() {
        Used used = used(at("2019-09-20T18:00"), List.of(NOBODY_IN_A_WEEK, SINCE_LAST_YEAR, NOBODY_IN_TWO_DAYS));
        assertThat(used.nobody()).containsExactly(NOBODY_IN_A_WEEK, NOBODY_IN_TWO_DAYS);
        assertThat(NOBODY_IN_A_WEEK.claim().figures(ENGLISH)).containsExactly("0 people");
    }

    @Test
    void onceSomebodySaysThatPeopleCameLaterTheZeroIsOfThePast() {
        var january = LocalDate.of(2020, 1, 13);
        var people = onRecord(4, people(CENTRE, from(january, january), Count.exactly(112), january.plusDays(1)));
        Used used = used(at("2020-01-14T18:00"), List.of(NOBODY_IN_A_WEEK, people));
        assertThat(used.nobody()).isEmpty();
        assertThat(used.claims()).containsExactly(people, NOBODY_IN_A_WEEK);
    }

    @Test
    void aZeroAndAFigureForOneTimeStandSideBySide() {
        var some = onRecord(
                4, people(CENTRE, from(september(14), september(15)), new Count(Qualifier.OVER, 0), september(15)));
        assertThat(used(at("2019-09-15T18:00"), List.of(NOBODY_IN_TWO_DAYS, some))
                        .nobody())
                .containsExactly(NOBODY_IN_TWO_DAYS);
    }

    @Test
    void aClaimMayHoldReasonsAndNoFigure() {
        var mined = onRecord(
                4,
                use(
                        GOVERNMENT,
                        from(september(14), september(14)),
                        Map.of(),
                        List.of(Reason.of(ReasonClaimed.APPROACH_MINED, GROUPS)),
                        september(14)));
        Used used = used(at("2019-09-14T18:00"), List.of(mined));
        assertThat(used.withReasons()).containsExactly(mined);
        assertThat(used.nobody()).isEmpty();
        assertThat(mined.claim().figures(ENGLISH)).isEmpty();
    }

    @Test
    void aReasonIsSaidOnlyUnderTheNameOfWhoGivesIt() {
        assertThat(Reason.of(ReasonClaimed.APPROACH_MINED, GROUPS).saidBy(GOVERNMENT, ENGLISH, party -> party.slug()))
                .isEqualTo("government says: the approach is mined (attributed to armed-groups)");
        assertThat(Reason.of(ReasonClaimed.FEAR_OF_ARREST).saidBy(OBSERVATORY, ENGLISH, party -> party.slug()))
                .isEqualTo("observatory says: people fear arrest");
    }

    @Test
    void figuresAreSaidAsTheyWereTold() {
        var told = use(
                CENTRE,
                from(september(13), september(20)),
                Map.of(
                        Counted.LIVESTOCK, new Count(Qualifier.ABOUT, 55_000),
                        Counted.VEHICLES, new Count(Qualifier.OVER, 60),
                        Counted.PEOPLE, new Count(Qualifier.AT_LEAST, 102),
                        Counted.CHILDREN, Count.exactly(38)),
                List.of(),
                september(20));
        assertThat(told.figures(ENGLISH))
                .containsExactly(
                        "at least 102 people",
                        "38 children among them",
                        "more than 60 vehicles",
                        "about 55,000 head of livestock");
        assertThat(told.figures(ARABIC).get(3)).isEqualTo("نحو 55,000 من رؤوس الماشية");
    }

    @Test
    void whatCannotBeAClaimIsRefusedByName() {
        assertThatThrownBy(() -> use(CENTRE, since(september(13)), Map.of(), List.of(), september(13)))
                .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.code()).isEqualTo("corridor.claim-empty"));
        assertThatThrownBy(() -> people(CENTRE, since(september(13)), Count.exactly(0), september(13)))
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.code()).isEqualTo("corridor.claim-without-end"));
        assertThatThrownBy(() -> Count.exactly(-1))
                .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.code()).isEqualTo("corridor.count-negative"));
    }

    @Test
    void everyCodeHasItsWordsInEveryLanguage() {
        for (Language language : Language.offered()) {
            Wording words = Wording.of(language);
            for (var values : List.of(
                    AnnouncedStatus.values(),
                    Service.values(),
                    PermittedFlow.values(),
                    ReasonClaimed.values(),
                    Qualifier.values(),
                    Counted.values())) {
                for (Enum<?> value : values) assertThat(words.say(value)).isNotBlank();
            }
            for (Counted counted : Counted.values()) {
                for (Qualifier qualifier : Qualifier.values()) {
                    assertThat(new Count(qualifier, 12).of(counted, words)).contains("12");
                }
            }
        }
    }

    private static Used used(java.time.Instant at, List<OnRecord<UseClaim>> onRecord) {
        return new Used.NotCounted(Used.claims(at, onRecord));
    }
}
