// SPDX-License-Identifier: Apache-2.0
package org.clearway.arms;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.clearway.journal.DayBook;
import org.clearway.language.Base32;

/// Makes receipts and checks them, and keeps nothing of either: a code is a keyed hash of what it proves, which only
/// the weapons' journal can make. Guessing one is a matter of 2⁵⁶ attempts, so nobody has to be made to wait, and no
/// attempt to be remembered.
final class Receipts {
    private static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);
    private static final int NUMBER_BYTES = 5;
    private static final int NUMBER_LETTERS = 8;
    private static final int MARK_BYTES = 7;
    private static final int CODE_LETTERS = 16;

    private final DayBook book;

    Receipts(DayBook book) {
        this.book = book;
    }

    /// The receipt of a request; the same request has the same one.
    Receipt make(UUID request, LocalDate day, PremisesId site, List<ItemTag> items) {
        String number = Base32.write(bytes(book.drawn(request, "receipt"), NUMBER_BYTES));
        byte[] code = ByteBuffer.allocate(3 + MARK_BYTES)
                .putShort((short) (day.toEpochDay() - FIRST_DAY.toEpochDay()))
                .put((byte) items.size())
                .put(mark(number, day, items.size()))
                .array();
        return new Receipt(
                Letters.inFours(number), Letters.inFours(Base32.write(code)), day, site, items, validUntil(day));
    }

    ReceiptCheck check(String typedNumber, String typedCode) {
        String number = Letters.typed(typedNumber);
        String code = Letters.typed(typedCode);
        if (!Letters.are(number, NUMBER_LETTERS) || !Letters.are(code, CODE_LETTERS)) return new ReceiptCheck.NotOurs();
        ByteBuffer read = ByteBuffer.wrap(Base32.read(code).orElseThrow());
        LocalDate day = FIRST_DAY.plusDays(Short.toUnsignedInt(read.getShort()));
        int items = Byte.toUnsignedInt(read.get());
        var mark = new byte[MARK_BYTES];
        read.get(mark);
        if (!MessageDigest.isEqual(mark, mark(number, day, items))) return new ReceiptCheck.NotOurs();
        LocalDate until = validUntil(day);
        return new ReceiptCheck.Genuine(day, items, until, until.isBefore(book.today()));
    }

    /// A year is long enough to clear a question up, and a slip that is found later proves nothing any more.
    private static LocalDate validUntil(LocalDate day) {
        return day.plusYears(1);
    }

    private byte[] mark(String number, LocalDate day, int items) {
        return bytes(book.mark("receipt " + number + " " + day + " " + items), MARK_BYTES);
    }

    private static byte[] bytes(String hex, int length) {
        return HexFormat.of().parseHex(hex, 0, 2 * length);
    }
}
