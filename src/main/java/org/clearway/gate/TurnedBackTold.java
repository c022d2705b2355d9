// SPDX-License-Identifier: Apache-2.0
package org.clearway.gate;

/// How it is known that people were turned back.
public enum TurnedBackTold {
    /// The desk saw it.
    OBSERVED,
    /// Those who were turned back said so.
    BY_THOSE_TURNED_BACK,
    /// A party said so.
    BY_A_PARTY
}
