// SPDX-License-Identifier: Apache-2.0
package org.clearway.coordination;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.clearway.ceasefire.Nearness;
import org.clearway.ceasefire.OnFire;

/// Which fire rings an alarm: how near it may have been, and for how long after it.
record FireWatch(Nearness within, Duration lasting) {
    /// For every corridor, as long as nobody has set its own. 5 km takes in the common ranges of mortars (practice §1.2
    /// tells of fire heard at 1 to 4.5 km); six hours are a morning or an afternoon of a gate.
    static final FireWatch DEFAULT = new FireWatch(Nearness.WITHIN_5_KM, Duration.ofHours(6));

    Instant since(Instant now) {
        return now.minus(lasting);
    }

    /// Those near enough, the latest first.
    List<OnFire> ringing(List<OnFire> fires) {
        return fires.stream().filter(fire -> fire.nearness().mayBe(within)).toList();
    }
}
