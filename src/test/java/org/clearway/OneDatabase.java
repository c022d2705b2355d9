// SPDX-License-Identifier: Apache-2.0
package org.clearway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.clearway.journal.TestDatabase;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.PostDiscoveryFilter;

/// Leaves out the tests that run on the other kind of database than the one that is run on.
public final class OneDatabase implements PostDiscoveryFilter {
    static final Path LIST = Path.of("src/test/one-database.tsv");

    private final Map<String, Where> listed =
            list().stream().collect(Collectors.toUnmodifiableMap(Line::what, Line::where));

    enum Where {
        FILES,
        SERVER
    }

    /// @param where it runs, and nowhere else
    /// @param what a class, or a class and its method
    record Line(Where where, String what, String why) {
        String type() {
            return what.split("#", -1)[0];
        }

        Optional<String> method() {
            int sign = what.indexOf('#');
            return sign < 0 ? Optional.empty() : Optional.of(what.substring(sign + 1));
        }
    }

    static List<Line> list() {
        try {
            return Files.readAllLines(LIST, StandardCharsets.UTF_8).stream()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .map(told -> new Line(where(told[0]), told[1], told[2]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Where where(String word) {
        return switch (word) {
            case "files" -> Where.FILES;
            case "server" -> Where.SERVER;
            default -> throw new IllegalArgumentException("A test runs on files or on a server alone, not: " + word);
        };
    }

    @Override
    public FilterResult apply(TestDescriptor test) {
        return FilterResult.includedIf(test.getSource()
                .map(source -> switch (source) {
                    case ClassSource type -> takes(type.getClassName(), Optional.empty());
                    case MethodSource one -> takes(one.getClassName(), Optional.of(one.getMethodName()));
                    default -> true;
                })
                .orElse(true));
    }

    /// Whether a test runs on the database that tests are run on.
    boolean takes(String type, Optional<String> method) {
        Where other = TestDatabase.isThere() ? Where.FILES : Where.SERVER;
        return listed.get(type) != other
                && method.map(name -> listed.get(type + "#" + name) != other).orElse(true);
    }
}
