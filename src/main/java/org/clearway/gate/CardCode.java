// SPDX-License-Identifier: Apache-2.0
package org.clearway.gate;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.clearway.journal.Journal;
import org.clearway.journal.VerifyingKey;
import org.clearway.language.Base32;
import org.clearway.language.Problem;

/// What stands in the square code of a card: its number, signed by the node that issued it, and nothing of the
/// household. It is checked without a network, and without asking what is on record. Only capitals, digits and
/// colons, so that the code stays small.
final class CardCode {
    private static final String BEGINS = "CLEARWAY:";
    private static final String VERSION = "1:";

    /// Keeps what is signed here from ever being taken for something else that the node signs.
    private static final String PURPOSE = "card";

    private static final int SIGNATURE_BYTES = 64;

    private CardCode() {}

    static String of(CardNumber number, Journal journal) {
        String signed = BEGINS + VERSION + number.text();
        return signed + ":" + Base32.write(journal.sign(PURPOSE, signed));
    }

    /// @param others nodes beside this one whose cards are known too
    static CardCheck check(String read, Journal journal, Collection<VerifyingKey> others) {
        String text = read.strip().toUpperCase(Locale.ROOT);
        if (!text.startsWith(BEGINS))
            return number(read).<CardCheck>map(CardCheck.Typed::new).orElseGet(CardCheck.NotACard::new);
        String[] parts = text.split(":", -1);
        if (parts.length != 4) return new CardCheck.NotACard();
        Optional<CardNumber> number = number(parts[2]);
        Optional<byte[]> signature = Base32.read(parts[3]).filter(bytes -> bytes.length == SIGNATURE_BYTES);
        if (number.isEmpty() || signature.isEmpty()) return new CardCheck.Forged();
        String signed = text.substring(0, text.lastIndexOf(':'));
        boolean genuine = signed.equals(BEGINS + VERSION + number.get().text())
                && Stream.concat(Stream.of(journal.verifyingKey()), others.stream())
                        .anyMatch(key -> key.signed(PURPOSE, signed, signature.get()));
        return genuine ? new CardCheck.Genuine(number.get()) : new CardCheck.Forged();
    }

    private static Optional<CardNumber> number(String text) {
        try {
            return Optional.of(CardNumber.parse(text));
        } catch (Problem notANumber) {
            return Optional.empty();
        }
    }
}
