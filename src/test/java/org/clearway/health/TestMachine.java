// SPDX-License-Identifier: Apache-2.0
package org.clearway.health;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.OptionalLong;

/// A machine whose disk and memory tests set. Its count of nanoseconds stands still until it is
/// told to go on.
public final class TestMachine implements Machine {
    private final InstantSource clock;
    volatile long nanos;
    volatile OptionalLong free = OptionalLong.of(80_000_000_000L);
    volatile OptionalLong all = OptionalLong.of(240_000_000_000L);

    public TestMachine(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public long nanos() {
        return nanos;
    }

    @Override
    public OptionalLong freeBytes(Path folder) {
        return free;
    }

    @Override
    public OptionalLong allBytes(Path folder) {
        return all;
    }

    @Override
    public long memoryUsed() {
        return 150_000_000;
    }

    @Override
    public long memoryMost() {
        return 512_000_000;
    }
}
