// SPDX-License-Identifier: Apache-2.0
package org.clearway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import org.opentest4j.TestAbortedException;

/// How a test says that it cannot run here. What is said stands in `target/not-run.txt`, where `./clearway verify`
/// reads it; a test that is skipped without a word there fails.
public final class NotRun {
    private static final Path FILE = Path.of("target", "not-run.txt");

    /// What is missing. Reference data may be absent everywhere; what the machine lacks fails where CI=true.
    public enum Missing {
        REFERENCE,
        MACHINE
    }

    private NotRun() {}

    /// To be thrown: ends the test, or in a `@BeforeAll` every test of the class.
    /// @param reason what is missing, in a sentence
    /// @param howToGetIt a command, or where it is to be put, in a sentence
    public static TestAbortedException because(Missing missing, Class<?> test, String reason, String howToGetIt) {
        String line = String.join(
                "\t", missing.name().toLowerCase(Locale.ROOT), test.getName(), oneLine(reason), oneLine(howToGetIt));
        try {
            Files.createDirectories(FILE.getParent());
            Files.writeString(FILE, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new TestAbortedException("NOT RUN: " + reason + " To get it: " + howToGetIt);
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
