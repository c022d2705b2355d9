// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.clearway.time.OpeningWindow;

/// Hours of every day, asked for with the fields `opens` and `closes`, which are told together or not at all. Hours
/// that these two cannot show are kept until others are told, or `keep-hours` is not ticked: `form :: opening`.
final class OpeningFields {
    private OpeningFields() {}

    static Optional<OpeningWindow> read(Form form, ZoneId zone) {
        Optional<LocalTime> opens = form.maybe("opens", "web.form.time", LocalTime::parse);
        Optional<LocalTime> closes = form.maybe("closes", "web.form.time", LocalTime::parse);
        if (opens.isPresent() != closes.isPresent()) {
            String missing = opens.isPresent() ? "closes" : "opens";
            form.one(missing, "web.form.time", LocalTime::parse);
        }
        return opens.flatMap(
                begin -> closes.map(end -> new OpeningWindow(EnumSet.allOf(DayOfWeek.class), begin, end, zone)));
    }

    /// @param before the hours that hold until others are told
    static List<OpeningWindow> read(Form form, ZoneId zone, List<OpeningWindow> before) {
        return read(form, zone).map(List::of).orElseGet(() -> form.ticked("keep-hours", "yes") ? before : List.of());
    }

    /// What the fields show of the hours that hold.
    static Told told(List<OpeningWindow> hours, ZoneId zone, Words words) {
        Optional<OpeningWindow> daily = hours.stream()
                .filter(window -> hours.size() == 1
                        && window.days().size() == DayOfWeek.values().length
                        && window.zone().equals(zone))
                .findFirst();
        return new Told(
                daily.map(window -> window.from().toString()).orElse(""),
                daily.map(window -> window.to().toString()).orElse(""),
                daily.isPresent()
                        ? ""
                        : words.list(hours.stream().map(words::window).toList()),
                zone.getId());
    }

    /// @param others the hours that two fields cannot show; empty where there are none
    record Told(String opens, String closes, String others, String zone) {}
}
