// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import java.util.List;
import java.util.Optional;
import org.clearway.geo.Position;

/// Positions, asked for with a field of lines: a latitude and a longitude on each, such as `12.3456, -65.4321`.
final class PositionFields {
    /// A comma of either script, spaces, or both.
    private static final String BETWEEN = "\\s*[,،]\\s*|\\s+";

    private PositionFields() {}

    static Optional<List<Position>> lines(Form form, String field) {
        return form.lines(field, "web.fire.degrees", PositionFields::position);
    }

    static String line(Position position) {
        return position.latitude() + ", " + position.longitude();
    }

    static Position position(String line) {
        String[] pair = line.split(BETWEEN, 2);
        return Position.parse(pair[0], pair.length > 1 ? pair[1] : "");
    }
}
