// SPDX-License-Identifier: Apache-2.0
package org.clearway.access;

import java.time.Duration;
import java.util.Optional;

/// How long a field is kept before the key that opens it is destroyed (practice §6.2).
public enum Retention {
    /// The public record: kept for as long as the journal is.
    FOR_EVER(Optional.empty()),
    /// Working notes.
    DAYS_90(Optional.of(Duration.ofDays(90))),
    /// What concerns a household, after its arrival.
    DAYS_30(Optional.of(Duration.ofDays(30)));

    private final Optional<Duration> length;

    Retention(Optional<Duration> length) {
        this.length = length;
    }

    public Optional<Duration> length() {
        return length;
    }
}
