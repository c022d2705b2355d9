// SPDX-License-Identifier: Apache-2.0
package org.clearway.export;

import java.util.UUID;
import org.clearway.journal.ActId;

/// A table that was taken out once, named after the act that asked for it.
public record ExportId(UUID act) {
    static ExportId of(ActId act) {
        return new ExportId(act.id());
    }

    @Override
    public String toString() {
        return act.toString();
    }
}
