// SPDX-License-Identifier: Apache-2.0
package org.clearway.gate;

/// A card on record: where, and in which hour, it was issued.
public record OnCard(CardId id, Gate gate, HourSlot issued) {}
