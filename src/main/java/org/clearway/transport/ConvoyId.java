// SPDX-License-Identifier: Apache-2.0
package org.clearway.transport;

import java.util.UUID;
import org.clearway.journal.ActId;
import org.clearway.language.Problem;

/// A convoy on record, named after the act that formed it.
public record ConvoyId(UUID act) {
    static ConvoyId of(ActId act) {
        return new ConvoyId(act.id());
    }

    /// @throws Problem `transport.convoy-unknown`
    public static ConvoyId parse(String text) {
        try {
            return new ConvoyId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw Problem.of("transport.convoy-unknown", "convoy", text);
        }
    }

    @Override
    public String toString() {
        return act.toString();
    }
}
