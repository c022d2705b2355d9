// SPDX-License-Identifier: Apache-2.0
package org.clearway.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/// What a front desk answers to what it does not do.
public final class Refusal {
    private Refusal() {}

    /// Something is refused under a code that has words in every language.
    public static void refused(String code, ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.code()).as(problem.getMessage()).isEqualTo(code);
            for (Language language : Language.offered()) {
                assertThat(problem.in(language)).isNotBlank().doesNotContain(code);
            }
        });
    }
}
