// SPDX-License-Identifier: Apache-2.0
package org.clearway.bulletin;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.clearway.language.Names;
import org.clearway.places.Reference;
import org.clearway.time.Occurred;

/// What stands in a {@link Phrase}, before it is put into a language: a figure, a name, a day. A figure is a figure
/// here
/// and nowhere words, so that every language prints the same ones.
sealed interface Term {
    /// A number that is printed.
    record Figure(long number) implements Term {}

    /// A number that chooses the form of a word and is not printed.
    record Choice(long number) implements Term {}

    /// What somebody or something is called.
    record Called(Names names) implements Term {}

    /// A name in capitals, where the script has them.
    record Capitals(Names names) implements Term {}

    record Day(LocalDate day) implements Term {}

    /// The hour and the day.
    record Moment(Instant instant, ZoneId zone) implements Term {}

    /// When something began, as exactly as it was told.
    record Told(Occurred occurred) implements Term {}

    record Clock(LocalTime time) implements Term {}

    /// The zone of time that hours are told in, by its place and its distance from UTC at `instant`.
    record Zone(ZoneId zone, Instant instant) implements Term {}

    /// A code such as a P-code, the same in every language.
    record Code(String text) implements Term {}

    record Link(Reference reference) implements Term {}

    /// The word for a coded fact.
    record Word(Enum<?> value) implements Term {}

    /// A phrase within a phrase.
    record Said(Phrase phrase) implements Term {}

    /// Several, one after the other.
    record Listing(List<? extends Term> terms, Joined joined) implements Term {
        public Listing {
            terms = List.copyOf(terms);
        }
    }

    /// How the parts of a {@link Listing} are joined.
    enum Joined {
        /// "a, b and c".
        AND,
        /// "a, b, c".
        COMMA,
        /// "a; b; c".
        SEMICOLON
    }
}
