// SPDX-License-Identifier: Apache-2.0
package org.clearway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.clearway.journal.Database;
import org.clearway.journal.Finding;
import org.clearway.journal.Journal;
import org.clearway.journal.NodeFolder;
import org.clearway.journal.Progress;
import org.clearway.journal.Restore;
import org.clearway.journal.TestDatabase;
import org.clearway.journal.Verification;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Nodes as earlier versions left them, one for each version, open in this one: their tables are brought up to date,
/// their views made again, and nothing of them is lost.
class UpgradeTest {
    private static final Path NODES = Path.of("src/test/resources/golden/nodes");

    @TempDir
    Path folder;

    static List<Path> nodes() throws IOException {
        try (Stream<Path> all = Files.list(NODES)) {
            return all.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("nodes")
    void aNodeOfAnEarlierVersionOpensWithEverythingInIt(Path golden) throws IOException {
        var expected = new Properties();
        try (var in = Files.newBufferedReader(golden.resolve("expected.properties"))) {
            expected.load(in);
        }
        long entries = Long.parseLong(expected.getProperty("entries"));
        String passphrase = expected.getProperty("passphrase");
        Path path = folder.resolve("node");
        Restore.Restored restored = new Restore(golden.resolve("node.backup"), golden.resolve("node.keys"))
                .into(path, passphrase, List.of(), InstantSource.system(), new SecureRandom());
        assertThat(restored.entries()).isEqualTo(entries);
        var node = new NodeFolder(path);
        Optional<Database> server = TestDatabase.fresh(path);
        TestDatabase.book(path, "arms");
        server.ifPresent(there -> node.restoreTo(there, Progress.SILENT));
        try (Node opened = Node.open(node, passphrase)) {
            Journal journal = opened.journal();
            assertThat(journal.findings()).extracting(Finding::code).containsExactly("journal.restored");
            assertThat(journal.verify(Progress.SILENT)).isInstanceOf(Verification.Sound.class);
            assertThat(journal.condition().setAside()).isZero();
            assertThat(journal.condition().damaged()).isEmpty();
            for (String name : expected.stringPropertyNames()) {
                if (!name.startsWith("table.")) continue;
                String table = name.substring("table.".length());
                assertThat(journal.now()
                                .rows()
                                .sql("select count(*) from " + table)
                                .query(Long.class)
                                .single())
                        .as(table)
                        .isEqualTo(Long.parseLong(expected.getProperty(name)));
            }
            assertThat(journal.rebuild(Progress.SILENT).same()).isTrue();
        }
    }
}
