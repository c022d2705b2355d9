// SPDX-License-Identifier: Apache-2.0
package org.clearway.corridor;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clearway.agreement.CorridorId;
import org.clearway.agreement.PartyId;
import org.clearway.language.Problem;
import org.clearway.language.Wording;
import org.clearway.places.Source;
import org.clearway.time.Span;

/// Somebody says how many came through a corridor in some time, or why nobody did.
///
/// @param covers the time that is spoken of; its end is told
/// @param counts only what was told; a zero that was told is there
public record UseClaim(
        CorridorId corridor,
        PartyId claimant,
        Span covers,
        Map<Counted, Count> counts,
        List<Reason> reasons,
        Source source)
        implements Claim {
    /// @throws Problem `corridor.claim-empty`, `corridor.claim-without-end`
    public UseClaim {
        var ordered = new EnumMap<Counted, Count>(Counted.class);
        ordered.putAll(counts);
        counts = Collections.unmodifiableMap(ordered);
        reasons = List.copyOf(reasons);
        if (counts.isEmpty() && reasons.isEmpty()) throw Problem.of("corridor.claim-empty");
        if (covers.to().isEmpty()) throw Problem.of("corridor.claim-without-end");
    }

    @Override
    public Span about() {
        return covers;
    }

    public Optional<Count> count(Counted counted) {
        return Optional.ofNullable(counts.get(counted));
    }

    /// Whether it says that nobody came through.
    public boolean saysNobody() {
        return count(Counted.PEOPLE).filter(Count::isZero).isPresent();
    }

    /// Whether it says that somebody came through.
    public boolean saysSomebody() {
        return count(Counted.PEOPLE).filter(Count::isSome).isPresent();
    }

    /// The figures as they were told, such as "more than 1,500 people", in the order of {@link Counted}.
    public List<String> figures(Wording words) {
        return counts.entrySet().stream()
                .map(told -> told.getValue().of(told.getKey(), words))
                .toList();
    }
}
