// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import java.util.ArrayList;
import java.util.Map;
import org.clearway.transport.Capacity;
import org.clearway.transport.Load;

/// Those who travel together, and what a vehicle has for them, in words.
final class LoadWords {
    private LoadWords() {}

    /// Such as "5 people: 2 adults, 3 children, 1 in a wheelchair".
    static String of(Load load, Words words) {
        var parts = new ArrayList<String>();
        add(parts, "adults", load.adults(), words);
        add(parts, "children", load.children(), words);
        add(parts, "bays", load.bays(), words);
        add(parts, "stretchers", load.stretchers(), words);
        add(parts, "escorts", load.escorts(), words);
        return words.say("web.boarding.load", Map.of("people", load.people(), "parts", words.list(parts)));
    }

    /// Such as "40 seats, 1 wheelchair bay, 2 escort seats"; seats are told also when there are none.
    static String of(Capacity capacity, Words words) {
        var parts = new ArrayList<String>();
        parts.add(words.say("web.boarding.room.seats", "number", capacity.seats()));
        room(parts, "bays", capacity.bays(), words);
        room(parts, "stretchers", capacity.stretchers(), words);
        room(parts, "escorts", capacity.escortSeats(), words);
        return words.list(parts);
    }

    private static void add(ArrayList<String> parts, String what, long number, Words words) {
        if (number > 0) parts.add(words.say("web.boarding.load." + what, "number", number));
    }

    private static void room(ArrayList<String> parts, String what, long number, Words words) {
        if (number > 0) parts.add(words.say("web.boarding.room." + what, "number", number));
    }
}
