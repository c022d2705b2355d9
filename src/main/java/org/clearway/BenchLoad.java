// SPDX-License-Identifier: Apache-2.0
package org.clearway;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Clients that each do one act after the other, all at once, on virtual threads as requests to a node are.
final class BenchLoad {
    private BenchLoad() {}

    /// One client. Its acts are its own; it is called by one thread at a time.
    @FunctionalInterface
    interface Client {
        /// Does one act, and returns when it is acknowledged.
        void act();
    }

    /// Lets `clients` work for `length` and adds how long each act took to `times`.
    static void run(List<Client> clients, Duration length, BenchTimes times) {
        long spent = processorNanos();
        long begin = System.nanoTime();
        long end = begin + length.toNanos();
        var working = new ArrayList<Future<BenchTimes>>(clients.size());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Client client : clients) working.add(threads.submit(() -> until(end, client)));
        }
        times.addStretch(System.nanoTime() - begin, processorNanos() - spent);
        for (Future<BenchTimes> done : working) times.addAll(result(done));
    }

    private static long processorNanos() {
        return ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .map(Duration::toNanos)
                .orElse(0L);
    }

    private static BenchTimes until(long end, Client client) {
        var times = new BenchTimes();
        long now = System.nanoTime();
        while (now - end < 0) {
            long before = now;
            client.act();
            now = System.nanoTime();
            times.add(now - before);
        }
        return times;
    }

    /// Lets `clients` do `acts` acts in all.
    static void count(List<Client> clients, long acts) {
        count(clients, acts, new BenchTimes());
    }

    /// The same, and adds how long each act took to `times`.
    static void count(List<Client> clients, long acts, BenchTimes times) {
        long spent = processorNanos();
        long begin = System.nanoTime();
        var working = new ArrayList<Future<BenchTimes>>(clients.size());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < clients.size(); i++) {
                Client client = clients.get(i);
                long share = acts / clients.size() + (i < acts % clients.size() ? 1 : 0);
                working.add(threads.submit(() -> times(share, client)));
            }
        }
        times.addStretch(System.nanoTime() - begin, processorNanos() - spent);
        for (Future<BenchTimes> done : working) times.addAll(result(done));
    }

    private static BenchTimes times(long acts, Client client) {
        var times = new BenchTimes();
        for (long n = 0; n < acts; n++) {
            long before = System.nanoTime();
            client.act();
            times.add(System.nanoTime() - before);
        }
        return times;
    }

    private static <T> T result(Future<T> done) {
        try {
            return done.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException told) throw told;
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
