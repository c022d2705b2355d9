// SPDX-License-Identifier: Apache-2.0
package org.clearway.transport;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.clearway.gate.CardNumber;
import org.clearway.language.Base32;
import org.clearway.language.Problem;

/// The key of a day: with it a card is known again on the manifests of that day, and without it a
/// manifest tells of no card. So it never travels with one: it goes to those who receive people
/// by another hand than the driver's, or by voice.
///
/// Written out it is the day, the secret and a check, in eight groups of four characters, so that it
/// can be typed and dictated; or one square code.
///
/// @param secret 128 bits, as {@link Base32} writes them
public record DayKey(LocalDate day, String secret) {
    static final int SECRET_BYTES = 16;

    private static final String BEGINS = "CLEARWAY:K1:";

    /// The first day that can be written out, of 65,536.
    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);

    private static final int LAST = 0xFFFF;
    private static final int DAY_BYTES = 2;

    /// 16 bits: of so many slips in typing, one in 65,536 passes, and then knows no card.
    private static final int CHECK_BYTES = 2;

    private static final int ALL_BYTES = DAY_BYTES + SECRET_BYTES + CHECK_BYTES;
    private static final int MARK_BYTES = 10;

    public DayKey {
        long number = ChronoUnit.DAYS.between(FIRST, day);
        if (number < 0 || number > LAST) throw new IllegalArgumentException("No key is of " + day);
        if (Base32.read(secret).filter(bytes -> bytes.length == SECRET_BYTES).isEmpty()) {
            throw new IllegalArgumentException("A key of a day has " + SECRET_BYTES + " bytes.");
        }
    }

    static DayKey of(LocalDate day, byte[] secret) {
        return new DayKey(day, Base32.write(secret));
    }

    /// Reads a key as its square code holds it, or as people type it: small letters, spaces,
    /// hyphens, O for 0, I and L for 1.
    /// @throws Problem `transport.day-key` where it was not read whole, or a character is another
    public static DayKey parse(String typed) {
        String code = typed.strip();
        boolean scanned = code.regionMatches(true, 0, BEGINS, 0, BEGINS.length());
        return Base32.read(Base32.typed(scanned ? code.substring(BEGINS.length()) : code))
                .flatMap(DayKey::read)
                .orElseThrow(() -> Problem.of("transport.day-key"));
    }

    private static Optional<DayKey> read(byte[] all) {
        if (all.length != ALL_BYTES) return Optional.empty();
        byte[] checked = Arrays.copyOf(all, DAY_BYTES + SECRET_BYTES);
        if (!Arrays.equals(check(checked), Arrays.copyOfRange(all, checked.length, ALL_BYTES))) {
            return Optional.empty();
        }
        LocalDate day = FIRST.plusDays(ByteBuffer.wrap(all).getShort() & LAST);
        return Optional.of(of(day, Arrays.copyOfRange(all, DAY_BYTES, DAY_BYTES + SECRET_BYTES)));
    }

    /// As it is typed and dictated.
    public String groups() {
        return Base32.inFours(text(), " ");
    }

    /// As its square code holds it.
    public String code() {
        return BEGINS + text();
    }

    private String text() {
        byte[] checked = ByteBuffer.allocate(DAY_BYTES + SECRET_BYTES)
                .putShort((short) ChronoUnit.DAYS.between(FIRST, day))
                .put(bytes())
                .array();
        return Base32.write(
                ByteBuffer.allocate(ALL_BYTES).put(checked).put(check(checked)).array());
    }

    private byte[] bytes() {
        return Base32.read(secret).orElseThrow();
    }

    /// By what a card is known again on this day.
    Mark mark(CardNumber number) {
        return new Mark(keyed("card\n" + number.text()));
    }

    /// What a manifest says of the key of its day, so that another key is told from it.
    DayKeyCheck check() {
        return new DayKeyCheck(day, keyed("check"));
    }

    private String keyed(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(bytes(), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)), 0, MARK_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HMAC-SHA256.", e);
        }
    }

    private static byte[] check(byte[] checked) {
        return Arrays.copyOf(Digested.bytes(checked), CHECK_BYTES);
    }

    /// Without its secret: this may stand in a log.
    @Override
    public String toString() {
        return "the key of " + day;
    }
}
