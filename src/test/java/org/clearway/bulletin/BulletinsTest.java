// SPDX-License-Identifier: Apache-2.0
package org.clearway.bulletin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.clearway.access.AccountId;
import org.clearway.access.Actor;
import org.clearway.access.NotPermitted;
import org.clearway.access.Role;
import org.clearway.bulletin.Bulletin.Change;
import org.clearway.bulletin.Bulletin.Difference;
import org.clearway.bulletin.Bulletin.Item;
import org.clearway.ceasefire.Count;
import org.clearway.ceasefire.Ledger;
import org.clearway.ceasefire.Stated;
import org.clearway.corridor.Corridor;
import org.clearway.corridor.Notification;
import org.clearway.corridor.NotificationKind;
import org.clearway.corridor.Notifications;
import org.clearway.corridor.NotifiedObject;
import org.clearway.corridor.NotifiedPlaces;
import org.clearway.geo.Position;
import org.clearway.journal.ActId;
import org.clearway.journal.Progress;
import org.clearway.journal.Reading;
import org.clearway.journal.StoryKind;
import org.clearway.language.Language;
import org.clearway.language.Names;
import org.clearway.language.Problem;
import org.clearway.places.WithdrawalReason;
import org.clearway.time.Period;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The evening of 14 September 2019 at the press desk: cut-off at 18:00 in Damascus, which is 15:00 UTC.
class BulletinsTest {
    private static final LocalDate DAY = LocalDate.of(2019, 9, 14);
    private static final Actor PRESS = actor("press-1", Role.PRESS);
    private static final Actor OTHER_PRESS = actor("press-2", Role.PRESS);
    private static final Actor CELL = actor("coordination-1", Role.COORDINATION);
    private static final Actor DUTY = actor("duty-1", Role.DUTY);

    @TempDir
    Path folder;

    private ToldNode node;
    private Bulletins bulletins;

    @BeforeEach
    void tellTheStoryUpToTheEvening() {
        node = new ToldNode(folder.resolve("node"), "abu-al-duhur-2019").to("2019-09-14T15:30:00Z");
        bulletins = node.bulletins;
    }

    @AfterEach
    void close() {
        node.close();
    }

    @Test
    void aBulletinIsNotProposedBeforeItsCutOff() {
        assertRefused("bulletin.before-cut-off", () -> bulletins.propose(PRESS, act(), DAY.plusDays(1)));
        assertThat(bulletins.preview(PRESS, DAY.plusDays(1)).stage()).isEqualTo(new Stage.NotMade());
    }

    @Test
    void aProposalIsADraftThatNobodyHasApproved() {
        Edition proposed = bulletins.propose(PRESS, act(), DAY);
        assertThat(proposed.stage())
                .isInstanceOfSatisfying(
                        Stage.Draft.class,
                        draft -> assertThat(draft.approvals()).isZero());
        assertThat(bulletins.published(node.journal.now(), DAY)).isEmpty();
        assertThat(bulletins.draft(CELL, node.journal.now(), DAY)).isPresent();
        assertThat(proposed.render(Language.EN, Format.PLAIN)).contains("DRAFT. Approved by 0 of 2.");
        assertRefused("bulletin.proposed-already", () -> bulletins.propose(OTHER_PRESS, act(), DAY));
    }

    @Test
    void theSecondOfTwoAccountsPublishesAndNoAccountCountsTwice() {
        Edition proposed = bulletins.propose(PRESS, act(), DAY);
        Edition once = bulletins.approve(PRESS, act(), DAY, 1, proposed.digest());
        assertThat(once.render(Language.EN, Format.PLAIN)).contains("DRAFT. Approved by 1 of 2.");
        assertThat(bulletins.hasApproved(PRESS, node.journal.now(), once)).isTrue();
        assertThat(bulletins.hasApproved(CELL, node.journal.now(), once)).isFalse();
        assertRefused("bulletin.approved-already", () -> bulletins.approve(PRESS, act(), DAY, 1, proposed.digest()));

        Edition twice = bulletins.approve(CELL, act(), DAY, 1, proposed.digest());
        assertThat(twice.stage()).isInstanceOf(Stage.Published.class);
        assertThat(twice.render(Language.EN, Format.PLAIN))
                .doesNotContain("DRAFT")
                .doesNotContain("press-1")
                .doesNotContain("coordination-1");
        assertThat(bulletins.published(node.journal.now(), DAY)).isPresent();
        assertRefused(
                "bulletin.published-already", () -> bulletins.approve(OTHER_PRESS, act(), DAY, 1, proposed.digest()));
    }

    /// Practice §10, rule 17: notifications are never public.
    @Test
    void ofANotificationThereIsNoTraceInAnyFormOfABulletin() {
        try (ToldNode notified =
                new ToldNode(folder.resolve("notified"), "abu-al-duhur-2019").to("2019-09-14T14:00:00Z")) {
            Corridor corridor =
                    notified.corridors.list(CELL, notified.journal.now()).getFirst();
            ActId told = notified.journal.ids().next();
            Instant now = notified.journal.clock().instant();
            new Notifications(notified.journal)
                    .tell(
                            CELL,
                            told,
                            new Notification(
                                    corridor.id(),
                                    NotificationKind.MOVEMENT,
                                    NotifiedObject.AMBULANCES,
                                    new Period(now, now.plusSeconds(36_000), ZoneOffset.UTC),
                                    corridor.relevantParties(),
                                    new NotifiedPlaces(List.of(Position.parse("35.765432", "37.155555")))));
            notified.to("2019-09-14T15:30:00Z");
            Edition proposed =
                    notified.bulletins.propose(PRESS, notified.journal.ids().next(), DAY);
            for (Actor actor : List.of(PRESS, CELL)) {
                notified.bulletins.approve(actor, notified.journal.ids().next(), DAY, 1, proposed.digest());
            }
            for (Language language : Language.offered()) {
                for (Format format : Format.values()) {
                    assertThat(notified.bulletins.preview(PRESS, DAY).render(language, format))
                            .isEqualTo(bulletins.preview(PRESS, DAY).render(language, format));
                    assertThat(notified.bulletins.newest(PRESS, DAY).render(language, format))
                            .doesNotContain("35.76", "35765432", told.toString());
                }
                var feed = new String(
                        notified.bulletins.atom(
                                notified.journal.now(),
                                language,
                                10,
                                "https://news.example/feed",
                                day -> "https://news.example/" + day),
                        StandardCharsets.UTF_8);
                assertThat(feed).contains("<entry>").doesNotContain("35.76", "35765432", told.toString());
            }
        }
    }

    @Test
    void onlyWhatWasReadCanBeApproved() {
        bulletins.propose(PRESS, act(), DAY);
        var other = new Digest("0".repeat(64));
        assertRefused("bulletin.other-digest", () -> bulletins.approve(CELL, act(), DAY, 1, other));
        assertRefused("bulletin.unknown", () -> bulletins.approve(CELL, act(), DAY, 2, other));
        assertRefused("bulletin.digest", () -> new Digest("the one on my desk"));
    }

    @Test
    void desksThatMayNotMakeOrApproveAreRefused() {
        assertThatThrownBy(() -> bulletins.propose(CELL, act(), DAY)).isInstanceOf(NotPermitted.class);
        Edition proposed = bulletins.propose(PRESS, act(), DAY);
        assertThatThrownBy(() -> bulletins.approve(DUTY, act(), DAY, 1, proposed.digest()))
                .isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> bulletins.draft(Actor.ANYONE, node.journal.now(), DAY))
                .isInstanceOf(NotPermitted.class);
    }

    @Test
    void theSameActAgainIsTheSameProposal() {
        ActId act = act();
        assertThat(bulletins.propose(PRESS, act, DAY).digest())
                .isEqualTo(bulletins.propose(PRESS, act, DAY).digest());
    }

    @Test
    void theSameJournalMakesTheSameBytesLaterToo() {
        Digest evening = bulletins.preview(PRESS, DAY).digest();
        node.story.playTo(Instant.parse("2019-10-11T00:00:00Z"));
        assertThat(bulletins.preview(PRESS, DAY).digest()).isEqualTo(evening);
        assertThat(bulletins.published(node.journal.now(), DAY).orElseThrow().digest())
                .isEqualTo(evening);
    }

    @Test
    void rowsOfTwoTimesAndAReplayOfTheJournalMakeTheSameBytes() {
        node.story.playTo(Instant.parse("2019-10-11T00:00:00Z"));
        var known = Instant.parse("2019-09-14T14:59:59.999999Z");
        var series = bulletins.series(node.journal.now()).orElseThrow();
        var composer = new Composer(node.places, node.agreements, node.ledgers, node.corridors);
        Bulletin fromRows =
                composer.compose(PRESS, node.journal.now(), known, series, DAY, Optional.of(StoryKind.RECONSTRUCTION));
        try (Reading replayed = node.journal.asOf(known, Progress.SILENT)) {
            assertThat(composer.compose(PRESS, replayed, known, series, DAY, Optional.of(StoryKind.RECONSTRUCTION)))
                    .isEqualTo(fromRows);
        }
        assertThat(Digest.of(fromRows)).isEqualTo(bulletins.preview(PRESS, DAY).digest());
    }

    @Test
    void aCorrectionIsANewVersionThatSaysWhatChanged() {
        publish(bulletins.propose(PRESS, act(), DAY));
        correctTheTurkishPartsTotal(30);
        Edition second = bulletins.correct(PRESS, act(), DAY);

        assertThat(second.version()).isEqualTo(2);
        assertThat(second.isCorrection()).isTrue();
        assertThat(second.bulletin().correction().orElseThrow().changes())
                .contains(new Change(
                        Difference.CHANGED,
                        Item.LEDGER,
                        Optional.of(turkishPart()),
                        Optional.empty(),
                        Optional.of(turkishLedger().stated().covers()),
                        Optional.of(new Count(31)),
                        Optional.of(new Count(30))));
        assertThat(bulletins.published(node.journal.now(), DAY).orElseThrow().version())
                .isEqualTo(1);

        publish(second);
        assertThat(bulletins.published(node.journal.now(), DAY).orElseThrow().version())
                .isEqualTo(2);
        assertThat(bulletins.versions(node.journal.now(), DAY))
                .extracting(Edition::version)
                .containsExactly(2, 1);
        assertThat(bulletins.published(node.journal.now(), DAY).orElseThrow().render(Language.EN, Format.PLAIN))
                .contains("CORRECTION. Version 2 takes the place of version 1.")
                .contains("The total was 31 and is 30.");
    }

    @Test
    void aClaimThatWasQuotedAndThenWithdrawnIsTakenOutByACorrection() {
        publish(bulletins.propose(PRESS, act(), DAY));
        Ledger wrong = turkishLedger();
        Names whose = turkishPart();
        node.ledgers.withdraw(DUTY, act(), wrong.id(), WithdrawalReason.WRONG_CLAIMANT);
        Edition second = bulletins.correct(PRESS, act(), DAY);
        assertThat(second.bulletin().correction().orElseThrow().changes())
                .contains(new Change(
                        Difference.REMOVED,
                        Item.LEDGER,
                        Optional.of(whose),
                        Optional.empty(),
                        Optional.of(wrong.stated().covers()),
                        Optional.empty(),
                        Optional.empty()));
        publish(second);
        assertThat(bulletins.published(node.journal.now(), DAY).orElseThrow().render(Language.EN, Format.PLAIN))
                .contains("CORRECTION. Version 2 takes the place of version 1.")
                .contains("Taken out: ledger of ");
        assertThat(bulletins.versions(node.journal.now(), DAY)).hasSize(2);
    }

    @Test
    void nothingThatHasNotChangedIsCorrected() {
        assertRefused("bulletin.unknown", () -> bulletins.correct(PRESS, act(), DAY));
        publish(bulletins.propose(PRESS, act(), DAY));
        assertRefused("bulletin.nothing-changed", () -> bulletins.correct(PRESS, act(), DAY));
    }

    @Test
    void aDraftThatIsProposedAnewLosesItsApprovals() {
        Edition draft = bulletins.propose(PRESS, act(), DAY);
        bulletins.approve(PRESS, act(), DAY, 1, draft.digest());
        correctTheTurkishPartsTotal(30);
        Edition anew = bulletins.correct(PRESS, act(), DAY);
        assertThat(anew.version()).isEqualTo(1);
        assertThat(anew.isCorrection()).isFalse();
        assertThat(anew.stage())
                .isInstanceOfSatisfying(
                        Stage.Draft.class,
                        stage -> assertThat(stage.approvals()).isZero());
        assertRefused("bulletin.other-digest", () -> bulletins.approve(CELL, act(), DAY, 1, draft.digest()));
        publish(anew);
    }

    @Test
    void allNewsIsReadPageByPageTheLatestDayFirst() {
        node.story.playTo(Instant.parse("2019-10-11T00:00:00Z"));
        Page first = bulletins.all(node.journal.now(), Optional.empty(), 4);
        assertThat(first.editions())
                .hasSize(4)
                .isSortedAccordingTo((a, b) -> b.day().compareTo(a.day()));
        Page rest = bulletins.all(node.journal.now(), first.next(), 4);
        assertThat(rest.editions()).isNotEmpty();
        assertThat(rest.editions().getFirst().day())
                .isBefore(first.editions().getLast().day());
        assertThat(bulletins.all(node.journal.now(), Optional.of(LocalDate.of(2019, 1, 1)), 4))
                .isEqualTo(new Page(List.of(), Optional.empty()));
    }

    @Test
    void aBulletinIsFoundUnderItsTags() {
        publish(bulletins.propose(PRESS, act(), DAY));
        Reading now = node.journal.now();
        List<Tag> tags = bulletins.published(now, DAY).orElseThrow().tags();
        assertThat(tags)
                .extracting(tag -> tag.id().text())
                .contains("theme-ceasefire", "theme-corridor", "corridor-abu-al-duhur", "area-idlib");
        for (Tag tag : tags) {
            node.awaitIndexes();
            assertThat(bulletins.tag(now, tag.id())).contains(tag);
            assertThat(bulletins.tagged(now, tag.id(), Optional.empty(), 10).editions())
                    .as(tag.id().text())
                    .extracting(Edition::day)
                    .contains(DAY);
        }
        assertThat(bulletins.tags(now)).containsAll(tags);
        assertRefused("bulletin.tag-id", () -> new TagId("area-../../etc"));
    }

    @Test
    void viewsAndTagsComeOutTheSameWhenTheyAreMadeAgain() {
        Edition first = bulletins.propose(PRESS, act(), DAY);
        publish(first);
        correctTheTurkishPartsTotal(30);
        bulletins.correct(PRESS, act(), DAY);
        assertThat(node.journal.rebuild(Progress.SILENT).same()).isTrue();
        assertThat(bulletins.published(node.journal.now(), DAY).orElseThrow().digest())
                .isEqualTo(first.digest());
    }

    @Test
    void theFeedIsAtomAndItsEntriesKeepTheirIds() throws Exception {
        publish(bulletins.propose(PRESS, act(), DAY));
        byte[] feed = feed();
        var atom = Xml.parse(feed);
        assertThat(atom.getDocumentElement().getNamespaceURI()).isEqualTo("http://www.w3.org/2005/Atom");
        assertThat(Xml.texts(atom, "title"))
                .contains("RECONSTRUCTION: Reporters state 34, 34 and 31 cases of fire in Aleppo, Latakia, Idlib and"
                        + " Hama");
        assertThat(Xml.texts(atom, "id")).allMatch(id -> id.matches("urn:uuid:[0-9a-f-]{36}"));
        List<String> ids = Xml.texts(atom, "id");

        correctTheTurkishPartsTotal(30);
        publish(bulletins.correct(PRESS, act(), DAY));
        assertThat(Xml.texts(Xml.parse(feed()), "id")).isEqualTo(ids);
        assertThat(new String(feed(), StandardCharsets.UTF_8)).contains("34, 34 and 30 cases of fire");
    }

    private byte[] feed() {
        return bulletins.atom(node.journal.now(), Language.EN, 20, "/feed/en", day -> "/en/bulletins/" + day);
    }

    private void publish(Edition edition) {
        bulletins.approve(PRESS, act(), edition.day(), edition.version(), edition.digest());
        bulletins.approve(CELL, act(), edition.day(), edition.version(), edition.digest());
    }

    private Ledger turkishLedger() {
        return node.ledgers.day(DUTY, node.journal.now(), DAY).stream()
                .filter(ledger -> ledger.stated().reporter().slug().equals("commission-turkish-part"))
                .findFirst()
                .orElseThrow();
    }

    private Names turkishPart() {
        return Objects.requireNonNull(node.agreements
                        .parties(node.journal.now())
                        .get(turkishLedger().stated().reporter()))
                .names();
    }

    private void correctTheTurkishPartsTotal(int total) {
        Ledger wrong = turkishLedger();
        Stated was = wrong.stated();
        var right = new Stated(
                was.reporter(),
                was.covers(),
                was.unit(),
                Optional.of(new Count(total)),
                was.parts(),
                was.partsComplete(),
                was.namedWithoutCounts(),
                was.source());
        node.ledgers.correct(DUTY, act(), wrong.id(), right, Optional.empty());
    }

    private ActId act() {
        return node.journal.ids().next();
    }

    private static Actor actor(String account, Role role) {
        return new Actor(new AccountId(account), Set.of(role));
    }

    private static void assertRefused(String code, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
    }
}
