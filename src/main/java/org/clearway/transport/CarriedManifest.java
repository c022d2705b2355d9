// SPDX-License-Identifier: Apache-2.0
package org.clearway.transport;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.clearway.journal.StoryKind;
import org.clearway.language.Names;

/// A manifest as it goes with its vehicle, with what the far end must know to receive its people:
/// as a file, and as square codes on paper. It is found by whoever stops the vehicle. So it names no
/// account, no plate, no driver and no road, tells the day and nothing finer, and does not hold the
/// keys of its days.
///
/// @param node which sealed it
/// @param manifest in the version that two people sealed and signed last
/// @param sealed the day on which that was, of UTC as the days of its lines
/// @param type of the vehicle, where the node knows it still
/// @param keys by what the keys of its days are told from others, in order
/// @param story what that node tells, where it is none of the real ones
public record CarriedManifest(
        NodeId node,
        Manifest manifest,
        ManifestDigest digest,
        LocalDate sealed,
        Optional<VehicleType> type,
        Capacity capacity,
        Names corridor,
        Names crossing,
        Names area,
        Optional<ConvoyPlace> convoy,
        List<DayKeyCheck> keys,
        Optional<StoryKind> story) {
    /// @throws IllegalArgumentException where it is not what was sealed, or lacks the check of a day
    public CarriedManifest {
        keys = List.copyOf(keys);
        if (!manifest.digest().equals(digest)) throw new IllegalArgumentException("Not what was sealed: " + digest);
        List<LocalDate> days = manifest.households().stream()
                .map(Manifest.Line::day)
                .distinct()
                .sorted()
                .toList();
        if (!keys.stream().map(DayKeyCheck::day).toList().equals(days)) {
            throw new IllegalArgumentException("Not the checks of " + days + ".");
        }
        people(manifest);
    }

    /// How many people it has.
    public long people() {
        return people(manifest);
    }

    /// @throws org.clearway.language.Problem `transport.load` for more than any vehicle takes
    private static long people(Manifest manifest) {
        return manifest.load().people();
    }
}
