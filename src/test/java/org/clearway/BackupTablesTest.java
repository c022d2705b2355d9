// SPDX-License-Identifier: Apache-2.0
package org.clearway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.clearway.journal.BesideTable;
import org.clearway.journal.Chapter;
import org.clearway.journal.Index;
import org.clearway.journal.Journal;
import org.clearway.journal.TestNode;
import org.clearway.journal.View;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Of every table it is said whether a backup may hold it. What is in none of these lists would be
/// lost with the disk, or would leave the node without anybody having thought of it.
class BackupTablesTest {
    @TempDir
    Path folder;

    @Test
    void everyTableIsMadeFromEntriesOrSaysWhetherACopyOfItMayBeMade() {
        var said = new ArrayList<>(List.of("entry", "node", "set_aside", "tenure"));
        List<Chapter> chapters = Stream.concat(Stream.of(Journal.chapter()), Node.chapters().stream())
                .toList();
        for (Chapter chapter : chapters) {
            for (View view : chapter.views())
                view.tables().stream().map(View.Table::name).forEach(said::add);
            for (Index index : chapter.indexes())
                index.tables().stream().map(View.Table::name).forEach(said::add);
            chapter.beside().stream().map(BesideTable::name).forEach(said::add);
        }
        assertThat(said).doesNotHaveDuplicates();
        try (TestNode node = TestNode.in(folder, Node.chapters().toArray(Chapter[]::new))) {
            List<String> tables = node.journal()
                    .now()
                    .rows()
                    .sql("select name from sqlite_master where type = 'table' and name not like 'sqlite_%'"
                            + " and name not like 'flyway_%'")
                    .query((row, n) -> row.getString(1))
                    .list();
            assertThat(new TreeSet<>(said)).containsAll(tables);
        }
    }

    /// Who came to a line, and what people chose, must be in no copy.
    @Test
    void whatMustLeaveNoTraceIsInNoBackup() {
        assertThat(Node.chapters().stream()
                        .flatMap(chapter -> chapter.beside().stream())
                        .filter(table -> table.copies() == BesideTable.Copies.NONE)
                        .map(BesideTable::name))
                .contains("transport_waiting", "gate_box", "gate_box_mark");
    }
}
