// SPDX-License-Identifier: Apache-2.0
package org.clearway;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.clearway.language.Problem;

/// Does something again and again on a thread of its own, until it is closed or a problem ends it.
final class Ticking implements AutoCloseable {
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("clearway-day").factory());

    private Ticking() {}

    /// Does nothing at all.
    static Ticking never() {
        return new Ticking();
    }

    static Ticking every(Duration pause, Runnable act) {
        var ticking = new Ticking();
        long nanos = pause.toNanos();
        ticking.thread.scheduleWithFixedDelay(() -> told(act), nanos, nanos, TimeUnit.NANOSECONDS);
        return ticking;
    }

    private static void told(Runnable act) {
        try {
            act.run();
        } catch (Problem problem) {
            System.getLogger(Ticking.class.getName()).log(System.Logger.Level.WARNING, problem.getMessage(), problem);
            throw problem;
        }
    }

    /// Waits for what is being done.
    @Override
    public void close() {
        thread.close();
    }
}
