// SPDX-License-Identifier: Apache-2.0
package org.clearway.agreement;

import org.clearway.language.Problem;

/// How long an agreement was made for, in whole months, and what happens then.
public record Term(int months, Extension extension) {
    private static final int MOST_MONTHS = 1_200;

    /// @throws Problem `agreement.months`
    public Term {
        if (months < 1 || months > MOST_MONTHS) throw Problem.of("agreement.months", "value", months);
    }
}
