// SPDX-License-Identifier: Apache-2.0
package org.clearway.export;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.clearway.journal.StoryKind;
import org.clearway.language.Wording;
import org.clearway.time.TimeWords;

/// What whoever opens a file must know to read it right.
/// @param known the moment whose knowledge it is
/// @param stream the node and its incarnation
/// @param version of the program
/// @param story what its node tells, where it is none of the real ones
/// @param corridor what the one asked for is called
record About(
        Wanted wanted,
        List<Column> columns,
        Instant known,
        String stream,
        String version,
        Optional<StoryKind> story,
        Optional<String> corridor,
        ZoneId zone,
        Wording words) {
    String title() {
        return words.say(wanted.table());
    }

    /// The heading of the column that numbers the lines. In a file without a sheet about it, the mark stands here.
    String numberHeading() {
        String heading = words.say("export.column.number");
        return marked(heading);
    }

    /// What stands in the last line, so that a file that was cut off is seen to be.
    String end(long lines) {
        return marked("END " + lines);
    }

    private String marked(String text) {
        return story.map(kind -> text + " – " + words.say("export.mark." + kind))
                .orElse(text);
    }

    String heading(Column column) {
        return words.say("export.column." + column.key());
    }

    boolean tagged() {
        return columns.stream().anyMatch(column -> !column.tag().isEmpty());
    }

    /// Each thing and what is said of it.
    List<List<String>> said(long lines) {
        var said = new java.util.ArrayList<List<String>>();
        story.ifPresent(kind -> say(said, "marked", words.say("export.marked." + kind)));
        say(said, "table", title());
        say(said, "what", words.say("export.what." + wanted.table()));
        wanted.days().ifPresent(days -> say(said, "days", days.from() + " – " + days.to()));
        corridor.ifPresent(name -> say(said, "corridor", name));
        say(said, "known", known.atZone(zone).toOffsetDateTime().toString());
        say(said, "zone", zone.getId() + " (" + TimeWords.offset(zone, known) + ")");
        say(said, "node", stream);
        say(said, "program", "Clearway " + version);
        say(said, "lines", Long.toString(lines));
        say(said, "language", wanted.language().tag());
        say(said, "class", words.say(wanted.table().restricted() ? "export.restricted" : "export.published"));
        say(said, "unknown", words.say("export.unknown-rule"));
        say(said, "claims", words.say("export.claims-rule"));
        return said;
    }

    private void say(List<List<String>> said, String key, String text) {
        said.add(List.of(words.say("export.about." + key), text));
    }
}
