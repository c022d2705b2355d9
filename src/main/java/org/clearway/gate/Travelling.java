// SPDX-License-Identifier: Apache-2.0
package org.clearway.gate;

import java.util.List;
import org.clearway.journal.Subject;

/// Those whom a living card is for, opened for a desk that brings them somewhere.
///
/// @param tickets the pseudonyms under which they travel: that of this card, then those of the
///     cards it stands in for, the latest first. Each dies with the key of its household's data:
///     later nobody can tell whose journey it was, not even with the card in hand
public record Travelling(OnCard card, Household household, List<Subject> tickets) {
    public Travelling {
        tickets = List.copyOf(tickets);
    }

    /// The pseudonym of this card.
    public Subject ticket() {
        return tickets.getFirst();
    }
}
