// SPDX-License-Identifier: Apache-2.0
package org.clearway.corridor;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.clearway.agreement.PartyId;
import org.clearway.language.Wording;

/// A reason that somebody gives, and to whom they attribute it.
public record Reason(ReasonClaimed code, Optional<PartyId> attributedTo) {
    public static Reason of(ReasonClaimed code) {
        return new Reason(code, Optional.empty());
    }

    public static Reason of(ReasonClaimed code, PartyId attributedTo) {
        return new Reason(code, Optional.of(attributedTo));
    }

    /// The claim as a sentence under its claimant's name; there is no other way to say it.
    /// @param names what a party is called in the language of `words`
    public String saidBy(PartyId claimant, Wording words, Function<PartyId, String> names) {
        String reason = words.say(code);
        String claim = attributedTo
                .map(party ->
                        words.say("corridor.reason-attributed", Map.of("reason", reason, "party", names.apply(party))))
                .orElse(reason);
        return words.say("corridor.reason-said", Map.of("claimant", names.apply(claimant), "claim", claim));
    }
}
