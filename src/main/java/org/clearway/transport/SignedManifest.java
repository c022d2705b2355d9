// SPDX-License-Identifier: Apache-2.0
package org.clearway.transport;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.clearway.journal.CanonicalValue;
import org.clearway.journal.Journal;
import org.clearway.journal.VerifyingKey;

/// A manifest that goes with its vehicle, signed by the node that two people sealed it at. It is one
/// document, of the same bytes whenever it is made: canonical JSON without the spaces at its end.
record SignedManifest(CarriedManifest carried, VerifyingKey key, NodeSignature signature) {
    private static final String PURPOSE = "manifest";

    /// How each of these documents begins.
    private static final String BEGINS = "{\"carried\":{";

    static SignedManifest by(Journal journal, CarriedManifest carried) {
        return new SignedManifest(
                carried, journal.verifyingKey(), NodeSignature.of(journal.sign(PURPOSE, text(carried))));
    }

    byte[] bytes() {
        return text(this).getBytes(StandardCharsets.UTF_8);
    }

    /// What such bytes are.
    sealed interface Read {
        /// Its own key signed it; whose key that is, is another question.
        record Sound(SignedManifest document) implements Read {}

        /// It begins as a manifest does, and is not what was signed.
        record Changed() implements Read {}

        /// Some other file.
        record NotAManifest() implements Read {}
    }

    static Read read(byte[] document) {
        boolean begins = new String(document, StandardCharsets.UTF_8).startsWith(BEGINS);
        if (!begins) return new Read.NotAManifest();
        return parsed(document)
                .filter(read -> Arrays.equals(read.bytes(), document))
                .filter(read -> read.key.signed(PURPOSE, text(read.carried), read.signature.bytes()))
                .<Read>map(Read.Sound::new)
                .orElseGet(Read.Changed::new);
    }

    /// Whatever somebody made of the file, there is one thing to say of it.
    private static Optional<SignedManifest> parsed(byte[] document) {
        if (document.length > CodePages.MOST_BYTES) return Optional.empty();
        try {
            return Optional.of(CanonicalValue.read(SignedManifest.class, document));
        } catch (RuntimeException notWhatWasWritten) {
            return Optional.empty();
        }
    }

    private static String text(Record value) {
        return new String(CanonicalValue.bytes(value), StandardCharsets.UTF_8).stripTrailing();
    }
}
