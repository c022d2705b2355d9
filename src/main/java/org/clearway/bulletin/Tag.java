// SPDX-License-Identifier: Apache-2.0
package org.clearway.bulletin;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.clearway.bulletin.Bulletin.NamedArea;
import org.clearway.geo.AreaPart;
import org.clearway.geo.PCode;
import org.clearway.language.Language;
import org.clearway.language.Names;
import org.clearway.language.Wording;

/// What a bulletin is filed under: an area, a corridor or a theme.
///
/// @param names what it is called; absent for a theme, whose words the catalogues hold
/// @param pcode an area's code, where it has one
public record Tag(TagId id, Optional<Names> names, Optional<PCode> pcode) {

    /// What a bulletin speaks of.
    enum Theme {
        CEASEFIRE,
        CORRIDOR,
        CONTROL
    }

    static Tag of(Theme theme) {
        return new Tag(TagId.of("theme", theme), Optional.empty(), Optional.empty());
    }

    /// The tags of a bulletin: themes, corridors, then the areas that ledgers and zones name.
    static List<Tag> of(Bulletin bulletin) {
        var tags = new ArrayList<Tag>();
        if (!bulletin.ledgers().isEmpty()) tags.add(of(Theme.CEASEFIRE));
        if (!bulletin.corridors().isEmpty()) tags.add(of(Theme.CORRIDOR));
        if (bulletin.zones().stream().anyMatch(zone -> !zone.control().isEmpty())) tags.add(of(Theme.CONTROL));
        bulletin.corridors()
                .forEach(corridor -> tags.add(new Tag(
                        TagId.of("corridor", corridor.corridor()), Optional.of(corridor.names()), Optional.empty())));
        var areas = new LinkedHashSet<NamedArea>();
        Stream.concat(
                        bulletin.ledgers().stream().flatMap(told -> told.stated().areas().stream()),
                        bulletin.zones().stream()
                                .flatMap(zone -> zone.parts().stream())
                                .map(AreaPart::area))
                .map(bulletin::area)
                .forEach(areas::add);
        areas.forEach(
                area -> tags.add(new Tag(TagId.of("area", area.area()), Optional.of(area.names()), area.pcode())));
        return tags;
    }

    /// What it is called in `language`.
    public String in(Language language) {
        return names.map(known -> known.in(language))
                .orElseGet(() -> Wording.of(language).say(themeKey()));
    }

    Term term() {
        Term name = names.<Term>map(Term.Called::new)
                .orElseGet(() -> Phrase.of(themeKey()).said());
        return pcode.map(code -> Phrase.of("bulletin.tag-with-code")
                        .with("name", name)
                        .with("code", new Term.Code(code.code()))
                        .said())
                .orElse(name);
    }

    private String themeKey() {
        return "bulletin." + id.text().replace("-", ".");
    }
}
