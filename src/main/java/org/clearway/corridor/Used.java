// SPDX-License-Identifier: Apache-2.0
package org.clearway.corridor;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Whether a corridor is used: what gates have counted, and beside it, never mixed with it, what
/// others claim.
public sealed interface Used {
    /// What others claim of the time up to the instant asked about: the latest time first; of one
    /// time, what was told last first.
    List<OnRecord<UseClaim>> claims();

    /// No gate of this corridor has reported to this node. That is no zero.
    record NotCounted(List<OnRecord<UseClaim>> claims) implements Used {
        public NotCounted {
            claims = List.copyOf(claims);
        }
    }

    /// Gates of this corridor have reported.
    ///
    /// @param day what they counted of the local day up to the instant asked about; empty where
    ///     none has reported yet
    /// @param inAll what they counted since the first hour that was reported
    record Counted(List<OnRecord<UseClaim>> claims, Optional<Through> day, Through inAll) implements Used {
        public Counted {
            claims = List.copyOf(claims);
        }
    }

    /// Claims that nobody came through, but for those that a later time has left behind: somebody
    /// says that people came through in a time that began no earlier and ended after it.
    default List<OnRecord<UseClaim>> nobody() {
        return claims().stream()
                .filter(told -> told.claim().saysNobody() && !leftBehind(told.claim()))
                .toList();
    }

    /// Claims of why people do not come, but for those that a later time has left behind.
    default List<OnRecord<UseClaim>> withReasons() {
        return claims().stream()
                .filter(told -> !told.claim().reasons().isEmpty() && !leftBehind(told.claim()))
                .toList();
    }

    /// The claims that speak of the time up to `at`, in the order of {@link #claims()}.
    ///
    /// @param onRecord everything known, in order of arrival
    static List<OnRecord<UseClaim>> claims(Instant at, List<OnRecord<UseClaim>> onRecord) {
        Comparator<OnRecord<UseClaim>> earliestFirst = Comparator.comparing(
                        (OnRecord<UseClaim> told) -> ends(told.claim()))
                .thenComparing(told -> told.claim().source().published().from());
        return onRecord.reversed().stream()
                .filter(told -> !told.claim().covers().begins().isAfter(at))
                .sorted(earliestFirst.reversed())
                .toList();
    }

    private boolean leftBehind(UseClaim claim) {
        return claims().stream()
                .map(OnRecord::claim)
                .anyMatch(other -> other.saysSomebody()
                        && !other.covers().begins().isBefore(claim.covers().begins())
                        && ends(other).isAfter(ends(claim)));
    }

    private static Instant ends(UseClaim claim) {
        Optional<Instant> ends = claim.covers().ends();
        return ends.orElseThrow();
    }
}
