// SPDX-License-Identifier: Apache-2.0
package org.clearway;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Reference data: real, public and too large or not ours to ship. It lies at `$CLEARWAY_REFERENCE`, else beside the
/// project in `../shared/data`. A test on it is NOT RUN, by name, where it is absent.
public final class Reference {
    private static final String VARIABLE = "CLEARWAY_REFERENCE";
    private static final Path BESIDE = Path.of("..", "shared", "data");

    private Reference() {}

    public static Optional<Path> folder() {
        String named = System.getenv(VARIABLE);
        return Optional.of(named == null || named.isBlank() ? BESIDE : Path.of(named))
                .filter(Files::isDirectory);
    }

    /// A file or folder of the reference data, such as `report/statement.txt`.
    /// @throws org.opentest4j.TestAbortedException if it is absent: the test, or in a `@BeforeAll` the whole class,
    ///     is recorded as NOT RUN
    public static Path path(Class<?> test, String relative) {
        return folder().map(folder -> folder.resolve(relative))
                .filter(Files::exists)
                .orElseThrow(() -> NotRun.because(
                        NotRun.Missing.REFERENCE,
                        test,
                        "The reference data " + relative + " is absent.",
                        "Put it at " + BESIDE + ", or set " + VARIABLE + " to its folder."));
    }
}
