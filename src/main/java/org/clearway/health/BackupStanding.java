// SPDX-License-Identifier: Apache-2.0
package org.clearway.health;

import java.time.Instant;
import java.util.Optional;

/// What is known of a node's backups.
public sealed interface BackupStanding {
    /// None was made by this program.
    record None() implements BackupStanding {}

    /// @param at when the last one was whole
    /// @param drilled when a backup was last restored to see that it can be
    record Made(Instant at, Optional<Instant> drilled) implements BackupStanding {}
}
