// SPDX-License-Identifier: Apache-2.0
package org.clearway.journal;

import java.time.InstantSource;
import java.util.UUID;
import java.util.random.RandomGenerator;

/// Names new acts: UUIDs of version 7 from a clock and chance (RFC 9562 §5.7).
public final class ActIds {
    private final InstantSource clock;
    private final RandomGenerator chance;

    public ActIds(InstantSource clock, RandomGenerator chance) {
        this.clock = clock;
        this.chance = chance;
    }

    public ActId next() {
        long high;
        long low;
        synchronized (chance) {
            high = chance.nextLong();
            low = chance.nextLong();
        }
        long most = (clock.millis() << 16) | 0x7000L | (high & 0x0FFFL);
        long least = 0x8000_0000_0000_0000L | (low >>> 2);
        return new ActId(new UUID(most, least));
    }
}
