// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import java.util.Map;
import org.clearway.transport.OwnWays;

/// How pages say who was counted beside the road.
final class OwnWayWords {
    private OwnWayWords() {}

    /// Such as "12 people in 3 vehicles, not exactly".
    static String figure(OwnWays.Figure figure, Words words) {
        if (figure.people() == 0 && figure.vehicles() == 0) return words.say("web.own-ways.no-count");
        String counted = counted(figure.people(), figure.vehicles(), words);
        return figure.exact() ? counted : words.say("web.own-ways.not-exact", "counted", counted);
    }

    static String counted(long people, long vehicles, Words words) {
        return words.say(
                vehicles == 0 ? "web.own-ways.people" : "web.own-ways.people-in",
                Map.of("people", people, "vehicles", vehicles));
    }
}
