// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.clearway.gate.CardCheck;
import org.clearway.gate.CardNumber;
import org.clearway.gate.Cards;
import org.clearway.journal.VerifyingKey;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/// Reads a card at a desk: scanned by what types, typed by hand, or in a picture that a camera took. A
/// picture is looked at in memory and kept nowhere, for there may be more on it than a card.
@Component
final class CardReading {
    private final Cards cards;

    CardReading(Cards cards) {
        this.cards = cards;
    }

    /// The number of the card that was read. What is none is said to be none.
    Optional<CardNumber> read(Visit visit, Form form, Optional<MultipartFile> picture) {
        return read(visit, form, picture, List.of());
    }

    /// @param senders whose cards are genuine here too
    Optional<CardNumber> read(Visit visit, Form form, Optional<MultipartFile> picture, List<VerifyingKey> senders) {
        Function<String, CardCheck> checking = read -> cards.check(read, senders);
        Optional<MultipartFile> taken = picture.filter(file -> !file.isEmpty());
        if (taken.isPresent() && form.text("read").isBlank()) return seen(visit, form, taken.get(), checking);
        return form.one("read", "web.card.check.NotACard", checking)
                .flatMap(check -> number(visit, form, "read", check));
    }

    private static Optional<CardNumber> seen(
            Visit visit, Form form, MultipartFile picture, Function<String, CardCheck> checking) {
        SquareRead read = look(picture);
        if (read instanceof SquareRead.Text(String text)) {
            return number(visit, form, "picture", checking.apply(text));
        }
        form.complain(
                "picture", visit.words().say("web.camera." + read.getClass().getSimpleName()));
        return Optional.empty();
    }

    /// One picture at a time: each takes much memory while it is looked at.
    private static synchronized SquareRead look(MultipartFile picture) {
        if (picture.getSize() > SquareRead.MOST_BYTES) return new SquareRead.TooLarge();
        return SquareRead.of(Pages.bytes(picture));
    }

    private static Optional<CardNumber> number(Visit visit, Form form, String field, CardCheck check) {
        if (check.read().isEmpty()) {
            form.complain(
                    field,
                    visit.words().say("web.card.check." + check.getClass().getSimpleName()));
        }
        return check.read();
    }
}
