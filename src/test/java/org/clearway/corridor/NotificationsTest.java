// SPDX-License-Identifier: Apache-2.0
package org.clearway.corridor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.clearway.corridor.Sayings.CENTRE;
import static org.clearway.corridor.Sayings.CORRIDOR;
import static org.clearway.corridor.Sayings.GOVERNMENT;
import static org.clearway.corridor.Sayings.GROUPS;
import static org.clearway.corridor.Sayings.corridor;
import static org.clearway.language.Refusal.refused;

import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clearway.access.AccountId;
import org.clearway.access.Actor;
import org.clearway.access.NotPermitted;
import org.clearway.access.Role;
import org.clearway.access.Sensitivity;
import org.clearway.geo.Position;
import org.clearway.journal.ActId;
import org.clearway.journal.Progress;
import org.clearway.journal.TestNode;
import org.clearway.journal.Unsealed;
import org.clearway.language.Language;
import org.clearway.language.Wording;
import org.clearway.time.Occurred;
import org.clearway.time.Period;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Practice §10, rule 17: notifications expire and are never public.
class NotificationsTest {
    private static final Actor COORDINATION = actor("coordination-1", Role.COORDINATION);
    private static final Actor DUTY = actor("duty-1", Role.DUTY);
    private static final Actor PRESS = actor("press-1", Role.PRESS);
    private static final Actor GATE = actor("gate-1", Role.GATE);
    private static final Actor PROTECTION = actor("protection-1", Role.PROTECTION);
    private static final NotifiedPlaces PLACES = new NotifiedPlaces(List.of(Position.parse("35.765432", "37.155555")));

    @TempDir
    Path folder;

    private TestNode node;
    private Notifications notifications;

    @BeforeEach
    void open() {
        node = Around.node(folder.resolve("node"));
        new Corridors(node.journal()).plan(COORDINATION, node.act(), corridor());
        notifications = new Notifications(node.journal());
    }

    @AfterEach
    void close() {
        node.close();
    }

    @Test
    void whatWasNotifiedIsListedWithThoseWhoWereToldAndWithoutWhereItIs() {
        NotificationId id = tell(6);
        OnNotification told = only();
        assertThat(told.id()).isEqualTo(id);
        assertThat(told.version()).isEqualTo(1);
        assertThat(told.told())
                .containsExactly(
                        new OnNotification.Recipient(GOVERNMENT, Optional.empty()),
                        new OnNotification.Recipient(GROUPS, Optional.empty()));
        assertThat(told.toString()).doesNotContain("35765432");
        assertThat(words(6).toString()).doesNotContain("35765432");
    }

    @Test
    void afterItsEndItIsNotListedAndNobodyReadsWhereItWas() {
        NotificationId id = tell(6);
        assertThat(notifications.readPlaces(COORDINATION, node.act(), id)).isEqualTo(new Unsealed.Opened<>(PLACES));
        later(Duration.ofHours(6));
        assertThat(listed()).isEmpty();
        refused("corridor.notification-over", () -> notifications.readPlaces(COORDINATION, node.act(), id));
    }

    @Test
    void whereItIsIsOpenedByTheCellAloneAndEachReadingIsAnEntry() {
        NotificationId id = tell(6);
        long before = reads();
        for (Actor other : List.of(DUTY, PRESS, GATE, PROTECTION)) {
            assertThatThrownBy(() -> notifications.readPlaces(other, node.act(), id))
                    .isInstanceOf(NotPermitted.class);
        }
        assertThat(reads()).isEqualTo(before);
        notifications.readPlaces(COORDINATION, node.act(), id);
        notifications.readPlaces(COORDINATION, node.act(), id);
        assertThat(reads()).isEqualTo(before + 2);
    }

    @Test
    void noExportHoldsWhereItIsAndAPublicOneHoldsNothingOfIt() {
        tell(6);
        assertThat(exported(Sensitivity.PUBLIC)).doesNotContain("35765432", "AMBULANCES", "MOVEMENT");
        assertThat(exported(Sensitivity.RESTRICTED)).contains("AMBULANCES").doesNotContain("35765432", "35.765432");
    }

    @Test
    void whoMayNotReadNotificationsDoesNotLearnThatThereAreAny() {
        tell(6);
        for (Actor other : List.of(PRESS, GATE, Actor.ANYONE)) {
            assertThatThrownBy(() -> notifications.list(other, node.journal().now(), CORRIDOR, Instant.EPOCH))
                    .isInstanceOf(NotPermitted.class);
        }
    }

    @Test
    void aRecipientReceivedAVersionAndANewVersionHasBeenReceivedByNobody() {
        NotificationId id = tell(6);
        Occurred at = Occurred.at(node.clock().instant(), Sayings.ZONE);
        notifications.acknowledge(COORDINATION, node.act(), id, 1, GROUPS, at);
        assertThat(only().told())
                .containsExactly(
                        new OnNotification.Recipient(GOVERNMENT, Optional.empty()),
                        new OnNotification.Recipient(GROUPS, Optional.of(at.from())));
        refused(
                "corridor.acknowledged-before",
                () -> notifications.acknowledge(COORDINATION, node.act(), id, 1, GROUPS, at));
        refused(
                "corridor.not-a-recipient",
                () -> notifications.acknowledge(COORDINATION, node.act(), id, 1, CENTRE, at));
        notifications.tellAnew(COORDINATION, node.act(), id, 1, words(8));
        assertThat(only().version()).isEqualTo(2);
        assertThat(only().told()).allMatch(told -> told.acknowledged().isEmpty());
        refused(
                "corridor.notification-unknown",
                () -> notifications.acknowledge(COORDINATION, node.act(), id, 1, GROUPS, at));
        refused(
                "corridor.notification-unknown",
                () -> notifications.tellAnew(COORDINATION, node.act(), id, 1, words(9)));
    }

    /// Practice §2.2: never show an acknowledgement as permission.
    @Test
    void noWordForWhatARecipientDidSaysThatItApproved() {
        for (Language language : List.of(Language.EN, Language.AR)) {
            Wording words = Wording.of(language);
            for (String key : List.of(
                    "web.notifications.received",
                    "web.notifications.receive",
                    "web.notifications.not-received",
                    "web.notifications.version",
                    "web.notifications.what")) {
                assertThat(words.say(
                                key,
                                java.util.Map.of(
                                        "when", "12:00", "version", 1, "account", "a", "what", "b", "kind", "c")))
                        .doesNotContainIgnoringCase(
                                "approv", "permit", "permission", "clear", "grant", "confirm", "safe")
                        .doesNotContain("موافق", "وافق", "إذن", "تصريح", "سماح", "آمن");
            }
            assertThat(words.say("web.notifications.rule")).isNotBlank();
        }
    }

    @Test
    void aWithdrawnNotificationIsGoneAndNobodyReadsWhereItWas() {
        NotificationId id = tell(6);
        notifications.withdraw(COORDINATION, node.act(), id);
        assertThat(listed()).isEmpty();
        refused("corridor.notification-unknown", () -> notifications.readPlaces(COORDINATION, node.act(), id));
        refused("corridor.notification-unknown", () -> notifications.withdraw(COORDINATION, node.act(), id));
    }

    @Test
    void whatHasEndedAlreadyAndWhatEndsInMoreThanThirtyDaysIsNotNotified() {
        refused("corridor.notification-too-long", () -> tell(31 * 24));
        NotificationId id = tell(6);
        later(Duration.ofHours(7));
        refused(
                "corridor.notification-over",
                () -> notifications.tellAnew(
                        COORDINATION,
                        node.act(),
                        id,
                        1,
                        new Notification(
                                CORRIDOR,
                                NotificationKind.STATIC,
                                NotifiedObject.GATE,
                                new Period(
                                        node.clock().instant().minusSeconds(7200),
                                        node.clock().instant().minusSeconds(60),
                                        Sayings.ZONE),
                                List.of(GOVERNMENT),
                                PLACES)));
    }

    @Test
    void theSameActSentAgainIsOneNotification() {
        ActId act = node.act();
        Notification told = words(6);
        notifications.tell(COORDINATION, act, told);
        notifications.tell(COORDINATION, act, told);
        assertThat(listed()).hasSize(1);
    }

    @Test
    void theViewsAreRebuiltAsTheyWere() {
        NotificationId id = tell(6);
        notifications.acknowledge(
                COORDINATION,
                node.act(),
                id,
                1,
                GROUPS,
                Occurred.at(node.clock().instant(), Sayings.ZONE));
        notifications.tellAnew(COORDINATION, node.act(), id, 1, words(8));
        assertThat(node.journal().rebuild(Progress.SILENT).different()).isEmpty();
    }

    private NotificationId tell(int hours) {
        ActId act = node.act();
        notifications.tell(COORDINATION, act, words(hours));
        return NotificationId.of(act);
    }

    private Notification words(int hours) {
        Instant now = node.clock().instant();
        return new Notification(
                CORRIDOR,
                NotificationKind.MOVEMENT,
                NotifiedObject.AMBULANCES,
                new Period(now, now.plus(Duration.ofHours(hours)), Sayings.ZONE),
                List.of(GOVERNMENT, GROUPS),
                PLACES);
    }

    private OnNotification only() {
        assertThat(listed()).hasSize(1);
        return listed().getFirst();
    }

    private List<OnNotification> listed() {
        return notifications.list(
                DUTY, node.journal().now(), CORRIDOR, node.clock().instant());
    }

    private void later(Duration time) {
        node.clock().set(node.clock().instant().plus(time));
    }

    private long reads() {
        return node.journal()
                .now()
                .rows()
                .sql("select count(*) from entry where type = 'journal.confidential-read'")
                .query(Long.class)
                .single();
    }

    private String exported(Sensitivity upTo) {
        var out = new StringWriter();
        node.journal().export(PROTECTION, node.act(), upTo, out);
        return out.toString();
    }

    private static Actor actor(String account, Role role) {
        return new Actor(new AccountId(account), Set.of(role));
    }
}
