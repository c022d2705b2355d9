// SPDX-License-Identifier: Apache-2.0
package org.clearway.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class Base32Test {
    @Test
    void bytesAreWrittenFromTheFirstBitOn() {
        assertThat(Base32.write(new byte[0])).isEmpty();
        assertThat(Base32.write(new byte[] {(byte) 0xFF})).isEqualTo("ZW");
        assertThat(Base32.write(new byte[] {0, 0, 0, 0, 31})).isEqualTo("0000000Z");
    }

    @Test
    void whatIsWrittenOtherwiseIsNotRead() {
        for (String text : new String[] {"Z", "ZZ", "ZU", "zw", "Z W", "000"}) {
            assertThat(Base32.read(text)).as(text).isEmpty();
        }
    }

    /// The repetition is the seed, so a failure names the case that replays it.
    @RepeatedTest(50)
    void whatWasWrittenIsRead(RepetitionInfo run) {
        var random = new Random(run.getCurrentRepetition());
        var bytes = new byte[random.nextInt(100)];
        random.nextBytes(bytes);
        assertThat(Base32.read(Base32.write(bytes))).get().isEqualTo(bytes);
    }
}
