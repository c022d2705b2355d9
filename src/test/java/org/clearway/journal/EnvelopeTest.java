// SPDX-License-Identifier: Apache-2.0
package org.clearway.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.Optional;
import org.clearway.time.Occurred;
import org.clearway.time.TimePrecision;
import org.junit.jupiter.api.Test;

/// The bytes that a hash is made of are kept for ever: a program that hashed otherwise would find every chain broken.
class EnvelopeTest {
    private static final String BODY = "{\"number\":34,\"text\":\"\\\"مراقب\\\" – 😀\"}";

    @Test
    void theHashOfAnEntryIsTheHashOfItsCanonicalBytes() {
        assertThat(HexFormat.of().formatHex(entry(Optional.empty()).computedHash()))
                .isEqualTo("226a0ae186db89db44af39b7761bd67b9434f802327008ba84f07e67a30ea637");
    }

    @Test
    void theHashOfAnEntryThatConcernsSomebodyHoldsItsSubject() {
        assertThat(HexFormat.of()
                        .formatHex(entry(Optional.of("9f86d081884c7d659a2feaa0c55ad015"))
                                .computedHash()))
                .isEqualTo("647e2d9233b2f3ae78c15c24f8238e1f3f2830f53d9bdb187c77272c398719a6");
    }

    @Test
    void whatIsExportedIsWhatWasHashed() {
        Envelope entry = entry(Optional.of("9f86d081884c7d659a2feaa0c55ad015"));
        String exported = entry.json(new Canonical.Raw(entry.body()));
        String hashed = exported.replaceFirst("\"hash\":\"[0-9a-f]*\",", "");
        assertThat(hashed).isNotEqualTo(exported);
        assertThat(Crypto.sha256().digest(hashed.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(entry.computedHash());
    }

    private static Envelope entry(Optional<String> subject) {
        var previous = new byte[32];
        for (int i = 0; i < previous.length; i++) previous[i] = (byte) (i * 9);
        return new Envelope(
                new StreamId("0011223344556677", "8899aabbccddeeff"),
                1_234_567,
                2_345_678,
                ActId.parse("016d2f3e-8a00-7abc-8def-0123456789ab"),
                2,
                "test.note-made",
                1,
                new Occurred(
                        Instant.parse("2019-09-13T21:00:00.000001Z"),
                        Instant.parse("2019-09-14T21:00:00Z"),
                        TimePrecision.DAY,
                        ZoneId.of("Asia/Damascus")),
                1_568_451_600_000_123L,
                1_568_451_600_000_124L,
                "duty-1",
                subject,
                BODY,
                previous,
                Head.NOTHING);
    }
}
