// SPDX-License-Identifier: Apache-2.0
package org.clearway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;
import org.clearway.journal.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Which tests run on one database alone is said in one place, with the reason.
class OneDatabaseTest {
    @ParameterizedTest
    @MethodSource("org.clearway.OneDatabase#list")
    void whatIsListedIsATestAndSaysWhy(OneDatabase.Line line) throws ClassNotFoundException {
        Class<?> type = Class.forName(line.type());
        line.method()
                .ifPresent(method -> assertThat(Arrays.stream(type.getDeclaredMethods()))
                        .as(line.what())
                        .anyMatch(one -> one.getName().equals(method)));
        assertThat(line.why()).as(line.what()).matches("[a-z].{10,}[^.]");
    }

    @Test
    void whatIsListedForOneDatabaseIsLeftOutOnTheOtherAndNothingElseIs() {
        var filter = new OneDatabase();
        for (OneDatabase.Line line : OneDatabase.list()) {
            boolean here = (line.where() == OneDatabase.Where.SERVER) == TestDatabase.isThere();
            assertThat(filter.takes(line.type(), line.method())).as(line.what()).isEqualTo(here);
            assertThat(filter.takes(line.type(), Optional.of("another")))
                    .as(line.type())
                    .isEqualTo(here || line.method().isPresent());
        }
    }
}
