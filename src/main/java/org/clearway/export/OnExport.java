// SPDX-License-Identifier: Apache-2.0
package org.clearway.export;

import java.time.Instant;
import org.clearway.access.AccountId;

/// A table that somebody asked for, as it is on record.
/// @param position in the journal
public record OnExport(long position, ExportId id, Instant asked, AccountId account, Wanted wanted, State state) {
    /// What became of it.
    public sealed interface State {
        /// Nothing is on record yet but that it was asked for: it is on its way, or the node died meanwhile.
        record Asked() implements State {}

        /// The whole file left.
        record Whole(Instant at, long lines, FileDigest digest) implements State {}

        /// What left is not the whole.
        record CutOff(Instant at, long lines, WhyCutOff why) implements State {}
    }
}
