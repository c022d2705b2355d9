// SPDX-License-Identifier: Apache-2.0
package org.clearway.bulletin;

import org.clearway.language.Names;
import org.clearway.places.Basis;
import org.clearway.places.Source;

/// A sentence of a bulletin. It is either a fact of the record in our own voice, or somebody's claim, which is never
/// said
/// without whose it is and where it was published.
sealed interface Sentence {
    /// What is said.
    Phrase phrase();

    /// A fact of the record (who published what), of arithmetic, or of our own doing.
    record OwnVoice(Phrase phrase) implements Sentence {}

    /// What somebody claims. Its words hold `{who}` and `{source}`, which stand in it by making.
    record Claim(Phrase phrase, Names attributedTo, Source source) implements Sentence {
        public Claim {
            phrase = phrase.with("who", new Term.Called(attributedTo)).with("source", citation(source));
        }
    }

    /// Publisher and day of publication.
    static Term citation(Source source) {
        return Phrase.of(source.basis() == Basis.INFERRED ? "bulletin.cited-inferred" : "bulletin.cited")
                .with("publisher", new Term.Called(source.publisher()))
                .with("day", new Term.Day(source.publishedOn()))
                .said();
    }
}
