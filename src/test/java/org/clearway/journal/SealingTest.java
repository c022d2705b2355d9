// SPDX-License-Identifier: Apache-2.0
package org.clearway.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.clearway.language.Problem;
import org.junit.jupiter.api.Test;

/// What is sealed is read by those who may, where it was sealed for, and by nobody once its key is gone.
class SealingTest extends NodeCase {
    private static final String CANARY = "canary-of-the-north-post";

    @Test
    void aSealedTextMovedToAnotherPlaceDoesNotOpen() {
        record(Notes.note(1, "the first"));
        record(Notes.note(2, "the second"));
        Sealed.Closed<FreeText> first = closed(1);
        Sealed.Closed<FreeText> second = closed(2);
        var moved = new Sealed.Closed<FreeText>(second.key(), second.place(), first.text());
        refused("journal.seal-broken", () -> read(moved));
        refused("journal.seal-broken", () -> read(new Sealed.Closed<>(first.key(), first.place(), "AAAA")));
        refused("journal.seal-broken", () -> read(new Sealed.Closed<>(first.key(), first.place(), "not base64!")));
        assertThat(read(first)).isEqualTo(new Unsealed.Opened<>(new FreeText("the first")));
    }

    @Test
    void theSameWordsAreSealedOtherwiseInEveryActAndTheSameInARepeatedOne() {
        ActId act = node.act();
        record(act, Notes.note(1, "the same words"));
        record(Notes.note(2, "the same words"));
        assertThat(closed(1).key()).isEqualTo(closed(2).key());
        assertThat(closed(1).text()).isNotEqualTo(closed(2).text());
        assertThat(closed(1).text().substring(0, 16))
                .as("nonce")
                .isNotEqualTo(closed(2).text().substring(0, 16));
        assertThat(record(act, Notes.note(1, "the same words")).repeated()).isTrue();
        node.reopen();
        assertThat(record(act, Notes.note(1, "the same words")).repeated()).isTrue();
    }

    /// Keys of many households are made together; each is on disk before its entry is acknowledged, and opens its own.
    @Test
    void manyHouseholdsSealedAtOnceHaveEachAKeyOfItsOwn() throws Exception {
        Subject erased = node.journal().subject("household 7");
        node.journal().erase(PROTECTION, node.act(), erased);
        try (var desks = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 1; i <= 200; i++) {
                long number = i;
                Subject household = node.journal().subject("household " + i % 100);
                var note = new Draft(Notes.note(number, "note " + number), now(), Optional.of(household));
                desks.submit(() -> node.journal().record(DUTY, node.act(), note, Rule.NONE));
            }
        }
        node.reopen();
        assertThat(notes()).hasSize(198).doesNotContain(7L, 107L);
        for (long number : notes()) {
            assertThat(read(closed(number))).isEqualTo(new Unsealed.Opened<>(new FreeText("note " + number)));
        }
        for (long number = 1; number < 100; number++) {
            if (number == 7) continue;
            assertThat(closed(number).key()).isEqualTo(closed(number + 100).key());
            assertThat(closed(number).key())
                    .isNotEqualTo(closed(number == 99 ? 1 : 100).key());
        }
    }

    @Test
    void nothingSealedIsReadableInAnyFileWhileTheNodeWorks() throws Exception {
        for (int i = 1; i <= 20; i++) record(Notes.note(i, CANARY + i));
        Subject household = node.journal().subject(CANARY + "-token");
        node.journal()
                .record(DUTY, node.act(), new Draft(Notes.note(21, CANARY), now(), Optional.of(household)), Rule.NONE);
        assertThat(read(closed(21))).isEqualTo(new Unsealed.Opened<>(new FreeText(CANARY)));
        node.journal().erase(PROTECTION, node.act(), household);
        assertThat(path.resolve("clearway.db-wal")).isNotEmptyFile();
        try (var files = Files.walk(path)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
                assertThat(bytes.contains(CANARY)).as(file.toString()).isFalse();
            }
        }
    }

    @Test
    void anErasureIsAnEntryAndStandsInItsView() {
        Subject household = node.journal().subject("token-1");
        node.journal().erase(PROTECTION, node.act(), household);
        assertThat(count("select count(*) from entry where type = 'journal.keys-destroyed'"))
                .isEqualTo(1);
        assertThat(node.journal()
                        .now()
                        .rows()
                        .sql("select name from destroyed_key")
                        .query((row, n) -> row.getString(1))
                        .list())
                .containsExactly("subject/" + household.pseudonym());
    }

    @Test
    void theSameErasureTwiceIsOneErasure() {
        Subject household = node.journal().subject("token-1");
        ActId act = node.act();
        node.journal().erase(PROTECTION, act, household);
        node.journal().erase(PROTECTION, act, household);
        assertThat(count("select count(*) from entry where type = 'journal.keys-destroyed'"))
                .isEqualTo(1);
    }

    /// An act that was on its way while its subject was erased leaves nothing that can be read.
    @Test
    void whatWasOnItsWayWhenItsSubjectWasErasedCannotBeRead() throws Exception {
        Subject household = node.journal().subject("token-1");
        var asked = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        try (var desks = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = desks.submit(() -> node.journal()
                    .record(
                            DUTY,
                            node.act(),
                            new Draft(Notes.note(1, "in flight"), now(), Optional.of(household)),
                            v -> {
                                asked.countDown();
                                try {
                                    go.await();
                                } catch (InterruptedException e) {
                                    throw new IllegalStateException(e);
                                }
                            }));
            asked.await();
            var erasure = desks.submit(() -> node.journal().erase(PROTECTION, node.act(), household));
            go.countDown();
            erasure.get();
            first.get();
        }
        assertThat(read(closed(1))).isEqualTo(new Unsealed.Erased<FreeText>());
        refused(
                "journal.key-destroyed",
                () -> node.journal()
                        .record(
                                DUTY,
                                node.act(),
                                new Draft(Notes.note(2, "too late"), now(), Optional.of(household)),
                                Rule.NONE));
        node.clock().set(Instant.parse("2020-02-01T00:00:00Z"));
        refused(
                "journal.key-destroyed",
                () -> node.journal()
                        .record(
                                DUTY,
                                node.act(),
                                new Draft(Notes.note(2, "much too late"), now(), Optional.of(household)),
                                Rule.NONE));
        assertThat(notes()).containsExactly(1L);
        assertThat(verified()).isInstanceOf(Verification.Sound.class);
    }

    /// A tablet that was not answered sends its act again, long after the key of it is gone.
    @Test
    void anOldActRepeatedAfterItsKeyIsDestroyedIsAnsweredAsItWas() {
        ActId act = node.act();
        Receipt first = record(act, Notes.note(1, "short-lived"));
        ActId never = node.act();
        node.clock().set(Instant.parse("2020-01-15T00:00:00Z"));
        assertThat(node.journal().destroyExpired()).isEqualTo(1);
        Receipt again = record(act, Notes.note(1, "short-lived"));
        assertThat(again.repeated()).isTrue();
        assertThat(again.position()).isEqualTo(first.position());
        refused("journal.same-act-other-words", () -> record(act, Notes.note(2, "short-lived")));
        refused("journal.key-destroyed", () -> record(never, Notes.note(3, "never arrived")));
        assertThat(notes()).containsExactly(1L);
    }

    @Test
    void whatConcernsAHouseholdIsKeptForItsTimeAndNoLonger() {
        Subject household = node.journal().subject("token-1");
        node.journal()
                .record(
                        DUTY,
                        node.act(),
                        new Draft(Notes.note(1, "in September"), now(), Optional.of(household)),
                        Rule.NONE);
        node.clock().set(Instant.parse("2019-11-02T00:00:00Z"));
        node.journal()
                .record(
                        DUTY,
                        node.act(),
                        new Draft(Notes.note(2, "in November"), now(), Optional.of(household)),
                        Rule.NONE);
        node.clock().set(Instant.parse("2019-12-30T00:00:00Z"));
        assertThat(node.journal().destroyExpired()).isEqualTo(1);
        assertThat(read(closed(1))).isEqualTo(new Unsealed.Erased<FreeText>());
        assertThat(read(closed(2))).isEqualTo(new Unsealed.Opened<>(new FreeText("in November")));
        assertThat(node.journal().destroyExpired()).isZero();
        assertThat(node.journal().rebuild(Progress.SILENT).same()).isTrue();
    }

    /// Gone by accident is not gone by erasure: the first can be put right.
    @Test
    void aKeyThatIsMissingIsToldApartFromOneThatWasDestroyed() {
        record(Notes.note(1, "sealed"));
        StreamId stream = node.journal().stream();
        Sealed.Closed<FreeText> sealed = closed(1);
        node.journal().close();
        tamperWithKeys("delete from data_key");
        node.reopen();
        refused("journal.key-missing", () -> read(sealed));
        assertThat(verified()).isEqualTo(new Verification.Broken(stream, 2, Verification.Fault.KEY_MISSING));
    }

    @Test
    void anotherKeyOfTheSameNameIsFoundByVerify() {
        record(Notes.note(1, "sealed"));
        StreamId stream = node.journal().stream();
        node.journal().close();
        tamperWithKeys("delete from data_key");
        node.reopen();
        record(Notes.note(2, "under a new key of that name"));
        assertThat(verified()).isEqualTo(new Verification.Broken(stream, 2, Verification.Fault.KEY_MISSING));
        refused("journal.seal-broken", () -> read(closed(1)));
    }

    @Test
    void aDamagedKeyIsToldSo() {
        record(Notes.note(1, "sealed"));
        Sealed.Closed<FreeText> sealed = closed(1);
        node.journal().close();
        tamperWithKeys("update data_key set wrapped = " + TestDatabase.bytes(new byte[60]));
        node.reopen();
        refused("journal.keys-damaged", () -> read(sealed));
    }

    @Test
    void nobodyReadsWithoutAnEntryThatSaysSo() {
        record(Notes.note(1, "sealed"));
        assertThatThrownBy(() -> node.journal().open(PROTECTION, actOfOthers(), closed(1), FreeText.class))
                .isInstanceOf(Problem.class);
        assertThat(read(closed(1))).isInstanceOf(Unsealed.Opened.class);
        assertThat(count("select count(*) from entry where type = 'journal.confidential-read'"))
                .isEqualTo(1);
    }

    @Test
    void thePassphraseAloneOpensNothingOfAnotherNode() {
        TestNode.folder(temporary.resolve("other"));
        try (TestNode other = TestNode.reopened(temporary.resolve("other"))) {
            assertThat(other.journal().subject("token-1"))
                    .isNotEqualTo(node.journal().subject("token-1"));
        }
        assertThat(node.journal().subject("token-1")).isEqualTo(node.journal().subject("token-1"));
    }

    /// An act that is on record already, of other words.
    private ActId actOfOthers() {
        ActId act = node.act();
        record(act, Notes.bare(50));
        return act;
    }

    private Unsealed<FreeText> read(Sealed.Closed<FreeText> sealed) {
        return node.journal().open(PROTECTION, node.act(), sealed, FreeText.class);
    }

    @Test
    void whatOtherNodesSayOfTheirKeysIsNoConcernOfOurs() {
        record(Notes.note(1, "ours"));
        String key = closed(1).key();
        node.journal().close();
        Foreign.append(
                path,
                List.of(new JournalEntries.KeysDestroyed(
                        List.of(new JournalEntries.KeyName(key)), JournalEntries.Reason.TIME_OVER)));
        node.reopen();
        assertThat(read(closed(1))).isEqualTo(new Unsealed.Opened<>(new FreeText("ours")));
        assertThat(verified()).isEqualTo(new Verification.Sound(5, 2));
    }
}
