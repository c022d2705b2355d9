// SPDX-License-Identifier: Apache-2.0
package org.clearway.transport;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.clearway.language.Base32;

/// A document on several square codes, which are read in any order, and more than once. Each says
/// which document it is of, its number and how many there are, and has a check of its own.
///
/// The checks find what was cut, smudged or mixed up. They are no proof of who wrote it: whoever
/// can print can count a check. What must be proven is signed inside the document.
final class CodePages {
    /// Capitals, digits and colons only, so that a code packs them closely: as many as a telephone
    /// still reads from office paper (a code of version 15 to 17 with the middle error correction).
    static final int LONGEST_PAGE = 600;

    /// More is no document that anybody would scan by hand.
    static final int MOST_PAGES = 99;

    /// More is not made of pages, whatever they are said to hold.
    static final int MOST_BYTES = 1_000_000;

    private static final String BEGINS = "CLEARWAY:M1:";

    /// 80 bits: no two documents of all days are ever called the same by chance.
    private static final int DIGEST_BYTES = 10;

    /// 40 bits: of a million million spoilt pages, one passes.
    private static final int CHECK_BYTES = 5;

    private static final int BYTES_OF_A_PAGE = 340;

    private static final Pattern SHAPE =
            Pattern.compile(BEGINS + "([0-9A-Z]{16}):([1-9][0-9]?):([1-9][0-9]?):([0-9A-Z]*+):([0-9A-Z]{8})");

    private CodePages() {}

    /// The texts of the codes, in their order.
    /// @throws IllegalArgumentException if it has more than {@link #MOST_BYTES}, or needs more than
    ///     {@link #MOST_PAGES}
    static List<String> of(byte[] document) {
        byte[] packed = packed(document);
        int pages = Math.max(1, Math.ceilDiv(packed.length, BYTES_OF_A_PAGE));
        if (document.length > MOST_BYTES || pages > MOST_PAGES) {
            throw new IllegalArgumentException(
                    "A document goes on " + MOST_PAGES + " codes or fewer, got " + document.length + " bytes.");
        }
        String digest = digest(document);
        return IntStream.rangeClosed(1, pages)
                .mapToObj(number -> {
                    int from = (number - 1) * BYTES_OF_A_PAGE;
                    byte[] part = Arrays.copyOfRange(packed, from, Math.min(packed.length, from + BYTES_OF_A_PAGE));
                    String text = BEGINS + digest + ":" + number + ":" + pages + ":" + Base32.write(part);
                    return text + ":" + check(text);
                })
                .toList();
    }

    /// What the codes that were read so far make together.
    static CodesRead read(Collection<String> codes) {
        SortedMap<Integer, Page> pages = new TreeMap<>();
        Optional<Page> first = Optional.empty();
        for (String code : codes) {
            String text = code.strip().toUpperCase(Locale.ROOT);
            if (!text.startsWith(BEGINS)) return new CodesRead.NotAPage(code);
            Optional<Page> read = page(text);
            if (read.isEmpty()) return new CodesRead.Cut(code);
            Page page = read.get();
            if (first.filter(other -> !page.isOfTheSameAs(other)).isPresent()) {
                return new CodesRead.OtherDocument(code);
            }
            first = Optional.of(page);
            Page before = pages.putIfAbsent(page.number, page);
            if (before != null && !before.equals(page)) return new CodesRead.Spoilt();
        }
        int of = first.map(Page::of).orElse(0);
        List<Integer> missing = IntStream.rangeClosed(1, of)
                .filter(number -> !pages.containsKey(number))
                .boxed()
                .toList();
        if (of == 0 || !missing.isEmpty()) return new CodesRead.Missing(of, missing);
        return whole(pages.values(), first.orElseThrow().digest)
                .<CodesRead>map(CodesRead.Whole::new)
                .orElseGet(CodesRead.Spoilt::new);
    }

    private static Optional<byte[]> whole(Collection<Page> pages, String digest) {
        var packed = new ByteArrayOutputStream();
        for (Page page : pages) packed.writeBytes(Base32.read(page.payload).orElseThrow());
        return unpacked(packed.toByteArray())
                .filter(document -> digest(document).equals(digest));
    }

    private static Optional<Page> page(String text) {
        Matcher shape = SHAPE.matcher(text);
        if (!shape.matches()) return Optional.empty();
        var page = new Page(
                shape.group(1), Integer.parseInt(shape.group(2)), Integer.parseInt(shape.group(3)), shape.group(4));
        boolean sound = check(text.substring(0, text.lastIndexOf(':'))).equals(shape.group(5))
                && page.number <= page.of
                && Base32.read(page.payload)
                        .filter(bytes -> bytes.length <= BYTES_OF_A_PAGE)
                        .isPresent();
        return sound ? Optional.of(page) : Optional.empty();
    }

    private record Page(String digest, int number, int of, String payload) {
        boolean isOfTheSameAs(Page other) {
            return digest.equals(other.digest) && of == other.of;
        }
    }

    private static byte[] packed(byte[] document) {
        var deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        try {
            deflater.setInput(document);
            deflater.finish();
            var packed = new ByteArrayOutputStream();
            var buffer = new byte[4096];
            while (!deflater.finished()) packed.write(buffer, 0, deflater.deflate(buffer));
            return packed.toByteArray();
        } finally {
            deflater.end();
        }
    }

    /// Empty where it is not what {@link #packed} made, or becomes more than a document may be: a
    /// few pages can be made to unpack without end.
    private static Optional<byte[]> unpacked(byte[] packed) {
        var inflater = new Inflater(true);
        try {
            inflater.setInput(packed);
            var document = new ByteArrayOutputStream();
            var buffer = new byte[4096];
            while (!inflater.finished()) {
                int length = inflater.inflate(buffer);
                if (length == 0 && !inflater.finished()) return Optional.empty();
                document.write(buffer, 0, length);
                if (document.size() > MOST_BYTES) return Optional.empty();
            }
            return inflater.getRemaining() == 0 ? Optional.of(document.toByteArray()) : Optional.empty();
        } catch (DataFormatException notPacked) {
            return Optional.empty();
        } finally {
            inflater.end();
        }
    }

    private static String digest(byte[] document) {
        return shortened(document, DIGEST_BYTES);
    }

    private static String check(String text) {
        return shortened(text.getBytes(StandardCharsets.US_ASCII), CHECK_BYTES);
    }

    private static String shortened(byte[] bytes, int length) {
        return Base32.write(Arrays.copyOf(Digested.bytes(bytes), length));
    }
}
