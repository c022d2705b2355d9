// SPDX-License-Identifier: Apache-2.0
package org.clearway.arms;

/// The serial number of a weapon.
public sealed interface Serial {
    record Stamped(Mark number) implements Serial {}

    /// There never was one.
    record None() implements Serial {}

    /// Somebody took it away.
    record Erased() implements Serial {}
}
