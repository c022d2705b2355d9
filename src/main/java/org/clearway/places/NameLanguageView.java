// SPDX-License-Identifier: Apache-2.0
package org.clearway.places;

import java.util.List;
import java.util.stream.Collectors;
import org.clearway.journal.Entry;
import org.clearway.journal.View;
import org.clearway.language.Language;
import org.clearway.time.Micros;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The languages that names are asked for in, a row for each time that they were chosen.
final class NameLanguageView implements View {
    @Override
    public List<Table> tables() {
        return List.of(new Table("name_language", "position"));
    }

    @Override
    public void apply(Entry entry, JdbcClient rows) {
        if (!(entry.body() instanceof NameLanguagesChosen chosen)) return;
        rows.sql("insert into name_language (position, languages, known_from) values (?, ?, ?)")
                .param(entry.position())
                .param(chosen.languages().stream().sorted().map(Language::tag).collect(Collectors.joining(" ")))
                .param(Micros.of(entry.received()))
                .update();
    }

    /// As they were chosen last; none where nobody chose any.
    static List<Language> chosen(JdbcClient rows) {
        return rows
                .sql("select languages from name_language order by position desc limit 1")
                .query((row, n) -> List.of(row.getString(1).split(" ", -1)))
                .optional()
                .orElse(List.of())
                .stream()
                .flatMap(tag -> Language.ofTag(tag).stream())
                .toList();
    }
}
