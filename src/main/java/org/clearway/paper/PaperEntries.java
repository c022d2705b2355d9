// SPDX-License-Identifier: Apache-2.0
package org.clearway.paper;

import static org.clearway.access.Retention.FOR_EVER;
import static org.clearway.access.Sensitivity.RESTRICTED;

import java.util.List;
import java.util.Optional;
import org.clearway.access.Role;
import org.clearway.journal.Body;
import org.clearway.journal.EntryKind;
import org.clearway.journal.Kept;
import org.clearway.language.Language;

/// What the journal is told of sheets: their numbers, and which acts were read off which.
final class PaperEntries {
    private PaperEntries() {}

    /// Sheets of one form were printed, with numbers from `first` on.
    record SheetsPrinted(
            @Kept(as = RESTRICTED, until = FOR_EVER) RunId run,
            @Kept(as = RESTRICTED, until = FOR_EVER) Blank blank,
            @Kept(as = RESTRICTED, until = FOR_EVER) Language language,
            @Kept(as = RESTRICTED, until = FOR_EVER) NodeMark mark,
            @Kept(as = RESTRICTED, until = FOR_EVER) long first,
            @Kept(as = RESTRICTED, until = FOR_EVER) int copies,
            @Kept(as = RESTRICTED, until = FOR_EVER) Optional<Preset> preset)
            implements Body {}

    /// The act that this entry is a part of was read off a sheet.
    /// @param line of the sheet; 0 for its head
    /// @param by the desk that wrote it
    record ReadOffSheet(
            @Kept(as = RESTRICTED, until = FOR_EVER) SheetNumber sheet,
            @Kept(as = RESTRICTED, until = FOR_EVER) SittingId sitting,
            @Kept(as = RESTRICTED, until = FOR_EVER) int line,
            @Kept(as = RESTRICTED, until = FOR_EVER) Role by,
            @Kept(as = RESTRICTED, until = FOR_EVER) Optional<Again> again)
            implements Body {}

    /// Nothing will be entered from a sheet.
    record SheetPutOut(
            @Kept(as = RESTRICTED, until = FOR_EVER) SheetNumber sheet,
            @Kept(as = RESTRICTED, until = FOR_EVER) WhyOut why)
            implements Body {}

    static List<EntryKind> kinds() {
        return List.of(
                new EntryKind("paper.sheets-printed", 1, SheetsPrinted.class),
                new EntryKind("paper.read-off-sheet", 1, ReadOffSheet.class),
                new EntryKind("paper.sheet-put-out", 1, SheetPutOut.class));
    }
}
