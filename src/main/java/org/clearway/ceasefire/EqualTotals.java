// SPDX-License-Identifier: Apache-2.0
package org.clearway.ceasefire;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clearway.geo.AreaId;

/// Two reporters' ledgers whose totals happen to be equal, and whether that means anything. Equal totals are not
/// agreement.
public record EqualTotals(Ledger one, Ledger other, Likeness likeness) {
    /// Every two ledgers of different reporters whose totals are equal and not zero.
    static List<EqualTotals> among(List<Ledger> ledgers) {
        var found = new ArrayList<EqualTotals>();
        for (int i = 0; i < ledgers.size(); i++) {
            for (int j = i + 1; j < ledgers.size(); j++) {
                Ledger one = ledgers.get(i);
                Ledger other = ledgers.get(j);
                if (isEqual(one.stated(), other.stated())) {
                    found.add(new EqualTotals(one, other, likeness(one.stated(), other.stated())));
                }
            }
        }
        return List.copyOf(found);
    }

    private static boolean isEqual(Stated one, Stated other) {
        Optional<Count> total = one.total();
        return !one.reporter().equals(other.reporter())
                && total.isPresent()
                && total.get().value() > 0
                && total.equals(other.total());
    }

    private static Likeness likeness(Stated one, Stated other) {
        if (one.unit() != other.unit() || !one.covers().equals(other.covers())) return Likeness.NOT_COMPARABLE;
        if (!isCounted(one) || !isCounted(other)) return Likeness.PLACES_NOT_COUNTED;
        return places(one).equals(places(other)) ? Likeness.SAME_COUNTS : Likeness.DIFFERENT_PLACES;
    }

    private static boolean isCounted(Stated stated) {
        return !stated.parts().isEmpty()
                && stated.partsComplete()
                && stated.namedWithoutCounts().isEmpty();
    }

    private static Map<AreaId, Count> places(Stated stated) {
        var places = new HashMap<AreaId, Count>();
        for (PartCount part : stated.parts()) {
            if (part.count().value() > 0) places.put(part.area(), part.count());
        }
        return places;
    }
}
