// SPDX-License-Identifier: Apache-2.0
package org.clearway.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// When the database was last changed, noted as its journal is closed. A database that was changed while no node worked
/// on it is another one that was written over it, such as an older backup: it has the number and the age of the file
/// before, so that {@link Home} cannot tell the two apart. After a program was killed there is no mark, and nothing is
/// found. Where the file system does not tell when a file was changed, there is none either.
final class ClosedMark {
    static final String FILE = "node.closed";
    private static final String WRITTEN_OVER = "written over";

    private final Path database;
    private final Path file;

    ClosedMark(Path database) {
        this.database = database;
        this.file = database.resolveSibling(FILE);
    }

    void leave() {
        try {
            WholeFiles.write(file, changed());
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
            // Then there is no mark, as after a program was killed.
        }
    }

    /// True where the database was changed since the mark was left, and until {@link #takeAway}. Otherwise the mark is
    /// taken away: from now on this program changes the database.
    boolean writtenOver() throws IOException {
        if (!Files.exists(file)) return false;
        String left = Files.readString(file);
        if (left.equals(WRITTEN_OVER)) return true;
        if (left.equals(changed())) {
            takeAway();
            return false;
        }
        WholeFiles.write(file, WRITTEN_OVER);
        return true;
    }

    void takeAway() throws IOException {
        Files.deleteIfExists(file);
    }

    private String changed() throws IOException {
        return String.valueOf(Files.getAttribute(database, "unix:ctime"));
    }
}
