// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.clearway.access.Deed;
import org.clearway.agreement.Agreements;
import org.clearway.agreement.Control;
import org.clearway.agreement.KnownClaim;
import org.clearway.agreement.Territory;
import org.clearway.agreement.Zone;
import org.clearway.agreement.ZoneId;
import org.clearway.geo.Area;
import org.clearway.geo.AreaId;
import org.clearway.geo.AreaKind;
import org.clearway.journal.Journal;
import org.clearway.journal.Reading;
import org.clearway.places.Places;
import org.clearway.web.Sayings.Saying;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/// Who held a piece of ground on a day, according to whom, as it was known on another day.
@Controller
final class ControlPages implements Door.Keeper {
    private static final String ZONE = "zone:";
    private static final String AREA = "area:";

    private final Journal journal;
    private final Places places;
    private final Agreements agreements;
    private final NodeFacts node;

    ControlPages(Journal journal, Places places, Agreements agreements, NodeFacts node) {
        this.journal = journal;
        this.places = places;
        this.agreements = agreements;
        this.node = node;
    }

    /// The question about `territory` in an address.
    static String query(Territory territory, TwoDays days) {
        return days.query(days.day()) + "&of=" + typed(territory);
    }

    @Override
    public List<Door> doors() {
        return List.of(new Door("/control", "control", Deed.READ_MAP, 45));
    }

    @Needs(Deed.READ_MAP)
    @GetMapping("/control")
    ModelAndView control(Visit visit, Form form) {
        Reading reading = journal.now();
        Words words = visit.words();
        List<Zone> zones = agreements.zones(reading);
        Ground ground = Ground.of(places.gazetteer(reading), zones, words);
        Optional<TwoDays> days = TwoDays.typed(form, words, node);
        Optional<Territory> territory =
                form.maybe("of", "control.of-rule", ControlPages::territory).filter(found -> known(found, ground));
        if (territory.isEmpty() && !form.text("of").isBlank()) form.complain("of", words.say("control.of-rule"));
        var page = new ModelAndView("map/control")
                .addObject("form", form)
                .addObject("notice", ClaimForms.notice(form))
                .addObject("groups", groups(ground, words))
                .addObject("asked", false);
        if (!form.sound()) return Pages.again(page);
        return territory
                .map(of -> page.addAllObjects(new Asked(visit, days.orElseThrow(), of, reading, ground).model()))
                .map(model -> page)
                .orElse(page);
    }

    private static boolean known(Territory territory, Ground ground) {
        return switch (territory) {
            case Territory.OfZone(ZoneId zone) -> ground.zones().containsKey(zone);
            case Territory.OfArea(AreaId area) -> ground.gazetteer().area(area).isPresent();
        };
    }

    static Territory territory(String typed) {
        if (typed.startsWith(ZONE)) return new Territory.OfZone(new ZoneId(typed.substring(ZONE.length())));
        if (typed.startsWith(AREA)) return new Territory.OfArea(new AreaId(typed.substring(AREA.length())));
        throw new IllegalArgumentException("Ground is a zone or an area.");
    }

    static String typed(Territory territory) {
        return switch (territory) {
            case Territory.OfZone(ZoneId zone) -> ZONE + zone;
            case Territory.OfArea(AreaId area) -> AREA + area;
        };
    }

    /// What can be chosen: zones first, then areas from the coarsest kind to the finest.
    static List<Group> groups(Ground ground, Words words) {
        var groups = new ArrayList<Group>();
        groups.add(new Group(
                words.say("control.zones"),
                ground.zones().keySet().stream()
                        .map(zone -> choice(new Territory.OfZone(zone), ground))
                        .toList()));
        var byKind = new LinkedHashMap<AreaKind, List<Choice>>();
        for (AreaKind kind : AreaKind.values()) byKind.put(kind, new ArrayList<>());
        for (Area area : ground.gazetteer().areas()) {
            byKind.getOrDefault(area.kind(), new ArrayList<>()).add(choice(new Territory.OfArea(area.id()), ground));
        }
        byKind.forEach((kind, choices) -> groups.add(new Group(words.say(kind), choices)));
        groups.removeIf(group -> group.choices().isEmpty());
        return groups;
    }

    private static Choice choice(Territory territory, Ground ground) {
        return new Choice(typed(territory), ground.name(territory));
    }

    /// One question and what is answered.
    private final class Asked {
        private final Visit visit;
        private final TwoDays days;
        private final Territory of;
        private final Ground ground;
        private final Words words;
        private final Sayings sayings;
        private final Control control;
        private final List<KnownClaim> onDay;
        private final List<KnownClaim> onRecord;
        private final List<Zone> zonesOnDay;

        Asked(Visit visit, TwoDays days, Territory of, Reading reading, Ground ground) {
            this.visit = visit;
            this.days = days;
            this.of = of;
            this.ground = ground;
            words = visit.words();
            sayings = new Sayings(agreements.parties(reading), words);
            control = agreements.control(visit.actor(), reading, of, days.asked());
            onDay = agreements.claims(visit.actor(), reading, days.asked());
            onRecord = agreements.claimsOnRecord(visit.actor(), reading, days.knownAt());
            zonesOnDay = agreements.zones(reading, days.asked());
        }

        Map<String, Object> model() {
            List<Saying> claimed = switch (control) {
                case Control.Claimed(List<KnownClaim> claims) -> sayings(claims);
                case Control.NobodyHasClaimed() -> List.of();
            };
            return Map.of(
                    "asked", true,
                    "ground", ground.name(of),
                    "sentence", days.sentence(words, node.clock().instant()),
                    "claimed", claimed,
                    "related", sayings(onDay.stream().filter(related()).toList()),
                    "history",
                            sayings(onRecord.stream()
                                    .filter(known -> known.claim().territory().equals(of))
                                    .toList()),
                    "mapQuery", days.query(days.day()));
        }

        /// Of a zone: what is claimed of the areas that it takes, or takes parts of. Of an area: of such zones.
        private Predicate<KnownClaim> related() {
            return known -> zonesOnDay.stream()
                    .anyMatch(zone -> isPair(zone, known.claim().territory()));
        }

        private boolean isPair(Zone zone, Territory claimed) {
            return switch (of) {
                case Territory.OfZone(ZoneId asked) ->
                    zone.id().equals(asked) && claimed instanceof Territory.OfArea(AreaId area) && takes(zone, area);
                case Territory.OfArea(AreaId asked) ->
                    claimed.equals(new Territory.OfZone(zone.id())) && takes(zone, asked);
            };
        }

        private static boolean takes(Zone zone, AreaId area) {
            return zone.parts().stream().anyMatch(part -> part.area().equals(area));
        }

        /// Who looks back only reads.
        private Saying offered(KnownClaim known, Saying saying) {
            boolean offers = days.known().isEmpty() && visit.may(Deed.RECORD_CONTROL);
            return offers ? saying.offering("/withdraw/control/" + known.id()) : saying;
        }

        private List<Saying> sayings(List<KnownClaim> claims) {
            return claims.stream()
                    .map(known -> offered(
                            known,
                            sayings.saying(
                                    known,
                                    ground.name(known.claim().territory()),
                                    days.asked().surelyBegun(known.claim().valid()))))
                    .toList();
        }
    }

    record Group(String label, List<Choice> choices) {}

    record Choice(String value, String label) {}
}
