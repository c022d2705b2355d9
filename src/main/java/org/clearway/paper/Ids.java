// SPDX-License-Identifier: Apache-2.0
package org.clearway.paper;

import org.clearway.agreement.CorridorId;
import org.clearway.corridor.CrossingId;
import org.clearway.gate.Gate;
import org.clearway.language.Problem;

/// How a gate is named in one line: its corridor's id, and its own.
final class Ids {
    private Ids() {}

    static String of(Gate gate) {
        return gate.corridor() + "/" + gate.crossing();
    }

    static Gate gate(String text) {
        String[] parts = text.split("/", 2);
        if (parts.length < 2) throw Problem.of("paper.preset", "value", text);
        return new Gate(new CorridorId(parts[0]), new CrossingId(parts[1]));
    }
}
