// SPDX-License-Identifier: Apache-2.0
package org.clearway.ceasefire;

import static org.clearway.agreement.Setting.ZONE;
import static org.clearway.agreement.Setting.published;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.clearway.agreement.PartyId;
import org.clearway.geo.AreaId;

/// Ledgers for tests, told as short as reporters tell them.
final class Told {
    private Told() {}

    /// Cases of fire over the past 24 hours, published on the day on which they end.
    /// @param total empty where none is told
    /// @param parts such as `north 6, west 11`; empty where none are told
    static Stated past24Hours(LocalDate day, String reporter, String total, String parts) {
        return new Stated(
                new PartyId(reporter),
                new Covers(Stretch.PAST_24_HOURS, day, ZONE),
                CountingUnit.CASE_OF_FIRE,
                total.isEmpty() ? Optional.empty() : Optional.of(new Count(Integer.parseInt(total))),
                parts(parts),
                true,
                List.of(),
                published(day));
    }

    static Stated withSomeParts(Stated stated) {
        return new Stated(
                stated.reporter(),
                stated.covers(),
                stated.unit(),
                stated.total(),
                stated.parts(),
                false,
                stated.namedWithoutCounts(),
                stated.source());
    }

    static Stated naming(Stated stated, String... areas) {
        return new Stated(
                stated.reporter(),
                stated.covers(),
                stated.unit(),
                stated.total(),
                stated.parts(),
                stated.partsComplete(),
                Arrays.stream(areas).map(AreaId::new).toList(),
                stated.source());
    }

    static Stated in(CountingUnit unit, Stated stated) {
        return new Stated(
                stated.reporter(),
                stated.covers(),
                unit,
                stated.total(),
                stated.parts(),
                stated.partsComplete(),
                stated.namedWithoutCounts(),
                stated.source());
    }

    static List<PartCount> parts(String parts) {
        if (parts.isBlank()) return List.of();
        return Arrays.stream(parts.split(",", -1))
                .map(part -> part.strip().split(" ", 2))
                .map(part -> new PartCount(new AreaId(part[0]), new Count(Integer.parseInt(part[1]))))
                .toList();
    }
}
