// SPDX-License-Identifier: Apache-2.0
package org.clearway.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// The program and the database server with all its processes are killed at once, as by a power
/// cut, on a server that this test has for itself.
class KillEverythingTest {
    private static final int ROUNDS = 3;

    @Test
    void nothingThatWasAcknowledgedIsLostWhenTheProgramAndTheServerAreKilled() throws Exception {
        // Not below the folder of a test: the server's own user must reach it.
        Path place = Files.createTempDirectory("clearway-server-");
        Path server = place.resolve("server");
        try {
            Files.setPosixFilePermissions(place, java.nio.file.attribute.PosixFilePermissions.fromString("rwxr-xr-x"));
            Database database = TestDatabase.on(Database.parse(script("start", server)), "killed");
            var folder = new NodeFolder(place.resolve("node"), Optional.of(database));
            folder.create(Optional.empty(), TestNode.PASSPHRASE, new SecureRandom(), new Keys.Strength(64, 1));
            Notes.prepare(folder);
            var acknowledged = new TreeSet<Long>();
            var random = new SplittableRandom(20190914);
            for (int round = 0; round < ROUNDS; round++) {
                KillTest.killAfter(
                        20 + random.nextInt(300),
                        KillTest.Desks.class,
                        folder.path(),
                        round,
                        acknowledged,
                        () -> script("kill", server));
                script("start", server);
                try (Journal journal = folder.open(
                        TestNode.PASSPHRASE, List.of(Notes.chapter()), InstantSource.system(), new SecureRandom())) {
                    assertThat(Notes.numbers(journal)).as("round %d", round).containsAll(acknowledged);
                    KillTest.assertWhole(journal);
                }
            }
            assertThat(acknowledged).hasSizeGreaterThan(ROUNDS);
        } finally {
            script("stop", server);
            NodeCase.delete(place);
        }
    }

    private static String script(String verb, Path server) {
        try {
            Process process = new ProcessBuilder("sh", "src/test/postgres.sh", verb, server.toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            assertThat(process.waitFor()).as("postgres.sh %s", verb).isZero();
            return said;
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
