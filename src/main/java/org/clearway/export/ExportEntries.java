// SPDX-License-Identifier: Apache-2.0
package org.clearway.export;

import static org.clearway.access.Retention.FOR_EVER;
import static org.clearway.access.Sensitivity.RESTRICTED;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.clearway.agreement.CorridorId;
import org.clearway.journal.Body;
import org.clearway.journal.EntryKind;
import org.clearway.journal.Kept;
import org.clearway.language.Language;

/// What the journal is told of tables that are taken out. Who it was stands on the entry itself.
final class ExportEntries {
    private ExportEntries() {}

    /// Somebody asks for a table. It is on disk before the first byte leaves.
    record TableAsked(
            @Kept(as = RESTRICTED, until = FOR_EVER) ExportId export,
            @Kept(as = RESTRICTED, until = FOR_EVER) Table table,
            @Kept(as = RESTRICTED, until = FOR_EVER) Optional<LocalDate> from,
            @Kept(as = RESTRICTED, until = FOR_EVER) Optional<LocalDate> to,
            @Kept(as = RESTRICTED, until = FOR_EVER) Optional<CorridorId> corridor,
            @Kept(as = RESTRICTED, until = FOR_EVER) Language language,
            @Kept(as = RESTRICTED, until = FOR_EVER) Format format,
            @Kept(as = RESTRICTED, until = FOR_EVER) Purpose purpose)
            implements Body {
        static TableAsked of(ExportId export, Wanted wanted) {
            return new TableAsked(
                    export,
                    wanted.table(),
                    wanted.days().map(Wanted.Days::from),
                    wanted.days().map(Wanted.Days::to),
                    wanted.corridor(),
                    wanted.language(),
                    wanted.format(),
                    wanted.purpose());
        }
    }

    /// The whole file left the node.
    /// @param lines how many lines it has, beside its heading and its end
    record TableTaken(
            @Kept(as = RESTRICTED, until = FOR_EVER) ExportId export,
            @Kept(as = RESTRICTED, until = FOR_EVER) long lines,
            @Kept(as = RESTRICTED, until = FOR_EVER) FileDigest digest)
            implements Body {}

    /// A part of the file may have left the node, and not the whole of it.
    record TableCutOff(
            @Kept(as = RESTRICTED, until = FOR_EVER) ExportId export,
            @Kept(as = RESTRICTED, until = FOR_EVER) long lines,
            @Kept(as = RESTRICTED, until = FOR_EVER) WhyCutOff why)
            implements Body {}

    /// Somebody asked for records, which one person alone does not take out.
    record TableRefused(
            @Kept(as = RESTRICTED, until = FOR_EVER) Table table,
            @Kept(as = RESTRICTED, until = FOR_EVER) Purpose purpose)
            implements Body {}

    static List<EntryKind> kinds() {
        return List.of(
                new EntryKind("export.table-asked", 1, TableAsked.class),
                new EntryKind("export.table-taken", 1, TableTaken.class),
                new EntryKind("export.table-cut-off", 1, TableCutOff.class),
                new EntryKind("export.table-refused", 1, TableRefused.class));
    }
}
