// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SquareCodeTest {
    /// Pixels of a camera for each module.
    private static final int PIXELS = 4;

    @Test
    void whatIsDrawnIsReadBackByAScanner() throws ReaderException {
        String text = "CLEARWAY:1:K7QF3XM29DXS:" + "7ZK4".repeat(25) + "ABC";
        SquareCode code = SquareCode.of(text);
        int side = code.side() * PIXELS;
        var pixels = new int[side * side];
        Arrays.fill(pixels, 0xFFFFFF);
        var runs = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-\\d+z").matcher(code.path());
        while (runs.find()) {
            int left = Integer.parseInt(runs.group(1)) * PIXELS;
            int right = left + Integer.parseInt(runs.group(3)) * PIXELS;
            int top = Integer.parseInt(runs.group(2)) * PIXELS;
            for (int y = top; y < top + PIXELS; y++) Arrays.fill(pixels, y * side + left, y * side + right, 0);
        }
        var picture = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(side, side, pixels)));
        assertThat(new QRCodeReader().decode(picture).getText()).isEqualTo(text);
    }
}
