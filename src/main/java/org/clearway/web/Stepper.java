// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import java.time.Instant;
import java.util.List;
import org.clearway.access.Actor;
import org.clearway.language.Names;

/// Steps a scenario to another moment of its story. Only a node that plays one has it.
public interface Stepper {
    /// The moments of the story that are worth a look, earliest first.
    List<Moment> moments();

    /// @throws org.clearway.access.NotPermitted unless the actor may step the scenario
    /// @throws org.clearway.language.Problem if the story cannot be told at that moment
    void step(Actor actor, Instant to);

    record Moment(Instant at, Names title) {}
}
