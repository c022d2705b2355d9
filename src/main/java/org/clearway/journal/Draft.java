// SPDX-License-Identifier: Apache-2.0
package org.clearway.journal;

import java.time.ZoneOffset;
import java.util.Optional;
import org.clearway.time.Occurred;

/// An entry about to be recorded: what it says, when that happened, and whom it concerns, if it concerns people.
public record Draft(Body body, Occurred occurred, Optional<Subject> subject) {
    public static Draft of(Body body, Occurred occurred) {
        return new Draft(body, occurred, Optional.empty());
    }

    /// What happens as it is told: when its act was named, to the millisecond.
    public static Draft now(Body body, ActId act) {
        return of(body, Occurred.at(act.named(), ZoneOffset.UTC));
    }
}
