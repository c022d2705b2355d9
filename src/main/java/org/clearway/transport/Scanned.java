// SPDX-License-Identifier: Apache-2.0
package org.clearway.transport;

import java.time.LocalDate;
import java.util.List;

/// What a card that is read where people come in shows.
public sealed interface Scanned {
    /// They are to come in with this trip, and have not all been received.
    ///
    /// @param passages of the household on this trip that have people left; more than one where
    ///     it travelled in parts
    record Expected(Trip trip, List<Passage> passages) implements Scanned {}

    /// They are on record of another trip that is not over.
    record Elsewhere(Trip trip, Passage passage) implements Scanned {}

    /// Nobody of them is missing, since some are said to be somewhere else: in hospital, perhaps,
    /// from where they come now.
    ///
    /// @param passage of those of whom that is said
    record SaidElsewhere(Trip trip, Passage passage) implements Scanned {}

    /// All of them were received before: the same card twice, perhaps.
    record InAlready(Trip trip, Passage passage) implements Scanned {}

    /// They cannot be known by their card: keys of the manifest of this trip are not here.
    record KeyMissing(List<LocalDate> days) implements Scanned {}

    /// No manifest that is known here has this card.
    record NotOnAnyManifest() implements Scanned {}
}
