// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import com.ibm.icu.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import org.clearway.agreement.Agreements;
import org.clearway.agreement.Party;
import org.clearway.agreement.PartyId;
import org.clearway.agreement.PartyKind;
import org.clearway.geo.AreaId;
import org.clearway.geo.AreaKind;
import org.clearway.journal.Journal;
import org.clearway.places.Place;
import org.clearway.places.Places;
import org.clearway.places.Source;
import org.clearway.places.Withdrawal;
import org.springframework.stereotype.Component;

/// What parties, places and sources are called on a page, in its language.
@Component
final class Catalogue {
    private final Journal journal;
    private final Agreements agreements;
    private final Places places;

    Catalogue(Journal journal, Agreements agreements, Places places) {
        this.journal = journal;
        this.agreements = agreements;
        this.places = places;
    }

    /// The order of names in the language of a page.
    static Comparator<String> byName(Words words) {
        var order = Collator.getInstance(words.language().locale());
        return order::compare;
    }

    /// The names as they are known now.
    Named in(Words words) {
        return new Named(
                words,
                agreements.parties(journal.now()),
                places.list(journal.now()).stream().collect(Collectors.toMap(Place::id, place -> place)));
    }

    record Named(Words words, SequencedMap<PartyId, Party> parties, Map<AreaId, Place> places) {
        String party(PartyId id) {
            Party party = parties.get(id);
            return party == null ? id.slug() : words.name(party.names());
        }

        String area(AreaId id) {
            Place place = places.get(id);
            return place == null ? id.slug() : words.name(place.area().names());
        }

        /// A list of parties to choose from, by name.
        List<Option> partiesWithout(PartyKind... without) {
            List<PartyKind> left = List.of(without);
            return parties.values().stream()
                    .filter(party -> !left.contains(party.kind()))
                    .map(party -> new Option(party.id().slug(), words.name(party.names())))
                    .sorted(Option.byName(words))
                    .toList();
        }

        /// The areas of one kind to choose from, by name.
        List<Option> areasOf(AreaKind kind) {
            return places.values().stream()
                    .filter(place -> place.area().kind() == kind)
                    .map(place -> new Option(
                            place.id().slug(), words.name(place.area().names())))
                    .sorted(Option.byName(words))
                    .toList();
        }

        /// The areas of some kinds to choose from, by name, each with its kind.
        List<Option> areasOf(Set<AreaKind> kinds) {
            return places.values().stream()
                    .filter(place -> kinds.contains(place.area().kind()))
                    .map(place -> new Option(
                            place.id().slug(),
                            words.say(
                                    "web.set-up.area-of-kind",
                                    Map.of(
                                            "area", words.name(place.area().names()),
                                            "kind", words.say(place.area().kind())))))
                    .sorted(Option.byName(words))
                    .toList();
        }

        Cited cited(Source source, Optional<Withdrawal> withdrawn) {
            return Cited.of(source, withdrawn, words);
        }
    }

    /// One line of a list to choose from.
    record Option(String value, String name) {
        static Comparator<Option> byName(Words words) {
            return Comparator.comparing(Option::name, Catalogue.byName(words));
        }

        static <E extends Enum<E>> List<Option> of(Class<E> type, Words words) {
            return List.of(type.getEnumConstants()).stream()
                    .map(value -> new Option(value.name(), words.say(value)))
                    .toList();
        }
    }

    /// One box of several to tick.
    record Box(String value, String name, boolean ticked) {}

    /// A claim's source as a page cites it.
    ///
    /// @param url empty where none is known
    /// @param withdrawn that the claim was withdrawn, when and why; empty while it stands
    /// @param withdraw where it can be withdrawn; empty where that is not offered
    record Cited(String publisher, String day, String url, String basis, String withdrawn, String withdraw) {
        static Cited of(Source source, Words words) {
            return of(source, Optional.empty(), words);
        }

        static Cited of(Source source, Optional<Withdrawal> withdrawn, Words words) {
            return new Cited(
                    words.name(source.publisher()),
                    words.day(source.publishedOn()),
                    source.url().map(url -> url.url()).orElse(""),
                    words.say(source.basis()),
                    withdrawn
                            .map(taken -> words.say(
                                    "web.withdrawn",
                                    Map.of("when", words.moment(taken.at()), "reason", words.say(taken.reason()))))
                            .orElse(""),
                    "");
        }

        /// With a way to withdraw it, while it stands.
        Cited offering(String path) {
            return withdrawn.isEmpty() ? new Cited(publisher, day, url, basis, withdrawn, path) : this;
        }
    }
}
