// SPDX-License-Identifier: Apache-2.0
package org.clearway.paper;

import java.util.regex.Pattern;
import org.clearway.language.Problem;

/// The place that is printed into the sheets of one desk: its id, of a gate with its corridor's before it.
public record Preset(String id) {
    private static final Pattern SHAPE = Pattern.compile("[a-z0-9-]{1,64}(/[a-z0-9-]{1,64})?");

    /// @throws Problem `paper.preset`
    public Preset {
        if (!SHAPE.matcher(id).matches()) throw Problem.of("paper.preset", "value", id);
    }

    @Override
    public String toString() {
        return id;
    }
}
