// SPDX-License-Identifier: Apache-2.0
package org.clearway.gate;

/// A card, to be printed.
///
/// @param code what its square code holds
public record Card(CardId id, CardNumber number, String code) {}
