// SPDX-License-Identifier: Apache-2.0
package org.clearway.export;

import java.time.Instant;
import java.time.LocalDate;

/// What stands in one cell. What nobody told is {@link Unknown}, and never a zero.
sealed interface Cell {
    record Text(String text) implements Cell {}

    record Figure(long number) implements Cell {}

    record Day(LocalDate day) implements Cell {}

    record Moment(Instant instant) implements Cell {}

    record Unknown() implements Cell {}

    Cell UNKNOWN = new Unknown();
}
