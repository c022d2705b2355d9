// SPDX-License-Identifier: Apache-2.0
package org.clearway.paper;

import java.util.Arrays;
import java.util.List;

/// Something that a sheet asks for. Its words are those of `paper.field.NAME`, in every form the same.
/// @param required whether a sheet, or a line of it on which something is written, says nothing without it
public record Field(String name, Kind kind, boolean required) {
    /// What may be written there. None of them is text: what cannot be ticked, counted or picked is told to somebody.
    public sealed interface Kind {
        /// A day of the calendar.
        record Day() implements Kind {}

        /// Hours and minutes.
        record Clock() implements Kind {}

        /// An hour of the day, 0 to 23.
        record Hour() implements Kind {}

        /// A whole number that is not negative.
        record Number(long most) implements Kind {}

        /// The signs of a badge, a batch or a card.
        record Sign(int longest) implements Kind {}

        /// A public body, station or page that published something, and no person.
        record Publisher() implements Kind {}

        /// Something that the node has on record.
        record Pick(Thing of) implements Kind {}

        /// One of a few.
        record One(List<? extends Enum<?>> of) implements Kind {
            public One {
                of = List.copyOf(of);
            }
        }

        /// Any of a few.
        record Several(List<? extends Enum<?>> of) implements Kind {
            public Several {
                of = List.copyOf(of);
            }
        }
    }

    /// The same where it may be left empty.
    Field maybe() {
        return new Field(name, kind, false);
    }

    static Field of(String name, Kind kind) {
        return new Field(name, kind, true);
    }

    static Field number(String name, long most) {
        return new Field(name, new Kind.Number(most), false);
    }

    static Field pick(String name, Thing thing) {
        return of(name, new Kind.Pick(thing));
    }

    @SafeVarargs
    static <E extends Enum<E>> Field one(String name, E... of) {
        return of(name, new Kind.One(Arrays.asList(of)));
    }
}
