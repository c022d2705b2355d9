// SPDX-License-Identifier: Apache-2.0
package org.clearway.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.clearway.language.Base32;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class CodePagesTest {
    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

    @Test
    void aShortDocumentIsOneCodeOfCapitalsDigitsAndColons() {
        List<String> pages = CodePages.of("forty-seven people".getBytes(StandardCharsets.UTF_8));
        assertThat(pages).hasSize(1);
        assertThat(pages.getFirst()).matches("CLEARWAY:M1:[0-9A-Z]{16}:1:1:[0-9A-Z]+:[0-9A-Z]{8}");
        assertWhole(pages, "forty-seven people".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void anEmptyDocumentIsADocument() {
        assertWhole(CodePages.of(new byte[0]), new byte[0]);
    }

    @Test
    void aDocumentThatNobodyWouldScanIsNotMadeIntoCodes() {
        assertThatThrownBy(() -> CodePages.of(noise(new Random(1), 34_000)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CodePages.of(new byte[CodePages.MOST_BYTES + 1]))
                .isInstanceOf(IllegalArgumentException.class);
        byte[] longest = noise(new Random(1), 33_000);
        assertThat(CodePages.of(longest)).hasSizeBetween(90, CodePages.MOST_PAGES);
        assertWhole(CodePages.of(longest), longest);
    }

    @Test
    void whatIsMissingIsToldByNumber() {
        List<String> pages = CodePages.of(noise(new Random(2), 1_500));
        assertThat(pages).hasSize(5);
        assertThat(CodePages.read(List.of())).isEqualTo(new CodesRead.Missing(0, List.of()));
        assertThat(CodePages.read(List.of(pages.get(3), pages.get(0), pages.get(3))))
                .isEqualTo(new CodesRead.Missing(5, List.of(2, 3, 5)));
    }

    @Test
    void someOtherCodeIsSaidToBeNone() {
        for (String other :
                List.of("", "https://example.org", "CLEARWAY:1:K7QF3XM29DXS:AAAA", "CLEARWAY:M2:AA:1:1:00:00")) {
            assertThat(CodePages.read(List.of(other))).isEqualTo(new CodesRead.NotAPage(other));
        }
    }

    @Test
    void pagesOfTwoDocumentsDoNotMixAndTheOneThatDoesNotBelongIsNamed() {
        List<String> one = CodePages.of(noise(new Random(3), 700));
        List<String> other = CodePages.of(noise(new Random(4), 700));
        var mixed = new ArrayList<>(one);
        mixed.set(1, other.get(1));
        assertThat(CodePages.read(mixed)).isEqualTo(new CodesRead.OtherDocument(other.get(1)));
    }

    @Test
    void aFewCodesThatUnpackWithoutEndAreStopped() throws Exception {
        var packed = new ByteArrayOutputStream();
        try (var out = new DeflaterOutputStream(packed, new Deflater(9, true))) {
            out.write(new byte[5_000_000]);
        }
        assertThat(CodePages.read(forged(packed.toByteArray()))).isEqualTo(new CodesRead.Spoilt());
        assertThat(CodePages.read(forged(new byte[] {1, 2, 3}))).isEqualTo(new CodesRead.Spoilt());
    }

    /// The repetition is the seed, so a failure names the case that replays it.
    @RepeatedTest(100)
    void whatIsReadInAnyOrderAndTwiceIsWhatWasPrinted(RepetitionInfo run) {
        var random = new Random(run.getCurrentRepetition());
        byte[] document = random.nextBoolean() ? noise(random, random.nextInt(4_000)) : lines(random);
        List<String> pages = CodePages.of(document);
        assertThat(pages)
                .allSatisfy(page -> assertThat(page)
                        .hasSizeLessThanOrEqualTo(CodePages.LONGEST_PAGE)
                        .matches("[A-Z0-9:]+"));
        var read = new ArrayList<>(pages);
        for (int again = 0; again < 3; again++) read.add(pages.get(random.nextInt(pages.size())));
        Collections.shuffle(read, random);
        read.replaceAll(page -> random.nextBoolean() ? page : " " + page.toLowerCase(Locale.ROOT) + "\r\n");
        assertWhole(read, document);
    }

    @RepeatedTest(200)
    void aPageThatIsCutOrChangedAnywhereIsNeverTakenForWhatWasPrinted(RepetitionInfo run) {
        var random = new Random(run.getCurrentRepetition());
        List<String> pages = new ArrayList<>(CodePages.of(noise(random, 1 + random.nextInt(1_500))));
        int at = random.nextInt(pages.size());
        String sound = pages.get(at);
        for (int attempt = 0; attempt < 40; attempt++) {
            String spoilt = spoil(sound, random);
            if (spoilt.strip().toUpperCase(Locale.ROOT).equals(sound)) continue;
            pages.set(at, spoilt);
            assertThat(CodePages.read(pages))
                    .as(spoilt)
                    .isIn(new CodesRead.Cut(spoilt), new CodesRead.NotAPage(spoilt));
        }
    }

    @RepeatedTest(50)
    void rubbishIsAnsweredAndNeverThrown(RepetitionInfo run) {
        var random = new Random(run.getCurrentRepetition());
        for (int attempt = 0; attempt < 40; attempt++) {
            var text = new StringBuilder(random.nextBoolean() ? "CLEARWAY:M1:" : "");
            for (int length = random.nextInt(120); length > 0; length--) {
                text.append(
                        random.nextInt(20) == 0
                                ? (char) random.nextInt(0xD000)
                                : ALPHABET.charAt(random.nextInt(ALPHABET.length())));
            }
            assertThat(CodePages.read(List.of(text.toString())))
                    .isInstanceOfAny(CodesRead.Cut.class, CodesRead.NotAPage.class);
        }
    }

    private static String spoil(String page, Random random) {
        int at = random.nextInt(page.length());
        int other = random.nextInt(page.length());
        char[] letters = page.toCharArray();
        return switch (random.nextInt(5)) {
            case 0 -> page.substring(0, at);
            case 1 -> page.substring(at);
            case 2 -> page.substring(0, at) + page.substring(Math.min(page.length(), at + 1));
            case 3 -> {
                letters[at] = letters[other];
                letters[other] = page.charAt(at);
                yield new String(letters);
            }
            default -> {
                letters[at] = ALPHABET.charAt(random.nextInt(ALPHABET.length()));
                yield new String(letters);
            }
        };
    }

    /// Codes that check, of a document that they do not hold, as somebody who read this code could make them.
    private static List<String> forged(byte[] packed) throws Exception {
        int pages = Math.ceilDiv(packed.length, 340);
        var codes = new ArrayList<String>();
        for (int number = 1; number <= pages; number++) {
            byte[] part = Arrays.copyOfRange(packed, (number - 1) * 340, Math.min(packed.length, number * 340));
            String text = "CLEARWAY:M1:0000000000000000:" + number + ":" + pages + ":" + Base32.write(part);
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
            codes.add(text + ":" + Base32.write(Arrays.copyOf(digest, 5)));
        }
        return codes;
    }

    private static void assertWhole(List<String> read, byte[] document) {
        assertThat(CodePages.read(read))
                .isInstanceOfSatisfying(
                        CodesRead.Whole.class,
                        whole -> assertThat(whole.document()).isEqualTo(document));
    }

    private static byte[] noise(Random random, int length) {
        var bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] lines(Random random) {
        var text = new StringBuilder();
        for (int line = random.nextInt(80); line >= 0; line--) {
            text.append("{\"card\":").append(random.nextLong()).append(",\"people\":4}\n");
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
