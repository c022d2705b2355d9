// SPDX-License-Identifier: Apache-2.0
package org.clearway.sample;

import java.time.Instant;
import org.clearway.sample.ship.Ship;

/// The root: it may ask the machine, and use everything.
final class Port {
    Instant opened = Instant.now();
    Ship first = new Ship();
}
