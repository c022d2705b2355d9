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
    Step step(Actor actor, Instant to);

    /// How many times faster than by the clock on the wall the story may go on, 0 among them, which stands still.
    List<Integer> paces();

    int pace();

    /// @throws org.clearway.access.NotPermitted unless the actor may step the scenario
    void pace(Actor actor, int times);

    enum Step {
        /// The story was told on, up to that moment.
        TOLD_ON,
        /// The story is being told again from its beginning, since a journal cannot forget; the pages are back in a
        /// moment.
        BEGINS_AGAIN
    }

    record Moment(Instant at, Names title) {}
}
