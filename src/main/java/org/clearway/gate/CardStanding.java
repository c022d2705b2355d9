// SPDX-License-Identifier: Apache-2.0
package org.clearway.gate;

/// Whether a card lives. Nothing of the household is opened to say so.
public sealed interface CardStanding {
    record Live(OnCard card) implements CardStanding {}

    /// Another was issued instead.
    record Dead() implements CardStanding {}

    /// This node has no record of it.
    record Unknown() implements CardStanding {}
}
