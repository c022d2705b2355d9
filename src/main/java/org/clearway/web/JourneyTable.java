// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.clearway.coordination.Journeys;
import org.clearway.coordination.Whereabouts;
import org.clearway.transport.Receptions;
import org.clearway.transport.SafeAreaId;

/// The journeys of a corridor's day as the board prints them: a row for each destination. Who may
/// not read trips gets those of who came in long ago, and nothing else.
///
/// @param sentence the same in one sentence
/// @param to what stands above the rows' names
/// @param columns what stands in each of a row's cells; none where there is nothing to show
/// @param ownWays people who went by themselves, who stand in no row
record JourneyTable(String sentence, String to, List<String> columns, List<Row> rows, List<Way> ownWays) {
    private static final JourneyTable NONE = new JourneyTable("", "", List.of(), List.of(), List.of());

    JourneyTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        ownWays = List.copyOf(ownWays);
    }

    /// @param total whether it sums the others up
    record Row(String to, List<Cell> cells, boolean total) {}

    /// @param label the name of its column, which a narrow page shows beside it
    record Cell(String label, String figure) {}

    record Way(String way, String out, String in) {}

    public boolean isEmpty() {
        return columns.isEmpty();
    }

    /// @param name what a safe area is called
    static JourneyTable of(
            Journeys journeys, Words words, Catalogue.Named catalogue, Function<SafeAreaId, String> name) {
        return switch (journeys) {
            case Journeys.LookedBack none -> NONE;
            case Journeys.Told told when told.in().isEmpty() -> NONE;
            case Journeys.Told told -> told(told, words, catalogue);
            case Journeys.Known known
            when known.to().isEmpty() && known.waiting().isEmpty() -> NONE;
            case Journeys.Known known -> known(known, words, name);
        };
    }

    private static JourneyTable told(Journeys.Told told, Words words, Catalogue.Named catalogue) {
        String column = words.say("web.journeys.came-in");
        return new JourneyTable(
                words.say(
                        "web.journeys.later",
                        Map.of("until", words.moment(told.until()), "hours", Receptions.UNTOLD.toHours())),
                words.say("web.journeys.settlement"),
                List.of(column),
                told.in().stream()
                        .map(one -> new Row(
                                catalogue.area(one.area()),
                                List.of(new Cell(column, words.number(one.people()))),
                                false))
                        .toList(),
                List.of());
    }

    private static JourneyTable known(Journeys.Known known, Words words, Function<SafeAreaId, String> name) {
        var columns = new ArrayList<String>();
        columns.add(words.say("web.board.waiting"));
        Arrays.stream(Whereabouts.values()).map(words::say).forEach(columns::add);
        columns.add(words.say("web.journeys.in-all"));
        var rows = new ArrayList<Row>();
        for (Journeys.Row row : known.to()) {
            rows.add(row(name.apply(row.to()), row.waiting(), row::people, row.inAll(), columns, words, false));
        }
        known.undecided()
                .filter(people -> people > 0)
                .ifPresent(people -> rows.add(row(
                        words.say("web.journeys.undecided"),
                        Optional.of(people),
                        any -> 0L,
                        0,
                        columns,
                        words,
                        false)));
        rows.add(row(
                words.say("web.journeys.total"), known.waiting(), known::people, known.inAll(), columns, words, true));
        return new JourneyTable(
                known.line(words.wording()),
                words.say("web.journeys.to"),
                columns,
                rows,
                known.ownWays().stream()
                        .map(one -> new Way(
                                words.say(one.way()),
                                OwnWayWords.figure(one.out(), words),
                                OwnWayWords.figure(one.in(), words)))
                        .toList());
    }

    /// Zero is a figure. Of those who wait, nothing may be known.
    private static Row row(
            String to,
            Optional<Long> waiting,
            Function<Whereabouts, Long> people,
            long inAll,
            List<String> columns,
            Words words,
            boolean total) {
        var figures = new ArrayList<String>();
        figures.add(waiting.map(words::number).orElseGet(() -> words.say("web.journeys.not-known")));
        for (Whereabouts where : Whereabouts.values()) figures.add(words.number(people.apply(where)));
        figures.add(words.number(inAll));
        var cells = new ArrayList<Cell>();
        for (int i = 0; i < figures.size(); i++) cells.add(new Cell(columns.get(i), figures.get(i)));
        return new Row(to, List.copyOf(cells), total);
    }
}
