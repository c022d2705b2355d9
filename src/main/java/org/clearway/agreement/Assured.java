// SPDX-License-Identifier: Apache-2.0
package org.clearway.agreement;

import java.util.List;

/// Whether a corridor is assured: by every relevant party's promise that has not run out, and by nothing less.
public sealed interface Assured {
    /// How each relevant party's promise stands, in the order in which they were asked about.
    List<PartyAssurance> parties();

    record ByAll(List<PartyAssurance> parties) implements Assured {
        public ByAll {
            parties = List.copyOf(parties);
        }
    }

    /// @param given how many of them have given a promise that counts
    /// @param of how many parties are relevant; where none is named, nothing is assured
    record NotByAll(int given, int of, List<PartyAssurance> parties) implements Assured {
        public NotByAll {
            parties = List.copyOf(parties);
        }
    }
}
