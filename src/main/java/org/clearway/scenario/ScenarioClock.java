// SPDX-License-Identifier: Apache-2.0
package org.clearway.scenario;

import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/// A scenario's own clock: it is set to a moment of the story and runs on from there. It also sets
/// `recorded`.
public final class ScenarioClock implements InstantSource {
    private final LongSupplier nanos;
    private Instant set;
    private long setAtNanos;
    private boolean running;
    private int pace = 1;

    /// @param nanos how much real time has passed, in nanoseconds from any beginning
    public ScenarioClock(Instant at, LongSupplier nanos) {
        this.nanos = nanos;
        this.set = at;
        this.setAtNanos = nanos.getAsLong();
        this.running = true;
    }

    /// Stands still at `at`, while the story is told.
    synchronized void hold(Instant at) {
        set = at;
        running = false;
    }

    /// Runs on from `at`.
    public synchronized void runFrom(Instant at) {
        set = at;
        setAtNanos = nanos.getAsLong();
        running = true;
    }

    @Override
    public synchronized Instant instant() {
        return running ? set.plusNanos((nanos.getAsLong() - setAtNanos) * pace) : set;
    }

    /// @param times how many times faster than real time it runs from now on; 0 stands still
    synchronized void pace(int times) {
        if (running) runFrom(instant());
        pace = times;
    }

    synchronized int pace() {
        return pace;
    }
}
