// SPDX-License-Identifier: Apache-2.0
package org.clearway.health;

import java.time.Instant;
import org.clearway.journal.Verification;
import org.clearway.language.Problem;

/// How it stands with the check of every entry.
public sealed interface Check {
    /// None was ever made.
    record None() implements Check {}

    record Going(long done, long all) implements Check {}

    record Over(Verification found, Instant at) implements Check {}

    /// It could not be brought to its end.
    record Failed(Problem problem, Instant at) implements Check {}
}
