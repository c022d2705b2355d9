// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Optional;
import org.clearway.time.OpeningWindow;

/// Hours of every day, asked for with the fields `opens` and `closes`, which are told together or not at all.
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
}
