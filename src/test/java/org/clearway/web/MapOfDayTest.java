// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.clearway.agreement.AgreementId;
import org.clearway.agreement.ClaimId;
import org.clearway.agreement.ControlClaim;
import org.clearway.agreement.Held;
import org.clearway.agreement.KnownClaim;
import org.clearway.agreement.PartyId;
import org.clearway.agreement.Territory;
import org.clearway.agreement.Zone;
import org.clearway.geo.Area;
import org.clearway.geo.AreaId;
import org.clearway.geo.AreaKind;
import org.clearway.geo.AreaPart;
import org.clearway.geo.AreaShape;
import org.clearway.geo.Extent;
import org.clearway.geo.Gazetteer;
import org.clearway.geo.GeoJson;
import org.clearway.geo.Shape;
import org.clearway.journal.ActId;
import org.clearway.language.Language;
import org.clearway.language.Names;
import org.clearway.places.Basis;
import org.clearway.places.Source;
import org.clearway.time.Occurred;
import org.clearway.time.Span;
import org.clearway.web.MapOfDay.Plot;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/// What a map shows of claims, and how it is drawn: pure, without a node.
class MapOfDayTest {
    private static final ZoneId ZONE = ZoneId.of("UTC");
    private static final Instant LONG_AGO = Instant.parse("1900-01-01T00:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2019, 9, 14);
    private static final Names SOURCE = Names.of(Language.EN, "Press office");
    private static final PartyId GOVERNMENT = new PartyId("government");
    private static final PartyId GROUPS = new PartyId("groups");
    private static final Words ENGLISH = new Words(Language.EN, ZONE);

    private final Map<String, Names> names = new LinkedHashMap<>(Map.of(
            "north", MapStory.names("North", "الشمال"),
            "west", MapStory.names("West", "الغرب"),
            "east", MapStory.names("East", "الشرق")));
    private final Map<String, Shape> shapes = new LinkedHashMap<>(Map.of(
            "north", MapStory.box(30, 45, 31, 46),
            "west", MapStory.box(29, 45, 30, 46),
            "east", MapStory.box(31, 45, 31.8, 46)));
    private final List<Zone> zones = new ArrayList<>();
    private final List<KnownClaim> claims = new ArrayList<>();

    @Test
    void aClaimOnAZoneIsDrawnWholeWhereAllBelongsAndBrokenWherePartsDo() {
        zone("zone-a", part("north", Extent.WHOLE), part("west", Extent.PARTS));
        claim(onZone("zone-a"), new Held.By(GOVERNMENT), "agency", since(DAY));
        assertThat(plot("north").hatches()).isEqualTo(Map.of(0, Extent.WHOLE));
        assertThat(plot("west").hatches()).isEqualTo(Map.of(0, Extent.PARTS));
        assertThat(plot("west").zones()).isEqualTo(Map.of(1, Extent.PARTS));
        assertThat(plot("east").zones()).isEmpty();
    }

    @Test
    void claimsThatDifferLieOverEachOtherAndClaimsThatAgreeAreOneHatching() {
        zone("zone-a", part("north", Extent.WHOLE));
        claim(onZone("zone-a"), new Held.By(GOVERNMENT), "agency", since(DAY));
        claim(onZone("zone-a"), new Held.By(GROUPS), "observatory", since(DAY));
        claim(onZone("zone-a"), new Held.By(GOVERNMENT), "office", since(DAY));
        assertThat(plot("north").hatches().keySet()).containsExactly(0, 1);
        assertThat(map().drawn()).hasSize(3);
    }

    @Test
    void aClaimOfWhichItIsNotToldWhetherItHadBegunIsInTheTableAndNotOnTheMap() {
        zone("zone-a", part("north", Extent.WHOLE));
        claim(onZone("zone-a"), new Held.By(GOVERNMENT), "agency", Span.since(Occurred.in(Year.of(2019), ZONE)));
        assertThat(plot("north").hatches()).isEmpty();
        assertThat(map().zones().getFirst().claims())
                .singleElement()
                .satisfies(told -> assertThat(told.surelyBegun()).isFalse());
    }

    @Test
    void aClaimOnAnAreaIsDrawnOverAllOfItAlsoWhereAZoneHasOnlyParts() {
        zone("zone-a", part("north", Extent.PARTS));
        claim(onZone("zone-a"), new Held.By(GOVERNMENT), "agency", since(DAY));
        claim(new Territory.OfArea(new AreaId("north")), new Held.By(GOVERNMENT), "office", since(DAY));
        assertThat(plot("north").hatches()).isEqualTo(Map.of(0, Extent.WHOLE));
        assertThat(map().areas()).hasSize(1);
    }

    @Test
    void anAreaWithoutABorderOnRecordIsSaidNotToBeDrawn() {
        shapes.remove("west");
        zone("zone-a", part("north", Extent.WHOLE), part("west", Extent.PARTS));
        assertThat(map().zones().getFirst().notDrawn()).containsExactly(new AreaId("west"));
        assertThat(map().plots()).hasSize(2);
    }

    @Test
    void whereClaimsAreMoreThanHatchingsTheLastOneStandsForAllThatAreLeft() {
        for (int i = 0; i < MapOfDay.LOOKS + 3; i++) {
            claim(new Territory.OfArea(new AreaId("north")), new Held.By(new PartyId("p" + i)), "c" + i, since(DAY));
        }
        assertThat(plot("north").hatches().keySet())
                .containsExactlyElementsOf(
                        IntStream.range(0, MapOfDay.LOOKS).boxed().toList());
    }

    @Test
    void theDrawingIsWellFormedWhateverPlacesAreCalled() throws Exception {
        names.put("north", Names.of(Language.EN, MapStory.NASTY));
        names.put("west", Names.of(Language.EN, "]]> <!-- &amp; \u202ewest"));
        zone("zone-a", part("north", Extent.WHOLE), part("west", Extent.PARTS));
        claim(onZone("zone-a"), new Held.By(GOVERNMENT), "agency", since(DAY));
        String svg = new MapDrawing(map(), ENGLISH).svg("\"><script>alert(1)</script>");
        assertThat(svg).doesNotContain("<img", "<script", "<!--", " style=");
        Document drawn = parsed(svg);
        assertThat(elements(drawn)).containsOnly("svg", "g", "title", "path", "text");
        assertThat(drawn.getDocumentElement().getAttribute("aria-label")).startsWith("\"><script>");
        assertThat(drawn.getDocumentElement().getTextContent()).contains(MapStory.NASTY);
    }

    @Test
    void namesAreInTheLanguageOfThePageAndPartsAreCalledParts() {
        zone("zone-a", part("north", Extent.WHOLE), part("west", Extent.PARTS));
        String english = new MapDrawing(map(), ENGLISH).svg("map");
        String arabic = new MapDrawing(map(), new Words(Language.AR, ZONE)).svg("map");
        assertThat(english).contains(">North<", ">zone 1<", ">parts: zone 1<", " km<");
        assertThat(arabic)
                .contains(">الشمال<", ">المنطقة 1<", ">أجزاء: المنطقة 1<")
                .doesNotContain("North");
    }

    @Test
    void everyPatternThatCanBeNamedIsThere() throws Exception {
        String patterns = new String(
                MapOfDayTest.class
                        .getResourceAsStream("/templates/map/patterns.html")
                        .readAllBytes(),
                StandardCharsets.UTF_8);
        List<String> ids = Pattern.compile("<pattern id=\"([^\"]*)\"")
                .matcher(patterns)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
        assertThat(ids).doesNotHaveDuplicates().contains("ground-parts", "look-several");
        for (int look = 0; look < MapOfDay.LOOKS; look++) {
            for (Extent extent : Extent.values()) assertThat(ids).contains(MapDrawing.pattern(look, extent));
        }
    }

    @Test
    void featuresAreGeoJsonWithThreeDecimalsAtMost() {
        shapes.put("north", MapStory.box(30.123456, 45.123456, 31, 46));
        zone("zone-a", part("north", Extent.WHOLE), part("west", Extent.PARTS));
        claim(onZone("zone-a"), new Held.By(GOVERNMENT), "agency", since(DAY));
        String json = new MapDrawing(map(), ENGLISH).geoJson();
        assertThat(Pattern.compile("\\d\\.\\d{4,}[,\\]]").matcher(json).find()).isFalse();
        List<GeoJson.Feature> features = GeoJson.read(json.getBytes(StandardCharsets.UTF_8));
        assertThat(features).hasSize(3);
        assertThat(features)
                .filteredOn(feature -> feature.required("name").equals("West"))
                .singleElement()
                .satisfies(west -> {
                    assertThat(west.required("hatches")).isEqualTo("look-0-parts");
                    assertThat(west.required("class")).isEqualTo("ground zone zone-parts");
                    assertThat(west.required("notes")).isEqualTo("parts: zone 1");
                });
    }

    @Test
    void groundTooSmallForTheSheetIsLeftOutAndTheRestIsDrawn() throws Exception {
        names.put("islet", Names.of(Language.EN, "Islet"));
        shapes.put("islet", MapStory.box(31.9, 45.5, 31.900002, 45.500002));
        zone("zone-a", part("north", Extent.WHOLE));
        Document drawn = parsed(new MapDrawing(map(), ENGLISH).svg("map"));
        assertThat(drawn.getElementsByTagName("path").getLength()).isEqualTo(4);
    }

    private static Document parsed(String svg) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    private static List<String> elements(Document document) {
        var names = new ArrayList<String>();
        var all = document.getElementsByTagName("*");
        for (int i = 0; i < all.getLength(); i++) names.add(((Element) all.item(i)).getTagName());
        return names;
    }

    private Plot plot(String area) {
        return map().plots().stream()
                .filter(plot -> plot.area().id().slug().equals(area))
                .findFirst()
                .orElseThrow();
    }

    private MapOfDay map() {
        var gazetteer = new Gazetteer(
                names.keySet().stream().sorted().map(this::area).toList(),
                shapes.entrySet().stream()
                        .map(shape -> AreaShape.from(LONG_AGO, new AreaId(shape.getKey()), shape.getValue()))
                        .toList());
        return MapOfDay.of(new MapOfDay.Answers(
                new TwoDays(DAY, Optional.empty(), ZONE), gazetteer, zones, zones, claims, claims, List.of()));
    }

    private Area area(String id) {
        return new Area(
                new AreaId(id),
                AreaKind.ADM1,
                Optional.empty(),
                names.getOrDefault(id, SOURCE),
                List.of(),
                Optional.empty());
    }

    private void zone(String id, AreaPart... parts) {
        zones.add(new Zone(
                new org.clearway.agreement.ZoneId(id),
                new AgreementId("memorandum"),
                Names.of(Language.EN, id),
                Arrays.asList(parts),
                since(LocalDate.of(2017, 5, 6)),
                published()));
    }

    private void claim(Territory territory, Held held, String claimant, Span valid) {
        claims.add(new KnownClaim(
                ClaimId.of(new ActId(new UUID(0x7000, claims.size()))),
                new ControlClaim(territory, held, valid, new PartyId(claimant), published()),
                LONG_AGO,
                Optional.empty()));
    }

    private static Territory onZone(String id) {
        return new Territory.OfZone(new org.clearway.agreement.ZoneId(id));
    }

    private static AreaPart part(String area, Extent extent) {
        return new AreaPart(new AreaId(area), extent);
    }

    private static Span since(LocalDate day) {
        return Span.since(Occurred.on(day, ZONE));
    }

    private static Source published() {
        return new Source(SOURCE, Occurred.on(DAY, ZONE), Optional.empty(), Basis.STATED);
    }
}
