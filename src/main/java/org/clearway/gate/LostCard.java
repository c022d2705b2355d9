// SPDX-License-Identifier: Apache-2.0
package org.clearway.gate;

/// A card that may be the one that was lost, opened so that its household can be known again.
public record LostCard(OnCard card, Household household) {}
