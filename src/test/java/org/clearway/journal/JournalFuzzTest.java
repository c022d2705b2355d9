// SPDX-License-Identifier: Apache-2.0
package org.clearway.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import org.clearway.language.Problem;

/// Whatever stands in the place of an entry, of an address of a database, or of the name of an act.
class JournalFuzzTest {
    /// A value of the canonical form, of which every reader of bodies is made.
    record Sample(UUID id, long number, Instant at, java.util.List<Role> roles, java.util.Optional<Boolean> so) {}

    enum Role {
        ONE,
        OTHER
    }

    @FuzzTest(maxDuration = "1m")
    void canonicalBytesAreReadToTheSameBytesOrRefused(byte[] bytes) {
        Sample read;
        try {
            read = CanonicalValue.read(Sample.class, bytes);
        } catch (RuntimeException refused) {
            // Whoever reads takes any of these for "not what was written"; an error is none.
            return;
        }
        byte[] written = CanonicalValue.bytes(read);
        assertThat(CanonicalValue.read(Sample.class, written)).isEqualTo(read);
    }

    @FuzzTest(maxDuration = "1m")
    void anAddressOfADatabaseIsReadOrRefusedInWords(byte[] bytes) {
        var address = new String(bytes, StandardCharsets.UTF_8);
        try {
            Database.parse(address);
        } catch (Problem refused) {
            assertThat(refused.code()).startsWith("journal.");
        }
    }

    @FuzzTest(maxDuration = "1m")
    void theNameOfAnActIsReadOrRefused(byte[] bytes) {
        var name = new String(bytes, StandardCharsets.UTF_8);
        try {
            assertThat(ActId.parse(ActId.parse(name).toString())).isEqualTo(ActId.parse(name));
        } catch (IllegalArgumentException | Problem refused) {
            // A form with a name that is none is given a fresh one.
        }
    }

    @FuzzTest(maxDuration = "1m")
    void theHeaderOfABackupIsReadToTheSameLineOrRefused(byte[] bytes) throws BackupHeader.Newer {
        try {
            BackupHeader read = BackupHeader.parse(new String(bytes, StandardCharsets.UTF_8));
            assertThat(BackupHeader.parse(read.line()).line()).isEqualTo(read.line());
        } catch (IllegalArgumentException | BackupHeader.Newer refused) {
            // Told as a file that is no backup, or one of a newer program.
        }
    }

    @FuzzTest(maxDuration = "1m")
    void aFileOfABackupIsReadOrRefusedInWords(byte[] bytes) throws IOException {
        Path file = Files.createTempFile("clearway", ".backup");
        try {
            Files.write(file, bytes);
            BackupFile.header(file);
            BackupFile.read(file, new byte[Crypto.KEY_BYTES], (name, part) -> true);
        } catch (Problem refused) {
            assertThat(refused.code()).startsWith("backup.");
        } finally {
            Files.delete(file);
        }
    }
}
