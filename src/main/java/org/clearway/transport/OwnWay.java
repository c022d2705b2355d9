// SPDX-License-Identifier: Apache-2.0
package org.clearway.transport;

import java.util.Map;
import org.clearway.corridor.Qualifier;
import org.clearway.language.Problem;

/// People who go by themselves, as somebody counted them from beside the road. It is a less exact
/// count than a manifest, and says so: who set out and did not come in may have gone elsewhere, as
/// they are free to.
///
/// @param vehicles none for people on foot
/// @param qualifier how exactly they were counted
public record OwnWay(TravelWay way, long people, long vehicles, Qualifier qualifier) {
    /// More than any crossing counts in an hour.
    static final long MOST = 100_000;

    /// @throws Problem `transport.own-way`, `transport.own-way-empty`, `transport.own-way-vehicles`,
    ///     `transport.own-way-drivers`
    public OwnWay {
        inRange(people);
        inRange(vehicles);
        if (people == 0 && vehicles == 0) throw Problem.of("transport.own-way-empty");
        if (way == TravelWay.ON_FOOT && vehicles > 0) throw Problem.of("transport.own-way-vehicles");
        if (qualifier == Qualifier.EXACT && vehicles > people) {
            throw new Problem(
                    "transport.own-way-drivers",
                    Map.of("people", String.valueOf(people), "vehicles", String.valueOf(vehicles)));
        }
    }

    private static void inRange(long number) {
        if (number < 0 || number > MOST) {
            throw new Problem(
                    "transport.own-way", Map.of("value", String.valueOf(number), "most", String.valueOf(MOST)));
        }
    }
}
