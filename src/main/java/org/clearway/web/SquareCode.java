// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Map;

/// A text as a QR code (ISO/IEC 18004), drawn as one path of an SVG.
///
/// @param side its width and height in modules, with the quiet zone of four around it
/// @param path of the dark modules
record SquareCode(int side, String path) {
    /// An eighth of the code may be torn or dirty. More would make its modules too small for a wristband.
    private static final Map<EncodeHintType, Object> HINTS =
            Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M, EncodeHintType.MARGIN, 4);

    static SquareCode of(String text) {
        try {
            BitMatrix modules = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, HINTS);
            var path = new StringBuilder();
            for (int y = 0; y < modules.getHeight(); y++) {
                for (int x = 0; x < modules.getWidth(); x++) {
                    int from = x;
                    while (x < modules.getWidth() && modules.get(x, y)) x++;
                    if (x > from) {
                        path.append("M" + from + " " + y + "h" + (x - from) + "v1h-" + (x - from) + "z");
                    }
                }
            }
            return new SquareCode(modules.getWidth(), path.toString());
        } catch (WriterException e) {
            throw new IllegalStateException(e);
        }
    }
}
