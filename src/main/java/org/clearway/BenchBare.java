// SPDX-License-Identifier: Apache-2.0
package org.clearway;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// The peer of the journal: group commit and nothing else. One thread takes what waits, inserts a row for each by plain
/// JDBC, commits, and answers. The same engine, the same settings, groups as large as the journal's.
final class BenchBare implements AutoCloseable {
    private final Connection connection;
    private final PreparedStatement insert;
    private final int largestGroup;
    private final BlockingQueue<Waiting> queue = new ArrayBlockingQueue<>(8_192);
    private final Thread thread;
    private volatile boolean closing;
    private long lastId;

    private record Waiting(byte[] row, CompletableFuture<Boolean> promise) {}

    BenchBare(Path folder, int largestGroup) throws SQLException {
        this.largestGroup = largestGroup;
        connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("bare.db")
                + "?journal_mode=WAL&synchronous=FULL&busy_timeout=20000&foreign_keys=on&transaction_mode=IMMEDIATE"
                + "&jdbc.get_generated_keys=false");
        try (var statement = connection.createStatement()) {
            statement.execute("create table line (id integer not null primary key, content blob not null)");
        }
        connection.setAutoCommit(false);
        insert = connection.prepareStatement("insert into line (id, content) values (?, ?)");
        thread = Thread.ofPlatform().name("clearway-bare-writer").daemon().start(this::run);
    }

    /// Returns when `row` is on disk.
    void write(byte[] row) {
        var promise = new CompletableFuture<Boolean>();
        try {
            queue.put(new Waiting(row, promise));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        promise.join();
    }

    private void run() {
        List<Waiting> group = new ArrayList<>(largestGroup);
        while (!closing || !queue.isEmpty()) {
            try {
                Waiting first = queue.poll(50, TimeUnit.MILLISECONDS);
                if (first == null) continue;
                group.add(first);
                queue.drainTo(group, largestGroup - 1);
                for (Waiting waiting : group) {
                    insert.setLong(1, ++lastId);
                    insert.setBytes(2, waiting.row());
                    insert.executeUpdate();
                }
                connection.commit();
                group.forEach(waiting -> waiting.promise().complete(true));
            } catch (InterruptedException | SQLException e) {
                group.forEach(waiting -> waiting.promise().completeExceptionally(e));
            }
            group.clear();
        }
    }

    @Override
    public void close() throws SQLException {
        closing = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        insert.close();
        connection.close();
    }
}
