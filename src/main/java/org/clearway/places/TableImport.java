// SPDX-License-Identifier: Apache-2.0
package org.clearway.places;

import java.util.List;
import java.util.Optional;
import org.clearway.language.Problem;

/// What came of a table of areas, row by row: what could be taken was taken, all of it in one act.
public record TableImport(List<Row> rows) {
    public TableImport {
        rows = List.copyOf(rows);
    }

    /// @param line its line in the file, from 1
    /// @param name as the file calls it; empty where it does not
    /// @param why what kept it out, where it was refused
    public record Row(int line, String name, Outcome outcome, Optional<Problem> why) {}

    public enum Outcome {
        TAKEN,
        /// It is on record already, and stays as it is there.
        KNOWN,
        REFUSED
    }

    public long count(Outcome outcome) {
        return rows.stream().filter(row -> row.outcome() == outcome).count();
    }
}
