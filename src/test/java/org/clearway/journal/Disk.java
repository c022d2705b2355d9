// SPDX-License-Identifier: Apache-2.0
package org.clearway.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;

/// What lay on the disk of a node at a moment: the files of its folder, as a crash at that moment leaves them.
public record Disk(Map<String, byte[]> files) {
    private static final String LOG = "clearway.db-wal";
    private static final String KEYS = "keys.db";

    /// The lock is of the operating system, and the other is an index in memory that a crash takes with it.
    private static final List<String> NOT_ON_DISK = List.of("node.lock", "clearway.db-shm");

    private static final int SECTOR = 512;

    /// The folder of a node that just acknowledged what it did.
    public static Disk of(Path folder) throws IOException {
        var files = new TreeMap<String, byte[]>();
        for (Path file : files(folder)) {
            files.put(folder.relativize(file).toString(), Files.readAllBytes(file));
        }
        return new Disk(files);
    }

    /// What a crash may leave between `before` and this: the keys are on disk before the entries; of the log some part
    /// is, the last sector of which may be torn. Where the log was begun anew, nothing of it is.
    public Disk tornAfter(Disk before, SplittableRandom chance) {
        byte[] old = before.files.getOrDefault(LOG, new byte[0]);
        byte[] log = files.getOrDefault(LOG, new byte[0]);
        boolean goesOn = log.length > old.length && Arrays.equals(old, 0, old.length, log, 0, old.length);
        if (!goesOn) return before;
        int reached = old.length + chance.nextInt(log.length - old.length);
        byte[] torn = Arrays.copyOf(log, reached);
        if (chance.nextBoolean()) Arrays.fill(torn, Math.max(old.length, reached - SECTOR), reached, (byte) 0);
        var left = new TreeMap<>(before.files);
        left.put(LOG, torn);
        left.put(KEYS, files.getOrDefault(KEYS, new byte[0]));
        return new Disk(left);
    }

    /// Writes into the files that are there, as no other files than the node's own are.
    public void putBack(Path folder) throws IOException {
        for (Path file : files(folder)) {
            if (!files.containsKey(folder.relativize(file).toString())) Files.delete(file);
        }
        for (Map.Entry<String, byte[]> file : files.entrySet())
            Files.write(folder.resolve(file.getKey()), file.getValue());
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> !NOT_ON_DISK.contains(String.valueOf(file.getFileName())))
                    .toList();
        }
    }
}
