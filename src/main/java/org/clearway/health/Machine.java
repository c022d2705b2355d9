// SPDX-License-Identifier: Apache-2.0
package org.clearway.health;

import java.nio.file.Path;
import java.time.Instant;
import java.util.OptionalLong;

/// The machine that a node runs on, as far as its health is asked for.
public interface Machine {
    /// What its clock shows, which somebody may set.
    Instant now();

    /// A count of nanoseconds that nobody sets, from any beginning.
    long nanos();

    /// @return empty where the disk does not say
    OptionalLong freeBytes(Path folder);

    OptionalLong allBytes(Path folder);

    /// How much memory the program uses, and how much it may use.
    long memoryUsed();

    long memoryMost();
}
