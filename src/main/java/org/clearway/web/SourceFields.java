// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Optional;
import org.clearway.language.Language;
import org.clearway.language.Names;
import org.clearway.places.Basis;
import org.clearway.places.Reference;
import org.clearway.places.Source;
import org.clearway.time.Occurred;

/// The fields of a form in which a claim cites its source.
final class SourceFields {
    private SourceFields() {}

    /// What was typed, if it was sound; else the form complains.
    static Optional<Source> read(Form form, ZoneId zone) {
        Optional<Names> publisher = form.one("publisher", "web.form.not-understood", text -> {
            var names = new EnumMap<Language, String>(Language.class);
            names.put(Language.EN, text);
            if (!form.text("publisher-ar").isBlank()) names.put(Language.AR, form.text("publisher-ar"));
            return new Names(names);
        });
        Optional<LocalDate> published = form.one("published", "web.form.day", LocalDate::parse);
        Optional<Reference> url = form.maybe("url", "web.form.url", Reference::new);
        if (publisher.isEmpty() || published.isEmpty()) return Optional.empty();
        return Optional.of(new Source(publisher.get(), Occurred.on(published.get(), zone), url, Basis.STATED));
    }
}
