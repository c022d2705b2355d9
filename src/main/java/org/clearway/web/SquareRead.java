// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.NotFoundException;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/// What a picture from a camera shows of QR codes. The picture is held in memory alone, and for no longer than it
/// takes to look at it.
sealed interface SquareRead {
    /// More than the cameras of telephones and tablets make.
    int MOST_BYTES = 8 * 1024 * 1024;

    /// As many as a picture may say that it has: a small file can say that it is a very large picture.
    long MOST_PIXELS = 25_000_000;

    /// The longer side that a picture is looked at with; larger ones are thinned out to it.
    int SIDE = 2_400;

    /// A picture is looked at as it is, and with so many pixels in a row and a column made one, which takes away
    /// the grain of poor light.
    List<Integer> GRAINS = List.of(2, 1, 4);

    /// One code, and what stands in it.
    record Text(String text) implements SquareRead {}

    record None() implements SquareRead {}

    /// Several different ones: whose is meant cannot be told.
    record Several() implements SquareRead {}

    record NotAPicture() implements SquareRead {}

    record TooLarge() implements SquareRead {}

    static SquareRead of(byte[] picture) {
        return picture.length > MOST_BYTES ? new TooLarge() : read(picture);
    }

    private static SquareRead read(byte[] picture) {
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(picture))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) return new NotAPicture();
            ImageReader reader = readers.next();
            try {
                String format = reader.getFormatName().toLowerCase(Locale.ROOT);
                if (!Set.of("jpeg", "png").contains(format)) return new NotAPicture();
                reader.setInput(in, true, true);
                int width = reader.getWidth(0);
                int height = reader.getHeight(0);
                if ((long) width * height > MOST_PIXELS) return new TooLarge();
                int step = Math.max(1, (int) Math.ceil(Math.max(width, height) / (double) SIDE));
                ImageReadParam thinned = reader.getDefaultReadParam();
                thinned.setSourceSubsampling(step, step, 0, 0);
                return codes(reader.read(0, thinned));
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException broken) {
            return new NotAPicture();
        }
    }

    private static SquareRead codes(BufferedImage image) {
        Set<String> texts = GRAINS.stream()
                .map(grain -> luminance(image, grain))
                .flatMap(seen -> Stream.of(new HybridBinarizer(seen), new GlobalHistogramBinarizer(seen)))
                .flatMap(seen -> texts(new BinaryBitmap(seen)).stream())
                .collect(Collectors.toSet());
        if (texts.isEmpty()) return new None();
        return texts.size() > 1 ? new Several() : new Text(texts.iterator().next());
    }

    /// How light a picture is, by squares of `grain` by `grain` pixels.
    private static LuminanceSource luminance(BufferedImage image, int grain) {
        int width = Math.max(1, image.getWidth() / grain);
        int height = Math.max(1, image.getHeight() / grain);
        var light = new byte[width * height];
        var row = new int[image.getWidth() * grain];
        for (int y = 0; y < height; y++) {
            int rows = Math.min(grain, image.getHeight() - y * grain);
            image.getRGB(0, y * grain, image.getWidth(), rows, row, 0, image.getWidth());
            for (int x = 0; x < width; x++) {
                int sum = 0;
                int pixels = 0;
                for (int dy = 0; dy < rows; dy++) {
                    for (int dx = 0; dx < grain && x * grain + dx < image.getWidth(); dx++) {
                        int rgb = row[dy * image.getWidth() + x * grain + dx];
                        sum += ((rgb >> 16 & 0xFF) + 2 * (rgb >> 8 & 0xFF) + (rgb & 0xFF)) / 4;
                        pixels++;
                    }
                }
                light[y * width + x] = (byte) (sum / Math.max(1, pixels));
            }
        }
        return new PlanarYUVLuminanceSource(light, width, height, 0, 0, width, height, false);
    }

    private static List<String> texts(BinaryBitmap picture) {
        try {
            Result[] found = new QRCodeMultiReader().decodeMultiple(picture, Map.of(DecodeHintType.TRY_HARDER, true));
            return Arrays.stream(found)
                    .filter(one -> one.getBarcodeFormat() == BarcodeFormat.QR_CODE)
                    .map(Result::getText)
                    .distinct()
                    .toList();
        } catch (NotFoundException none) {
            return List.of();
        }
    }
}
