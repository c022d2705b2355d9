// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;

/// Cards as a camera at a bus sees them: turned, small in the picture, in poor light.
final class Photographed {
    private Photographed() {}

    /// A picture with a square for each text, side by side.
    static byte[] jpeg(int width, int height, double turned, double light, String... texts) {
        var random = new SplittableRandom(7);
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D paper = image.createGraphics();
        paper.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        paper.setColor(grey(0.45 * light));
        paper.fillRect(0, 0, width, height);
        double each = (double) width / Math.max(1, texts.length);
        List<String> all = List.of(texts);
        for (int at = 0; at < all.size(); at++) {
            var one = (Graphics2D) paper.create();
            one.translate(each * (at + 0.5), height / 2.0);
            one.rotate(Math.toRadians(turned));
            SquareCode code = SquareCode.of(all.get(at));
            double scale = 0.6 * Math.min(each, height) / code.side();
            one.scale(scale, scale);
            one.translate(-code.side() / 2.0, -code.side() / 2.0);
            one.setColor(grey(light));
            one.fillRect(0, 0, code.side(), code.side());
            one.setColor(grey(0.15 * light));
            var runs = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-\\d+z").matcher(code.path());
            while (runs.find()) {
                one.fillRect(
                        Integer.parseInt(runs.group(1)),
                        Integer.parseInt(runs.group(2)),
                        Integer.parseInt(runs.group(3)),
                        1);
            }
            one.dispose();
        }
        paper.dispose();
        for (int speck = 0; speck < width * height / 200; speck++) {
            int x = random.nextInt(width);
            int y = random.nextInt(height);
            image.setRGB(x, y, grey(random.nextDouble(light)).getRGB());
        }
        return bytes(image, "jpeg");
    }

    static byte[] bytes(BufferedImage image, String format) {
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static Color grey(double light) {
        return new Color((float) light, (float) light, (float) light);
    }
}
