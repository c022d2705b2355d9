// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clearway.access.Actor;
import org.clearway.access.Role;
import org.clearway.agreement.Agreement;
import org.clearway.agreement.AgreementId;
import org.clearway.agreement.ControlClaim;
import org.clearway.agreement.CorridorId;
import org.clearway.agreement.Held;
import org.clearway.agreement.Party;
import org.clearway.agreement.PartyId;
import org.clearway.agreement.PartyKind;
import org.clearway.agreement.Territory;
import org.clearway.agreement.Zone;
import org.clearway.agreement.ZoneId;
import org.clearway.corridor.AnnouncedStatus;
import org.clearway.corridor.Announcement;
import org.clearway.corridor.Corridor;
import org.clearway.corridor.CrossingId;
import org.clearway.corridor.CrossingPoint;
import org.clearway.geo.Area;
import org.clearway.geo.AreaId;
import org.clearway.geo.AreaKind;
import org.clearway.geo.AreaPart;
import org.clearway.geo.Extent;
import org.clearway.geo.Polygon;
import org.clearway.geo.Position;
import org.clearway.geo.Ring;
import org.clearway.geo.Shape;
import org.clearway.language.Language;
import org.clearway.language.Names;
import org.clearway.places.Basis;
import org.clearway.places.Reference;
import org.clearway.places.Source;
import org.clearway.time.Occurred;
import org.clearway.time.Span;

/// Two zones of a made-up land, told in two parts: what is known since 14 September 2019, and what since the 20th.
/// It is the 25th now. One area has the name that somebody with bad intentions would give it.
final class MapStory {
    static final String NASTY = "<img src=x onerror=\"document.title='taken over'\">&'\"</text></svg>";
    static final Names NORTHERN = names("Northern zone", "المنطقة الشمالية");
    private static final ZoneId NORTHERN_ZONE = new ZoneId("northern-zone");
    private static final ZoneId SOUTHERN_ZONE = new ZoneId("southern-zone");
    private static final PartyId GOVERNMENT = new PartyId("government");
    private static final PartyId GROUPS = new PartyId("groups");
    private static final PartyId AGENCY = new PartyId("agency");
    private static final PartyId OBSERVATORY = new PartyId("observatory");
    private static final AgreementId MEMORANDUM = new AgreementId("memorandum");
    private static final LocalDate MAY_2017 = LocalDate.of(2017, 5, 6);
    private static final Actor CELL = new Actor(Site.account(Role.COORDINATION), Set.of(Role.COORDINATION));

    private final Site site;

    private MapStory(Site site) {
        this.site = site;
    }

    static void tell(Site site) {
        var story = new MapStory(site);
        story.setting();
        story.knownOnThe14th();
        site.node().clock().set(Instant.parse("2019-09-20T12:00:00Z"));
        story.knownOnThe20th();
        site.node().clock().set(Instant.parse("2019-09-25T12:00:00Z"));
    }

    static Shape box(double west, double south, double east, double north) {
        return new Shape(List.of(new Polygon(
                new Ring(List.of(
                        micro(west),
                        micro(south),
                        micro(east),
                        micro(south),
                        micro(east),
                        micro(north),
                        micro(west),
                        micro(north),
                        micro(west),
                        micro(south))),
                List.of())));
    }

    private void setting() {
        area("north", AreaKind.ADM1, names("North", "الشمال"), Optional.empty(), Optional.of(box(30, 45, 31, 46)));
        area("west", AreaKind.ADM1, names("West", "الغرب"), Optional.empty(), Optional.of(box(29, 45, 30, 46)));
        area("south", AreaKind.ADM1, names(NASTY, "الجنوب"), Optional.empty(), Optional.of(box(30, 44, 31, 45)));
        area("east", AreaKind.ADM1, names("East", "الشرق"), Optional.empty(), Optional.of(box(31, 45, 31.8, 46)));
        area("marsh", AreaKind.ADM1, names("Marsh", "الأهوار"), Optional.empty(), Optional.empty());
        area(
                "ford",
                AreaKind.SETTLEMENT,
                names("Ford", "المخاضة"),
                Optional.of(Position.parse("45.123456", "30.567891")),
                Optional.empty());
        party(GOVERNMENT, PartyKind.GOVERNMENT, names("the Government", "الحكومة"));
        party(GROUPS, PartyKind.ARMED_GROUPS, names("armed groups", "الجماعات المسلحة"));
        party(AGENCY, PartyKind.MEDIA, names("Agency", "الوكالة"));
        party(OBSERVATORY, PartyKind.CIVIL_SOCIETY, names("Observatory", "المرصد"));
    }

    private void knownOnThe14th() {
        site.agreements()
                .record(
                        CELL,
                        site.node().act(),
                        new Agreement(
                                MEMORANDUM,
                                names("Memorandum", "المذكرة"),
                                Occurred.on(MAY_2017, Site.ZONE),
                                List.of(GOVERNMENT),
                                Optional.empty(),
                                published(MAY_2017)));
        zone(NORTHERN_ZONE, NORTHERN, part("north", Extent.WHOLE), part("west", Extent.PARTS));
        zone(
                SOUTHERN_ZONE,
                names("Southern zone", "المنطقة الجنوبية"),
                part("south", Extent.PARTS),
                part("marsh", Extent.PARTS));
        claim(
                new Territory.OfZone(NORTHERN_ZONE),
                new Held.OutsideControlOf(GOVERNMENT),
                Span.since(Occurred.on(LocalDate.of(2017, 6, 1), Site.ZONE)),
                AGENCY,
                LocalDate.of(2018, 1, 2));
        claim(
                new Territory.OfArea(new AreaId("south")),
                new Held.Contested(),
                Span.of(
                        Occurred.on(LocalDate.of(2018, 3, 1), Site.ZONE),
                        Occurred.on(LocalDate.of(2018, 5, 31), Site.ZONE)),
                OBSERVATORY,
                LocalDate.of(2018, 6, 1));
        corridor();
    }

    private void knownOnThe20th() {
        claim(
                new Territory.OfZone(NORTHERN_ZONE),
                new Held.By(GROUPS),
                Span.since(Occurred.in(YearMonth.of(2019, 1), Site.ZONE)),
                OBSERVATORY,
                LocalDate.of(2019, 8, 23));
        claim(
                new Territory.OfZone(SOUTHERN_ZONE),
                new Held.By(GOVERNMENT),
                Span.since(Occurred.in(Year.of(2018), Site.ZONE)),
                AGENCY,
                LocalDate.of(2019, 9, 20));
    }

    private void corridor() {
        var id = new CorridorId("river-road");
        LocalDate september13 = LocalDate.of(2019, 9, 13);
        site.corridors()
                .plan(
                        CELL,
                        site.node().act(),
                        new Corridor(
                                id,
                                names("River road", "طريق النهر"),
                                Optional.of(NORTHERN_ZONE),
                                Optional.empty(),
                                List.of(GOVERNMENT),
                                List.of(),
                                Set.of(),
                                List.of(
                                        new CrossingPoint(
                                                new CrossingId("gate"),
                                                names("Gate", "البوابة"),
                                                new AreaId("ford"),
                                                Optional.of(Position.parse("45.876543", "30.234567"))),
                                        new CrossingPoint(
                                                new CrossingId("ford"),
                                                names("Ford crossing", "معبر المخاضة"),
                                                new AreaId("ford"),
                                                Optional.empty())),
                                published(september13)));
        site.corridors()
                .announce(
                        CELL,
                        site.node().act(),
                        new Announcement(
                                id,
                                GOVERNMENT,
                                AnnouncedStatus.OPEN,
                                Span.since(Occurred.on(september13, Site.ZONE)),
                                false,
                                Optional.empty(),
                                List.of(),
                                Set.of(),
                                List.of(),
                                published(september13)));
    }

    private void area(String id, AreaKind kind, Names names, Optional<Position> position, Optional<Shape> shape) {
        site.places()
                .name(
                        CELL,
                        site.node().act(),
                        new Area(new AreaId(id), kind, Optional.empty(), names, List.of(), Optional.empty()),
                        position);
        shape.ifPresent(drawn -> site.places()
                .bound(
                        CELL,
                        site.node().act(),
                        new AreaId(id),
                        drawn,
                        Span.since(Occurred.on(LocalDate.of(1900, 1, 1), Site.ZONE)),
                        2_500,
                        published(MAY_2017)));
    }

    private void party(PartyId id, PartyKind kind, Names names) {
        site.agreements().name(CELL, site.node().act(), new Party(id, kind, names, Optional.empty()));
    }

    private void zone(ZoneId id, Names names, AreaPart... parts) {
        site.agreements()
                .define(
                        CELL,
                        site.node().act(),
                        new Zone(
                                id,
                                MEMORANDUM,
                                names,
                                List.of(parts),
                                Span.since(Occurred.on(MAY_2017, Site.ZONE)),
                                published(MAY_2017)));
    }

    private void claim(Territory territory, Held held, Span valid, PartyId claimant, LocalDate publishedOn) {
        site.agreements()
                .claim(
                        CELL,
                        site.node().act(),
                        new ControlClaim(territory, held, valid, claimant, published(publishedOn)));
    }

    private static AreaPart part(String area, Extent extent) {
        return new AreaPart(new AreaId(area), extent);
    }

    private static Source published(LocalDate day) {
        return new Source(
                names("Press office", "المكتب الصحفي"),
                Occurred.on(day, Site.ZONE),
                Optional.of(new Reference("https://press.example/" + day)),
                Basis.STATED);
    }

    static Names names(String english, String arabic) {
        return new Names(Map.of(Language.EN, english, Language.AR, arabic));
    }

    private static long micro(double degrees) {
        return Math.round(degrees * 1e6);
    }
}
