// SPDX-License-Identifier: Apache-2.0
package org.clearway.bulletin;

import org.clearway.language.Language;
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
            phrase = phrase.with("who", new Term.Called(attributedTo)).with("source", citation(source, attributedTo));
        }
    }

    /// Publisher and day of publication.
    static Term citation(Source source) {
        return Phrase.of("bulletin.cited" + inferred(source))
                .with("publisher", new Term.Called(source.publisher()))
                .with("day", new Term.Day(source.publishedOn()))
                .said();
    }

    /// The same, beside the name of whose claim it is: who publishes their own claim is not named twice.
    private static Term citation(Source source, Names attributedTo) {
        return isCalledTheSame(source.publisher(), attributedTo)
                ? Phrase.of("bulletin.cited-own" + inferred(source))
                        .with("day", new Term.Day(source.publishedOn()))
                        .said()
                : citation(source);
    }

    private static boolean isCalledTheSame(Names one, Names other) {
        return Language.offered().stream().allMatch(language -> one.in(language).equals(other.in(language)));
    }

    private static String inferred(Source source) {
        return source.basis() == Basis.INFERRED ? "-inferred" : "";
    }
}
