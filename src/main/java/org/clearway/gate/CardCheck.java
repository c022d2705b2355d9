// SPDX-License-Identifier: Apache-2.0
package org.clearway.gate;

import java.util.Optional;

/// What can be told of a card by looking at it alone, with no network and no record. Whether it lives is asked of
/// {@link Cards#card}.
public sealed interface CardCheck {
    /// Its code was signed by this node, or by another whose cards are known here.
    record Genuine(CardNumber number) implements CardCheck {}

    /// A number typed by hand: its characters check, and nothing shows who issued it.
    record Typed(CardNumber number) implements CardCheck {}

    /// It looks like a card of ours, and none of those nodes signed it.
    record Forged() implements CardCheck {}

    /// Some other code, or a number with a slip in it.
    record NotACard() implements CardCheck {}

    /// The number, where it is a card's.
    default Optional<CardNumber> read() {
        return switch (this) {
            case Genuine genuine -> Optional.of(genuine.number());
            case Typed typed -> Optional.of(typed.number());
            case Forged forged -> Optional.empty();
            case NotACard none -> Optional.empty();
        };
    }
}
