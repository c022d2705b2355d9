// SPDX-License-Identifier: Apache-2.0
package org.clearway.health;

import java.util.Map;
import org.clearway.language.Wording;

/// An amount of storage, in bytes: never negative. It is said in the units that disks are sold
/// in, powers of 1000.
public record Bytes(long number) {
    private static final long STEP = 1_000;

    public Bytes {
        if (number < 0) throw new IllegalArgumentException("Storage is 0 bytes or more, got " + number + ".");
    }

    /// Such as "12.3 GB".
    public String in(Wording words) {
        Unit unit = Unit.B;
        double amount = number;
        while (amount >= STEP && unit.ordinal() < Unit.values().length - 1) {
            amount /= STEP;
            unit = Unit.values()[unit.ordinal() + 1];
        }
        // Cut, not rounded: a disk never has more room than is said.
        double shown = amount < 10 ? Math.floor(amount * 10) / 10 : Math.floor(amount);
        return words.say("health.bytes." + unit, Map.of("number", shown));
    }

    private enum Unit {
        B,
        KB,
        MB,
        GB,
        TB
    }
}
