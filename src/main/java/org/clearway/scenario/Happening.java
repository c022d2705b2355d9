// SPDX-License-Identifier: Apache-2.0
package org.clearway.scenario;

import java.time.Instant;

/// Something that happens in a story at a moment of it.
///
/// @param number its place among those of its kind: names its acts
record Happening(Instant at, String kind, int number, Act act) {
    /// The same on another day than the first.
    /// @param day what stands before the names of its acts
    Happening of(String day) {
        return new Happening(at, day + kind, number, act);
    }

    interface Act {
        void happen(StoryPlayer.Acts acts);
    }
}
