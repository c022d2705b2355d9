// SPDX-License-Identifier: Apache-2.0
package org.clearway;

import java.util.Arrays;

/// How long each of many acts took, every one kept. For one thread at a time.
final class BenchTimes {
    private static final double NANOS_PER_MICRO = 1e3;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double NANOS_PER_SECOND = 1e9;

    private long[] nanos = new long[1_024];
    private int count;
    private long elapsedNanos;
    private long processorNanos;

    void add(long took) {
        if (count == nanos.length) nanos = Arrays.copyOf(nanos, count * 2);
        nanos[count++] = took;
    }

    /// Takes in what another client did in the same stretch of time.
    void addAll(BenchTimes other) {
        int both = count + other.count;
        if (both > nanos.length) nanos = Arrays.copyOf(nanos, Math.max(both, nanos.length * 2));
        System.arraycopy(other.nanos, 0, nanos, count, other.count);
        count = both;
    }

    /// Counts a stretch of time in which acts were done, and what this program's threads had to do in it.
    void addStretch(long elapsed, long processor) {
        elapsedNanos += elapsed;
        processorNanos += processor;
    }

    int count() {
        return count;
    }

    double perSecond() {
        return elapsedNanos == 0 ? 0 : count * NANOS_PER_SECOND / elapsedNanos;
    }

    double processorMicrosPerAct() {
        return count == 0 ? 0 : processorNanos / NANOS_PER_MICRO / count;
    }

    /// The shortest time that at least `percent` of a hundred acts did not exceed (the nearest rank), in milliseconds.
    double percentileMillis(int percent) {
        if (count == 0) return 0;
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        long rank = Math.max(1, Math.ceilDiv((long) count * percent, 100L));
        return sorted[Math.toIntExact(rank - 1)] / NANOS_PER_MILLI;
    }
}
