// SPDX-License-Identifier: Apache-2.0
package org.clearway.care;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.clearway.care.Kitchen.COOK;
import static org.clearway.care.Kitchen.COORDINATION;
import static org.clearway.care.Kitchen.KITCHEN;
import static org.clearway.care.Kitchen.PROTECTION;
import static org.clearway.language.Refusal.refused;

import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.clearway.access.Actor;
import org.clearway.access.NotPermitted;
import org.clearway.access.Sensitivity;
import org.clearway.corridor.Sayings;
import org.clearway.journal.ActId;
import org.clearway.journal.FreeText;
import org.clearway.journal.Progress;
import org.clearway.journal.Unsealed;
import org.clearway.language.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComplaintsTest {
    private static final String WORDS = "The queue has no shade.";

    @TempDir
    Path folder;

    private Kitchen kitchen;
    private Complaints complaints;

    @BeforeEach
    void open() {
        kitchen = new Kitchen(folder.resolve("node"));
        complaints = kitchen.complaints;
    }

    @AfterEach
    void close() {
        kitchen.close();
    }

    @Test
    void whoeverComplainsIsGivenAReferenceAndCanAskLaterWhatBecameOfIt() {
        ComplaintRef reference = file(ComplaintTopic.LONG_WAIT, false);
        assertThat(complaints.state(Actor.ANYONE, kitchen.now(), ComplaintRef.parse(" " + reference + " ")))
                .isEqualTo(ComplaintState.RECEIVED);
        complaints.handle(COORDINATION, kitchen.node.act(), reference, ComplaintState.ACKNOWLEDGED);
        assertThat(complaints.state(Actor.ANYONE, kitchen.now(), reference)).isEqualTo(ComplaintState.ACKNOWLEDGED);
        complaints.handle(COORDINATION, kitchen.node.act(), reference, ComplaintState.CLOSED);
        assertThat(complaints.state(Actor.ANYONE, kitchen.now(), reference)).isEqualTo(ComplaintState.CLOSED);
        refused(
                "care.complaint-out-of-turn",
                () -> complaints.handle(COORDINATION, kitchen.node.act(), reference, ComplaintState.ACKNOWLEDGED));
    }

    @Test
    void aReferenceThatNobodyWasGivenTellsNothing() {
        file(ComplaintTopic.LONG_WAIT, false);
        refused(
                "care.complaint-unknown",
                () -> complaints.state(Actor.ANYONE, kitchen.now(), new ComplaintRef("2345678923")));
        refused("care.complaint-unknown", () -> ComplaintRef.parse("what?"));
    }

    @Test
    void aComplaintSentTwiceIsOneComplaintWithOneReference() {
        ActId act = kitchen.node.act();
        ComplaintRef first = complaints.file(Actor.ANYONE, act, about(ComplaintTopic.FOOD, false), Sayings.ZONE);
        ComplaintRef again = complaints.file(Actor.ANYONE, act, about(ComplaintTopic.FOOD, false), Sayings.ZONE);
        assertThat(again).isEqualTo(first);
        assertThat(file(ComplaintTopic.FOOD, false)).isNotEqualTo(first);
        assertThat(complaints.list(COORDINATION, kitchen.now(), Sayings.CORRIDOR))
                .hasSize(2);
    }

    @Test
    void aSensitiveComplaintPassesTheStaffOfTheSiteBy() {
        ComplaintRef plain = file(ComplaintTopic.FOOD, false);
        ComplaintRef abuse = file(ComplaintTopic.EXPLOITATION_OR_ABUSE, false);
        ComplaintRef asked = file(ComplaintTopic.OTHER, true);
        assertThat(complaints.list(COORDINATION, kitchen.now(), Sayings.CORRIDOR))
                .extracting(ComplaintOnRecord::reference)
                .containsExactly(plain);
        assertThat(complaints.list(PROTECTION, kitchen.now(), Sayings.CORRIDOR))
                .extracting(ComplaintOnRecord::reference)
                .containsExactly(asked, abuse, plain);
        for (ComplaintRef hidden : new ComplaintRef[] {abuse, asked}) {
            refused("care.complaint-unknown", () -> complaints.read(COORDINATION, kitchen.node.act(), hidden));
            refused(
                    "care.complaint-unknown",
                    () -> complaints.handle(COORDINATION, kitchen.node.act(), hidden, ComplaintState.CLOSED));
            assertThat(complaints.read(PROTECTION, kitchen.node.act(), hidden))
                    .isEqualTo(new Unsealed.Opened<>(new FreeText(WORDS)));
        }
        assertThatThrownBy(() -> complaints.list(COOK, kitchen.now(), Sayings.CORRIDOR))
                .isInstanceOf(NotPermitted.class);
    }

    @Test
    void theWordsOfAComplaintAreSealedAndAreGoneWhenTheirTimeIsOver() {
        ComplaintRef reference = file(ComplaintTopic.VIOLENCE, false);
        var out = new StringWriter();
        kitchen.node.journal().export(PROTECTION, kitchen.node.act(), Sensitivity.RESTRICTED, out);
        assertThat(out.toString()).contains("care.complaint-filed").doesNotContain(WORDS);
        kitchen.later(Duration.ofDays(150));
        assertThat(kitchen.node.journal().destroyExpired()).isPositive();
        assertThat(complaints.read(PROTECTION, kitchen.node.act(), reference)).isEqualTo(new Unsealed.Erased<>());
        assertThat(complaints.state(Actor.ANYONE, kitchen.now(), reference)).isEqualTo(ComplaintState.RECEIVED);
    }

    @Test
    void whoComplainsIsNoPartOfAComplaint() {
        assertThat(Arrays.stream(ComplaintFiled.class.getRecordComponents()).map(part -> part.getName()))
                .containsExactly(
                        "reference",
                        "corridor",
                        "point",
                        "channel",
                        "language",
                        "topic",
                        "sensitive",
                        "text",
                        "sensitiveText");
    }

    @Test
    void aComplaintMayHaveNoWords() {
        var words = new Complaint(
                Sayings.CORRIDOR,
                Optional.empty(),
                ComplaintChannel.BOX,
                Language.EN,
                ComplaintTopic.WATER,
                false,
                Optional.empty());
        ComplaintRef reference = complaints.file(COOK, kitchen.node.act(), words, Sayings.ZONE);
        refused("care.complaint-without-words", () -> complaints.read(COORDINATION, kitchen.node.act(), reference));
    }

    @Test
    void theViewComesOutTheSameFromTheJournal() {
        ComplaintRef reference = file(ComplaintTopic.VIOLENCE, false);
        complaints.handle(PROTECTION, kitchen.node.act(), reference, ComplaintState.CLOSED);
        assertThat(kitchen.node.journal().rebuild(Progress.SILENT).different()).isEmpty();
    }

    private ComplaintRef file(ComplaintTopic topic, boolean sensitive) {
        return complaints.file(Actor.ANYONE, kitchen.node.act(), about(topic, sensitive), Sayings.ZONE);
    }

    private static Complaint about(ComplaintTopic topic, boolean sensitive) {
        return new Complaint(
                Sayings.CORRIDOR,
                Optional.of(KITCHEN),
                ComplaintChannel.PAGE,
                Language.AR,
                topic,
                sensitive,
                Optional.of(new FreeText(WORDS)));
    }
}
