// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.clearway.access.Role;
import org.clearway.gate.Band;
import org.clearway.journal.Journal;
import org.clearway.language.Digits;
import org.clearway.language.Language;
import org.clearway.language.Names;
import org.clearway.paper.Blank;
import org.clearway.paper.Field;
import org.clearway.paper.Field.Kind;
import org.clearway.paper.Papers;
import org.clearway.paper.Thing;
import org.clearway.time.TimeWords;
import org.springframework.stereotype.Component;

/// The fields of a form on paper as a page shows them, to be printed or to be typed into: the same ones, in the same
/// order, with the same words.
@Component
final class PaperFields {
    /// So many options are boxes to tick; of more a cell of a table holds the number.
    private static final int BOXES_IN_A_CELL = 3;

    /// So many things are printed as boxes; of more the name is written.
    private static final int THINGS_AS_BOXES = 6;

    private final Papers papers;
    private final Journal journal;
    private final NodeFacts node;

    PaperFields(Papers papers, Journal journal, NodeFacts node) {
        this.papers = papers;
        this.journal = journal;
        this.node = node;
    }

    /// @param how such as `day`, `number`, `boxes`
    /// @param size how many signs it has room for
    /// @param coded whether its options are numbered, and the number is written
    /// @param printed whether its options stand on the sheet
    record Shown(
            String name,
            String label,
            String how,
            int size,
            List<Catalogue.Option> options,
            boolean required,
            boolean coded,
            boolean printed) {
        /// The options with their numbers, so that a typed digit finds one.
        public List<Catalogue.Option> typed() {
            if (!coded) return options;
            return IntStream.range(0, options.size())
                    .mapToObj(at -> new Catalogue.Option(
                            options.get(at).value(),
                            (at + 1) + " " + options.get(at).name()))
                    .toList();
        }
    }

    List<Shown> head(Blank blank, Words words) {
        return new Making(words).all(blank.layout().head(), false);
    }

    List<Shown> columns(Blank blank, Words words) {
        return new Making(words).all(blank.layout().columns(), true);
    }

    /// Whose clock the times on a sheet may have been told by: the node's, UTC, and any other.
    List<Catalogue.Option> zones(Words words) {
        var zones = new ArrayList<Catalogue.Option>();
        zones.add(new Catalogue.Option(node.zone().getId(), zone(words)));
        zones.add(new Catalogue.Option("UTC", "UTC"));
        for (int hours = -12; hours <= 14; hours++) {
            if (hours == 0) continue;
            ZoneOffset offset = ZoneOffset.ofHours(hours);
            zones.add(new Catalogue.Option(
                    offset.getId(), TimeWords.offset(offset, node.clock().instant())));
        }
        return zones;
    }

    /// Such as "Vienna (UTC+2)".
    String zone(Words words) {
        ZoneId zone = node.zone();
        String offset = words.offset(node.clock().instant());
        return TimeWords.of(words.language())
                .place(zone)
                .map(place -> words.say("paper.zone", Map.of("place", place, "offset", offset)))
                .orElse(offset);
    }

    /// The desks that may have written a form.
    static List<Catalogue.Option> desks(Blank blank, Words words) {
        return blank.desks().stream()
                .map((Role role) -> new Catalogue.Option(role.name(), words.say(role)))
                .toList();
    }

    /// What may be printed into the sheets of a form, to choose from.
    List<Catalogue.Option> presets(Thing thing, Words words) {
        return new Making(words).things(thing);
    }

    /// Reads what was typed from one field of a sheet, which becomes what a {@link org.clearway.paper.Part} holds.
    /// @throws IllegalArgumentException, java.time.DateTimeException where it is nothing of its kind
    static String read(Field field, List<Catalogue.Option> options, String typed) {
        String text = Digits.latin(typed.strip());
        return switch (field.kind()) {
            case Kind.Day day -> LocalDate.parse(day(text)).toString();
            case Kind.Clock clock -> LocalTime.parse(clock(text)).toString();
            case Kind.Hour hour -> String.valueOf(within(hour(text), 23));
            case Kind.Number number -> String.valueOf(within(text, number.most()));
            case Kind.Sign sign when text.length() <= sign.longest() -> text;
            case Kind.Sign sign -> throw new IllegalArgumentException("Longer than " + sign.longest());
            case Kind.Publisher publisher -> Names.of(Language.EN, text).in(Language.EN);
            case Kind.Pick pick -> known(options, text);
            case Kind.One one -> known(options, text);
            case Kind.Several several -> known(options, text);
        };
    }

    private static String known(List<Catalogue.Option> options, String value) {
        if (options.stream().noneMatch(option -> option.value().equals(value))) {
            throw new IllegalArgumentException("Not offered: " + value);
        }
        return value;
    }

    private static long within(String text, long most) {
        long number = Long.parseLong(text);
        if (number < 0 || number > most) throw new IllegalArgumentException("Not from 0 to " + most + ": " + text);
        return number;
    }

    /// Digits alone are enough, as they stand in the boxes.
    private static String day(String text) {
        return text.matches("\\d{8}")
                ? text.substring(0, 4) + "-" + text.substring(4, 6) + "-" + text.substring(6)
                : text;
    }

    private static String clock(String text) {
        String four = text.matches("\\d{3}|\\d:\\d{2}") ? "0" + text : text;
        return four.matches("\\d{4}") ? four.substring(0, 2) + ":" + four.substring(2) : four;
    }

    private static String hour(String text) {
        return text.replaceAll(":?00$", "").isEmpty() ? "0" : text.replaceAll("(?<=\\d):00$", "");
    }

    /// Makes the fields of one page, asking for each kind of thing once.
    private final class Making {
        private final Words words;
        private final Map<Thing, List<Catalogue.Option>> known = new EnumMap<>(Thing.class);

        Making(Words words) {
            this.words = words;
        }

        List<Shown> all(List<Field> fields, boolean inATable) {
            return fields.stream().map(field -> shown(field, inATable)).toList();
        }

        private Shown shown(Field field, boolean inATable) {
            List<Catalogue.Option> options = options(field.kind());
            boolean pick = field.kind() instanceof Kind.Pick;
            boolean coded = inATable && !pick && options.size() > BOXES_IN_A_CELL;
            boolean printed = pick ? !inATable && options.size() <= THINGS_AS_BOXES : !coded;
            return new Shown(
                    field.name(),
                    label(field),
                    how(field.kind()),
                    size(field.kind()),
                    options,
                    field.required(),
                    coded,
                    printed);
        }

        private String label(Field field) {
            String key = "paper.field." + field.name();
            return words.say(words.has(key) ? key : field.name());
        }

        private List<Catalogue.Option> options(Kind kind) {
            return switch (kind) {
                case Kind.Pick pick -> things(pick.of());
                case Kind.One one -> named(one.of());
                case Kind.Several several -> named(several.of());
                default -> List.of();
            };
        }

        List<Catalogue.Option> things(Thing thing) {
            return known.computeIfAbsent(
                    thing,
                    any -> papers.things(journal.now(), thing).entrySet().stream()
                            .map(one -> new Catalogue.Option(one.getKey(), words.name(one.getValue())))
                            .sorted(Catalogue.Option.byName(words))
                            .toList());
        }

        private List<Catalogue.Option> named(List<? extends Enum<?>> values) {
            return values.stream()
                    .map(value -> new Catalogue.Option(value.name(), name(value)))
                    .toList();
        }

        private String name(Enum<?> value) {
            return switch (value) {
                case Band band -> FigureFields.name(band, words);
                case Language language -> words.say("web.language." + language.tag());
                default -> words.say(value);
            };
        }
    }

    private static String how(Kind kind) {
        return switch (kind) {
            case Kind.Day day -> "day";
            case Kind.Clock clock -> "clock";
            case Kind.Hour hour -> "hour";
            case Kind.Number number -> "number";
            case Kind.Sign sign -> "sign";
            case Kind.Publisher publisher -> "publisher";
            case Kind.Pick pick -> "one";
            case Kind.One one -> "one";
            case Kind.Several several -> "several";
        };
    }

    private static int size(Kind kind) {
        return switch (kind) {
            case Kind.Number number -> String.valueOf(number.most()).length();
            case Kind.Sign sign -> Math.min(12, sign.longest());
            default -> 0;
        };
    }
}
