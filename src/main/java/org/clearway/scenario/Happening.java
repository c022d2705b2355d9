// SPDX-License-Identifier: Apache-2.0
package org.clearway.scenario;

import java.time.Instant;

/// Something that happens in a story at a moment of it.
///
/// @param number its place among those of its kind: names its acts
record Happening(Instant at, String kind, int number, Act act) {
    interface Act {
        void happen(StoryPlayer.Acts acts);
    }
}
