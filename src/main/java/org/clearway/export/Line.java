// SPDX-License-Identifier: Apache-2.0
package org.clearway.export;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clearway.language.Wording;

/// The cells of one line, put down one after the other.
final class Line {
    private final Wording words;
    private final List<Cell> cells = new ArrayList<>();

    Line(Wording words) {
        this.words = words;
    }

    Line text(String text) {
        cells.add(text.isEmpty() ? Cell.UNKNOWN : new Cell.Text(text));
        return this;
    }

    Line text(Optional<String> text) {
        return text(text.orElse(""));
    }

    Line said(Enum<?> value) {
        return text(words.say(value));
    }

    Line figure(long number) {
        cells.add(new Cell.Figure(number));
        return this;
    }

    /// A figure that somebody may not have told, and, in a cell after it, whether they did.
    Line maybe(Optional<Long> number) {
        cells.add(number.<Cell>map(Cell.Figure::new).orElse(Cell.UNKNOWN));
        return yes(number.isPresent());
    }

    Line yes(boolean so) {
        return text(words.say(so ? "export.yes" : "export.no"));
    }

    Line day(LocalDate day) {
        cells.add(new Cell.Day(day));
        return this;
    }

    Line moment(Instant instant) {
        cells.add(new Cell.Moment(instant));
        return this;
    }

    Line moment(Optional<Instant> instant) {
        cells.add(instant.<Cell>map(Cell.Moment::new).orElse(Cell.UNKNOWN));
        return this;
    }

    List<Cell> cells() {
        return cells;
    }
}
