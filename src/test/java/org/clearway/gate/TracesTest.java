// SPDX-License-Identifier: Apache-2.0
package org.clearway.gate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.clearway.corridor.Sayings.CORRIDOR;
import static org.clearway.corridor.Sayings.ZONE;
import static org.clearway.gate.AtTheGate.FAMILY;
import static org.clearway.gate.AtTheGate.GATE;
import static org.clearway.gate.AtTheGate.GATE_DESK;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.clearway.corridor.Sayings;
import org.clearway.journal.ActId;
import org.clearway.time.Micros;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Looks through the raw bytes of a node's files for what a box held before it was emptied: each state that it once had
/// would tell, by the pages written before and after it, when somebody stayed.
class TracesTest {
    private static final int FAMILIES = 12;

    @TempDir
    Path folder;

    private AtTheGate desk;
    private final List<ActId> stayed = new ArrayList<>();

    /// Families that stay, among families that are counted.
    @BeforeEach
    void anHourAtTheGate() {
        desk = new AtTheGate(folder.resolve("node"));
        desk.at("2019-09-14T16:20");
        desk.openUntil("2019-09-14T23:00");
        for (int i = 0; i < FAMILIES; i++) {
            desk.node.clock().set(desk.node.clock().instant().plusSeconds(60));
            desk.count(FAMILY);
            ActId act = desk.node.act();
            stayed.add(act);
            desk.choices.stay(GATE_DESK, act, GATE, ZONE);
        }
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void anEmptiedBoxStandsInTheFilesAsItsHourOnly() throws IOException {
        assertThat(found("clearway.db-wal", box())).as("while the hour lasts").isGreaterThan(1);
        desk.at("2019-09-14T17:01");
        assertThat(desk.choices.emptyBoxes()).isEqualTo(1);
        assertThat(found("clearway.db", box())).as("the sum of the hour").isEqualTo(1);
        assertThat(found("clearway.db-wal", box())).isZero();
    }

    @Test
    void theMarksOfRequestsAreInNoOrderAndGoneWithTheirTime() throws IOException {
        desk.at("2019-09-14T17:01");
        desk.choices.emptyBoxes();
        for (ActId act : stayed) {
            assertThat(found("clearway.db", mark(act))).isEqualTo(1);
            assertThat(found("clearway.db-wal", mark(act))).isZero();
        }
        desk.at("2019-09-14T18:01");
        desk.choices.emptyBoxes();
        for (ActId act : stayed) {
            assertThat(found("clearway.db", mark(act))).isZero();
            assertThat(found("clearway.db-wal", mark(act))).isZero();
        }
    }

    /// Whoever reads an older state keeps it alive, and the gate does not wait for them; the traces go when they are
    /// done.
    @Test
    void tracesThatSomebodyStillReadsAreTakenAwayLater() throws IOException, SQLException {
        try (Connection reader = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("node/clearway.db"))) {
            reader.setAutoCommit(false);
            try (var statement = reader.createStatement();
                    var rows = statement.executeQuery("select count(*) from gate_box")) {
                assertThat(rows.next()).isTrue();
            }
            desk.at("2019-09-14T17:01");
            assertThat(desk.choices.emptyBoxes()).isEqualTo(1);
            assertThat(found("clearway.db-wal", box())).isPositive();
            reader.rollback();
        }
        assertThat(desk.choices.emptyBoxes()).isZero();
        assertThat(found("clearway.db-wal", box())).isZero();
    }

    /// The program before may have ended before it took them away.
    @Test
    void eachProgramTakesAwayWhatTheOneBeforeItMayHaveLeft() throws IOException {
        new Choices(desk.node.journal()).emptyBoxes();
        assertThat(Files.size(folder.resolve("node/clearway.db-wal"))).isZero();
    }

    /// How a box, and later its hour, begins in a row: where, which hour, what, and the zone of the clock. The figure
    /// comes after it.
    private static byte[] box() {
        var row = new ByteArrayOutputStream();
        row.writeBytes(CORRIDOR.slug().getBytes(UTF_8));
        row.writeBytes(GATE.crossing().slug().getBytes(UTF_8));
        long hour = Micros.of(new HourSlot(Sayings.at("2019-09-14T16:20"), ZONE).begins());
        row.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(hour).array());
        row.writeBytes(Choice.STAY.name().getBytes(UTF_8));
        row.writeBytes(ZONE.getId().getBytes(UTF_8));
        return row.toByteArray();
    }

    private byte[] mark(ActId act) {
        return desk.node.journal().subject("box/" + act).pseudonym().getBytes(UTF_8);
    }

    /// How often bytes are found in a file of the node.
    private int found(String file, byte[] what) throws IOException {
        byte[] bytes = Files.readAllBytes(folder.resolve("node").resolve(file));
        int found = 0;
        for (int at = 0; at + what.length <= bytes.length; at++) {
            if (java.util.Arrays.equals(bytes, at, at + what.length, what, 0, what.length)) found++;
        }
        return found;
    }
}
