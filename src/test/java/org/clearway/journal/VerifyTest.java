// SPDX-License-Identifier: Apache-2.0
package org.clearway.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.clearway.journal.Verification.Broken;
import org.clearway.journal.Verification.Fault;
import org.junit.jupiter.api.Test;

/// Whoever works on the database past the program is found out, and told where.
class VerifyTest extends NodeCase {
    private StreamId stream = new StreamId("", "");

    private void five() {
        for (int i = 1; i <= 5; i++) record(Notes.bare(i));
        stream = node.journal().stream();
        node.journal().close();
    }

    private Verification after(String... statements) {
        five();
        tamper(statements);
        node.reopen();
        return verified();
    }

    @Test
    void anEntryThatWasMovedToAnotherStreamIsMissedFirst() {
        assertThat(after("update entry set stream = '00000000000000ff.00000000000000ff' where sequence = 4"))
                .isEqualTo(new Broken(stream, 4, Fault.MISSING));
    }

    @Test
    void theLastEntryMovedToAStreamOfItsOwnIsFoundToo() {
        assertThat(after("update entry set stream = '00000000000000ff.00000000000000ff', sequence = 1"
                        + " where sequence = 6"))
                .isEqualTo(new Broken(stream, 6, Fault.TAIL_MISSING));
    }

    @Test
    void anEntryWrittenTwiceIsFoundByTheSecond() {
        assertThat(after("insert into entry select position + 3, stream, sequence + 3, '016d2f3e-8a00-7abc-8def-"
                        + "0123456789ab', ordinal, type, version, occurred_from, occurred_to, precision, zone,"
                        + " recorded, received, account, subject, body, previous, hash from entry where sequence = 4"))
                .isEqualTo(new Broken(stream, 7, Fault.CHANGED));
    }

    @Test
    void aChangeOfAnyColumnIsFound() {
        String[] changes = {
            "type = 'test.other'",
            "version = 2",
            "occurred_from = occurred_from - 1",
            "occurred_to = occurred_to + 1",
            "precision = 'DAY'",
            "precision = 'ROUGHLY'",
            "zone = 'Asia/Damascus'",
            "zone = 'Nowhere/Land'",
            "recorded = recorded + 1",
            "received = received - 1",
            "account = 'duty-2'",
            "account = ''",
            "subject = 'somebody'",
            "body = " + TestDatabase.bytes("{\"number\":4}".getBytes(StandardCharsets.UTF_8)),
            "body = " + TestDatabase.bytes(new byte[0]),
            "act = '016d2f3e-8a00-7abc-8def-0123456789ab'",
            "act = 'no act'",
            "ordinal = 1",
            "previous = " + TestDatabase.bytes(new byte[32]),
            "hash = " + TestDatabase.bytes(new byte[32])
        };
        five();
        for (String change : changes) {
            tamper(
                    "create table kept as select * from entry where sequence = 4",
                    "update entry set " + change + " where sequence = 4");
            node.reopen();
            assertThat(node.journal().findings()).as(change).isEmpty();
            assertThat(verified()).as(change).isEqualTo(new Broken(stream, 4, Fault.CHANGED));
            node.journal().close();
            tamper("delete from entry where sequence = 4", "insert into entry select * from kept", "drop table kept");
        }
        node.reopen();
        assertThat(verified()).isEqualTo(new Verification.Sound(6, 1));
    }

    @Test
    void aStreamWithoutANameIsCalledChanged() {
        assertThat(after("update entry set stream = 'nobody'"))
                .isInstanceOfSatisfying(
                        Broken.class, broken -> assertThat(broken.fault()).isEqualTo(Fault.CHANGED));
    }

    @Test
    void aStreamThatLostItsFirstEntryIsNamedAtIt() {
        assertThat(after("delete from entry where sequence = 1")).isEqualTo(new Broken(stream, 1, Fault.MISSING));
    }

    @Test
    void twoEntriesThatChangedPlacesAreNamed() {
        assertThat(after(
                        "update entry set sequence = 100 where sequence = 3",
                        "update entry set sequence = 3 where sequence = 4",
                        "update entry set sequence = 4 where sequence = 100"))
                .isEqualTo(new Broken(stream, 3, Fault.CHANGED));
    }

    /// Somebody who writes the whole chain anew, with right hashes, still lacks the node's key.
    @Test
    void aChainWrittenAnewUnderAnotherKeyIsFound() {
        five();
        tamper("delete from entry", "delete from note");
        Foreign.append(path, List.of(Notes.bare(1), Notes.bare(2)));
        tamper("update entry set stream = '" + stream + "'");
        node.reopen();
        assertThat(verified()).isInstanceOf(Broken.class);
        assertThat(node.journal().findings()).isNotEmpty();
    }

    @Test
    void aStreamOfAnotherNodeThatDoesNotOpenItselfIsFound() {
        five();
        Foreign.append(path, List.of(Notes.bare(6)));
        node.reopen();
        assertThat(verified()).isEqualTo(new Verification.Sound(8, 2));
    }

    @Test
    void verifyTellsHowFarItIsAndEndsAtTheWhole() {
        for (int i = 1; i <= 3; i++) record(Notes.bare(i));
        var told = new java.util.ArrayList<String>();
        node.journal().verify((done, all) -> told.add(done + "/" + all));
        assertThat(told).endsWith("4/4");
    }
}
