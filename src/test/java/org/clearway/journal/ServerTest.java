// SPDX-License-Identifier: Apache-2.0
package org.clearway.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a server is refused for, and what is told of one.
class ServerTest {
    @TempDir
    Path temporary;

    @Test
    void aDatabaseThatOrdersTextOtherwiseIsRefused() {
        Database other = TestDatabase.ofBytes(temporary.resolve("node"));
        NodeCase.refused("journal.database-order", () -> create(other));
    }

    @Test
    void aDatabaseThatIsNotThereIsToldSo() {
        Database there = TestDatabase.fresh(temporary.resolve("node")).orElseThrow();
        var missing = new Database(there.host(), there.port(), "nothing_here", there.user(), there.options());
        NodeCase.refused("journal.database-refuses", () -> create(missing));
        NodeCase.refused(
                "journal.database-gone",
                () -> create(new Database(there.host(), 1, there.name(), there.user(), there.options())));
    }

    @Test
    void twoNodesAreNotMadeInOneDatabase() {
        Database there = TestDatabase.fresh(temporary.resolve("node")).orElseThrow();
        create(there);
        NodeCase.refused(
                "journal.database-taken",
                () -> new NodeFolder(temporary.resolve("second"), Optional.of(there))
                        .create(Optional.empty(), TestNode.PASSPHRASE, new SecureRandom(), new Keys.Strength(64, 1)));
    }

    @Test
    void aFolderThatJoinsAReconstructionIsMarkedAsOne() {
        Database there = TestDatabase.fresh(temporary.resolve("node")).orElseThrow();
        new NodeFolder(temporary.resolve("node"), Optional.of(there))
                .create(
                        Optional.of(new Story("story", StoryKind.EXERCISE, Optional.empty())),
                        TestNode.PASSPHRASE,
                        new SecureRandom(),
                        new Keys.Strength(64, 1));
        var second = new NodeFolder(temporary.resolve("second"), Optional.of(there));
        second.join();
        assertThat(second.scenario()).contains("story");
        Database other = TestDatabase.fresh(temporary.resolve("other")).orElseThrow();
        create(other, "other");
        NodeCase.refused(
                "journal.folder-of-another",
                () -> new NodeFolder(temporary.resolve("second"), Optional.of(other)).join());
    }

    @Test
    void aServerThatGoesAwayRefusesTheActAndLosesNothing() {
        Database there = TestDatabase.fresh(temporary.resolve("node")).orElseThrow();
        NodeFolder folder = create(there);
        try (Journal journal =
                folder.open(TestNode.PASSPHRASE, List.of(), InstantSource.system(), new SecureRandom())) {
            TestDatabase.disconnectAll(there);
            NodeCase.refused(
                    "journal.database-gone",
                    () -> journal.keep(rows -> rows.sql("insert into index_progress (name, position) values ('x', 1)")
                            .update()));
        } catch (org.clearway.language.Problem closing) {
            assertThat(closing.code()).isEqualTo("journal.database-gone");
        }
        try (Journal again = folder.open(TestNode.PASSPHRASE, List.of(), InstantSource.system(), new SecureRandom())) {
            assertThat(again.verify(Progress.SILENT)).isInstanceOf(Verification.Sound.class);
        }
    }

    private NodeFolder create(Database database) {
        return create(database, "node");
    }

    private NodeFolder create(Database database, String name) {
        var folder = new NodeFolder(temporary.resolve(name), Optional.of(database));
        folder.create(Optional.empty(), TestNode.PASSPHRASE, new SecureRandom(), new Keys.Strength(64, 1));
        return folder;
    }
}
