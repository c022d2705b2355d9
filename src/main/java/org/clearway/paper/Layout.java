// SPDX-License-Identifier: Apache-2.0
package org.clearway.paper;

import java.util.List;
import java.util.stream.Stream;

/// What a form asks for, in the order in which it is written and entered. A sheet is one page.
///
/// @param head asked once
/// @param columns asked on each line; none where there are no lines
/// @param lines how many a sheet has room for
public record Layout(List<Field> head, List<Field> columns, int lines) {
    public Layout {
        head = List.copyOf(head);
        columns = List.copyOf(columns);
    }

    /// What is picked first: where the sheet is kept. It may be printed into it.
    public java.util.Optional<Field> place() {
        return head.stream()
                .filter(field -> field.kind() instanceof Field.Kind.Pick)
                .findFirst();
    }

    public Stream<Field> fields() {
        return Stream.concat(head.stream(), columns.stream());
    }
}
