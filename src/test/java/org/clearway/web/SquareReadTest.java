// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SquareReadTest {
    private static final String CARD = "CLEARWAY:1:K7QF3XM29DXS:" + "7ZK4".repeat(25) + "ABC";

    @ParameterizedTest
    @CsvSource({"0,1.0", "17,0.6", "90,0.35", "200,0.5", "312,0.3"})
    void aCardIsReadHoweverItIsTurnedAndInPoorLight(double turned, double light) {
        assertThat(SquareRead.of(Photographed.jpeg(1200, 900, turned, light, CARD)))
                .isEqualTo(new SquareRead.Text(CARD));
    }

    @Test
    void aLargePictureIsThinnedOutAndRead() {
        assertThat(SquareRead.of(Photographed.jpeg(4000, 3000, 30, 0.5, CARD))).isEqualTo(new SquareRead.Text(CARD));
    }

    @Test
    void aPictureWithNoCodeAndOneWithTwoAreTold() {
        assertThat(SquareRead.of(Photographed.jpeg(1200, 900, 0, 0.7))).isEqualTo(new SquareRead.None());
        assertThat(SquareRead.of(Photographed.jpeg(1600, 900, 5, 0.7, CARD, CARD.replace('K', 'L'))))
                .isEqualTo(new SquareRead.Several());
    }

    @Test
    void whatIsNoPictureIsRefused() {
        assertThat(SquareRead.of("K7QF-3XM2".getBytes(StandardCharsets.UTF_8))).isEqualTo(new SquareRead.NotAPicture());
        assertThat(SquareRead.of(new byte[0])).isEqualTo(new SquareRead.NotAPicture());
        byte[] cut = Arrays.copyOf(Photographed.jpeg(600, 600, 0, 1, CARD), 200);
        assertThat(SquareRead.of(cut)).isEqualTo(new SquareRead.NotAPicture());
        assertThat(SquareRead.of(Photographed.bytes(new BufferedImage(9, 9, BufferedImage.TYPE_INT_RGB), "gif")))
                .isEqualTo(new SquareRead.NotAPicture());
    }

    /// A few bytes that say that they are a picture of 40,000 by 40,000.
    @Test
    void aSmallFileThatSaysItIsAVeryLargePictureIsRefusedBeforeItIsUnpacked() {
        byte[] png = Photographed.bytes(new BufferedImage(9, 9, BufferedImage.TYPE_INT_RGB), "png");
        ByteBuffer head = ByteBuffer.wrap(png);
        head.putInt(16, 40_000).putInt(20, 40_000);
        var sum = new CRC32();
        sum.update(png, 12, 17);
        head.putInt(29, (int) sum.getValue());
        assertThat(SquareRead.of(png)).isEqualTo(new SquareRead.TooLarge());
        assertThat(SquareRead.of(new byte[SquareRead.MOST_BYTES + 1])).isEqualTo(new SquareRead.TooLarge());
    }
}
