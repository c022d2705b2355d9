// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import java.util.Map;
import org.clearway.transport.PlaceKind;
import org.clearway.transport.PlacesLeft;
import org.clearway.transport.SafeArea;

/// How pages say the places of a safe area.
final class PlacesWords {
    private PlacesWords() {}

    /// Such as "420 places: 400 general, 20 step-free".
    static String of(Map<PlaceKind, Long> places, Words words) {
        long people = places.values().stream().mapToLong(Long::longValue).sum();
        String kinds = words.list(places.entrySet().stream()
                .map(one -> words.say(
                        "web.safe-areas.so-many", Map.of("number", one.getValue(), "kind", words.say(one.getKey()))))
                .toList());
        return words.say("web.safe-areas.places", Map.of("people", people, "kinds", kinds));
    }

    /// The same of what is left, with when it was told.
    static String left(SafeArea area, PlacesLeft.Told told, Words words) {
        String places = told.full(area)
                ? words.say("web.safe-areas.full")
                : of(told.left().places(), words);
        return words.say("web.safe-areas.left", Map.of("places", places, "when", words.moment(told.at())));
    }
}
