// SPDX-License-Identifier: Apache-2.0
package org.clearway.journal;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javax.crypto.AEADBadTagException;

/// A value that only those who may can open. Somebody who records it holds it {@link Clear}; the journal and its views
/// hold it {@link Closed}; {@link Journal#open} opens it, while its key lasts, and notes who read it.
public sealed interface Sealed<T> {
    /// @param value as it was said, on its way into the journal
    record Clear<T>(T value) implements Sealed<T> {
        @Override
        public String toString() {
            return "Clear[…]";
        }
    }

    /// @param key the name of the key it is sealed under
    /// @param place act, ordinal and component that it was sealed for; bound into the seal
    /// @param text nonce and ciphertext, base64url
    record Closed<T>(String key, String place, String text) implements Sealed<T> {
        /// Closes `clear` for `place` under a key. The same three give the same seal, so that a repeated act has the
        /// same bytes.
        static Closed<?> encrypted(String keyName, byte[] key, String place, byte[] clear) {
            byte[] bound = place.getBytes(StandardCharsets.UTF_8);
            byte[] sealed = Crypto.encrypt(key, Crypto.nonceFor(key, bound, clear), clear, bound);
            return new Closed<>(
                    keyName, place, Base64.getUrlEncoder().withoutPadding().encodeToString(sealed));
        }

        /// @throws AEADBadTagException if it was sealed under another key, for another place, or was changed
        byte[] decrypt(byte[] key) throws AEADBadTagException {
            try {
                return Crypto.decrypt(key, Base64.getUrlDecoder().decode(text), place.getBytes(StandardCharsets.UTF_8));
            } catch (IllegalArgumentException notBase64) {
                throw (AEADBadTagException) new AEADBadTagException("Not base64url.").initCause(notBase64);
            }
        }

        String component() {
            return place.substring(place.lastIndexOf('/') + 1);
        }

        /// One line of text, for a column of a view.
        public String line() {
            return key + " " + place + " " + text;
        }

        /// Reads what {@link #line()} wrote.
        public static <T> Closed<T> ofLine(String line) {
            String[] parts = line.split(" ", 3);
            if (parts.length != 3) throw new IllegalArgumentException("Not a sealed value.");
            return new Closed<>(parts[0], parts[1], parts[2]);
        }
    }

    static <T> Sealed<T> of(T value) {
        return new Clear<>(value);
    }

    /// @throws IllegalStateException if it did not come out of the journal
    default Closed<T> closed() {
        return switch (this) {
            case Closed<T> closed -> closed;
            case Clear<T> clear -> throw new IllegalStateException("Not sealed yet.");
        };
    }
}
