// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import java.util.Map;
import java.util.SequencedMap;
import org.clearway.agreement.ControlClaim;
import org.clearway.agreement.Held;
import org.clearway.agreement.KnownClaim;
import org.clearway.agreement.Party;
import org.clearway.agreement.PartyId;

/// Claims of control in the words of a page. Each keeps its claimant, the time as it was told and its source.
final class Sayings {
    private final SequencedMap<PartyId, Party> parties;
    private final Words words;

    Sayings(SequencedMap<PartyId, Party> parties, Words words) {
        this.parties = parties;
        this.words = words;
    }

    /// One claim.
    ///
    /// @param held what is claimed, as a sentence without its claimant
    /// @param span as exactly as it was told
    /// @param notSure what is said where it is not told whether that had begun on the day asked about; else empty
    record Saying(
            String ground,
            String claimant,
            String held,
            String span,
            String notSure,
            Catalogue.Cited source,
            String knownSince) {
        /// With a way to withdraw the claim.
        Saying offering(String withdraw) {
            return new Saying(ground, claimant, held, span, notSure, source.offering(withdraw), knownSince);
        }
    }

    Saying saying(KnownClaim known, String ground, boolean surelyBegun) {
        ControlClaim claim = known.claim();
        return new Saying(
                ground,
                party(claim.claimant()),
                held(claim.held()),
                words.span(claim.valid()),
                surelyBegun ? "" : words.say("control.not-sure"),
                Catalogue.Cited.of(claim.source(), known.withdrawn(), words),
                words.moment(known.knownFrom()));
    }

    String held(Held held) {
        return switch (held) {
            case Held.By(PartyId party) -> words.say("control.held-by", Map.of("party", party(party)));
            case Held.OutsideControlOf(PartyId party) ->
                words.say("control.outside-control-of", Map.of("party", party(party)));
            case Held.Contested() -> words.say("control.contested");
            case Held.Unknown() -> words.say("control.unknown");
        };
    }

    String party(PartyId id) {
        Party party = parties.get(id);
        return party == null ? id.slug() : words.name(party.names());
    }
}
