// SPDX-License-Identifier: Apache-2.0
package org.clearway.bulletin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.clearway.bulletin.NewsCopy.Block;
import org.clearway.bulletin.NewsCopy.Paragraph;
import org.clearway.bulletin.NewsCopy.Points;
import org.clearway.bulletin.NewsCopy.Section;
import org.clearway.bulletin.NewsCopy.Table;
import org.clearway.bulletin.Sentence.Claim;
import org.clearway.language.Language;
import org.clearway.language.Names;
import org.clearway.language.Wording;
import org.clearway.time.TimeWords;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What the published bulletins of both shipped scenarios say, in both languages (practice §8 and §10, rules 7, 8 and
/// 20).
class BulletinTextTest {
    private static final LocalDate FOURTEENTH = LocalDate.of(2019, 9, 14);
    private static final Pattern FIGURE = Pattern.compile("[0-9][0-9,.:+]*");
    private static final Pattern ADDRESS = Pattern.compile("https?://\\S+");
    private static final String SIGNS_OF_DIRECTION = "[\u2068\u2069]";

    /// What our own voice does not say (practice §8.2).
    private static final Pattern ENGLISH_LEXICON = Pattern.compile(
            "(?i)\\b(militant|terroris|gang|regime|rebel|liberat|occup|recaptur|seiz|human shield|hostage"
                    + "|refugee|reconcil|surrender|voluntar|fighter|extremis|bandit)\\w*");

    private static final Pattern ARABIC_LEXICON =
            Pattern.compile("إرهاب|متشدد|ميليشي|عصاب|النظام|متمرد|تحرير|حرّر|محتل|احتلال|استعاد|دروع بشرية|رهائن|رهينة"
                    + "|لاجئ|مصالحة|استسل|طوعي|متطرف|مقاتل|مسلحين");

    @TempDir
    static Path folder;

    private static final List<Edition> EDITIONS = new ArrayList<>();

    @BeforeAll
    static void publishEverything() {
        for (String[] told :
                new String[][] {{"abu-al-duhur-2019", "2020-02-01T00:00:00Z"}, {"sumy-2022", "2022-04-01T00:00:00Z"}}) {
            try (var node = new ToldNode(folder.resolve(told[0]), told[0]).to(told[1])) {
                EDITIONS.addAll(node.bulletins
                        .all(node.journal.now(), Optional.empty(), 100)
                        .editions());
            }
        }
    }

    @AfterAll
    static void forget() {
        EDITIONS.clear();
    }

    static List<Edition> editions() {
        assertThat(EDITIONS).hasSizeGreaterThanOrEqualTo(9);
        return EDITIONS;
    }

    @ParameterizedTest
    @MethodSource("editions")
    void everyClaimCarriesWhoseItIsAndWhereItWasPublished(Edition edition) {
        assertThat(sentences(edition)).hasAtLeastOneElementOfType(Claim.class);
        for (Language language : Language.offered()) {
            var setter = new Typesetter(language);
            sentences(edition)
                    .filter(Claim.class::isInstance)
                    .map(Claim.class::cast)
                    .forEach(claim -> {
                        String line = setter.bare(claim.phrase());
                        assertThat(line).contains(claim.attributedTo().in(language));
                        boolean sameName = claim.attributedTo()
                                .in(language)
                                .equals(claim.source().publisher().in(language));
                        if (!sameName)
                            assertThat(line).contains(claim.source().publisher().in(language));
                        assertThat(line)
                                .contains(TimeWords.of(language)
                                        .day(claim.source().publishedOn()));
                    });
        }
    }

    @ParameterizedTest
    @MethodSource("editions")
    void ourOwnWordsAreNeutral(Edition edition) {
        for (Language language : Language.offered()) {
            String ours =
                    withoutNames(edition, language).replace(Wording.of(language).say("corridor.as-voluntary"), "");
            assertThat(lexicon(language).matcher(ours).results().map(match -> match.group()))
                    .as(ours)
                    .isEmpty();
        }
    }

    @Test
    void soAreTheWordsThatTheseBulletinsDidNotNeed() {
        for (Language language : Language.offered()) {
            Wording.of(language).patterns().forEach((key, words) -> {
                if (!key.matches(
                        "(bulletin|corridor|AnnouncedStatus|ReasonClaimed|Service|PermittedFlow|Counted)\\..*")) {
                    return;
                }
                assertThat(words.replace(Wording.of(language).say("corridor.as-voluntary"), ""))
                        .as(key)
                        .doesNotContainPattern(lexicon(language));
            });
        }
    }

    @ParameterizedTest
    @MethodSource("editions")
    void everyLanguageCarriesTheSameFigures(Edition edition) {
        for (Format format : Format.values()) {
            assertThat(figures(edition.render(Language.AR, format)))
                    .containsExactlyInAnyOrderElementsOf(figures(edition.render(Language.EN, format)));
        }
    }

    @ParameterizedTest
    @MethodSource("editions")
    void aHeadlineIsShortAndIsWhatThePageSays(Edition edition) {
        for (Language language : Language.offered()) {
            assertThat(edition.headline(language)).isNotBlank().hasSizeLessThanOrEqualTo(90);
            assertThat(bare(edition.render(language, Format.PLAIN))).contains(edition.headline(language));
        }
    }

    @Test
    void aHeadlineOfNoNewsStandsOnlyAboveABulletinWithoutAny() {
        assertThat(of(LocalDate.of(2022, 3, 13)).headline(Language.EN))
                .isEqualTo("Reports state about 10,000 and more than 10,052 people through Sumy–Poltava corridor");
        assertThat(of(LocalDate.of(2022, 3, 9)).headline(Language.AR))
                .contains("5,000")
                .contains("6,700");
    }

    @ParameterizedTest
    @MethodSource("editions")
    void everyCorridorSaysThatThoseWhoStayKeepTheirProtection(Edition edition) {
        for (Language language : Language.offered()) {
            String line = Wording.of(language).say("corridor.stayers-keep-protection");
            int corridors = edition.bulletin().corridors().size();
            assertThat(edition.render(language, Format.PLAIN).split(Pattern.quote(line), -1))
                    .hasSize(corridors + 1);
        }
    }

    @ParameterizedTest
    @MethodSource("editions")
    void everyFormIsMarkedAsAReconstruction(Edition edition) {
        for (Language language : Language.offered()) {
            for (Format format : Format.values()) {
                assertThat(edition.render(language, format))
                        .contains(Wording.of(language).say("bulletin.mark.RECONSTRUCTION"));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("editions")
    void theFragmentIsWellFormedAndLoadsAndRunsNothing(Edition edition) throws Exception {
        for (Language language : Language.offered()) {
            String html = edition.render(language, Format.HTML);
            var page = Xml.parse(html.getBytes(StandardCharsets.UTF_8));
            assertThat(page.getDocumentElement().getAttribute("lang")).isEqualTo(language.tag());
            assertThat(page.getDocumentElement().getAttribute("dir")).isEqualTo(language.direction());
            assertThat(Xml.texts(page, "h1")).hasSize(1);
            assertThat(Xml.texts(page, "time")).isNotEmpty();
            assertThat(html).doesNotContainPattern("(?i)<(script|style|img|link|iframe|object)|\\s(on\\w+|style|src)=");
        }
    }

    @Test
    void onTheFourteenthThreeLedgersStandApartAndTheirSumIsNowhere() {
        Edition edition = of(FOURTEENTH);
        for (Language language : Language.offered()) {
            for (Format format : Format.values()) {
                assertThat(figures(edition.render(language, format)))
                        .contains("34", "31")
                        .doesNotContain("65", "68", "99");
            }
            List<String> rows = edition.render(language, Format.HTML)
                    .lines()
                    .filter(line -> line.startsWith("<tr>"))
                    .toList();
            assertThat(rows).hasSize(3);
            assertThat(figures(rows.get(0))).endsWith("34");
            assertThat(figures(rows.get(1))).endsWith("34", "6", "11", "13", "4");
            assertThat(figures(rows.get(2))).endsWith("31", "2", "6", "13", "10");
        }
        assertThat(bare(edition.render(Language.EN, Format.PLAIN)))
                .contains(
                        "34 cases of fire for the 24 hours to 14 September 2019; by place: Aleppo 6, Latakia 11, Idlib 13,"
                                + " Hama 4")
                .contains(
                        "31 cases of fire for the 24 hours to 14 September 2019; by place: Idlib 13, Hama 10, Aleppo 2,"
                                + " Latakia 6")
                .contains(
                        "34 cases of fire for 13 September 2019, in Aleppo, Latakia, Idlib and Hama; parts not stated");
    }

    @Test
    void aTotalThatDoesNotAgreeWithItsPartsIsSaidSo() {
        assertThat(bare(of(LocalDate.of(2019, 9, 30)).render(Language.EN, Format.PLAIN)))
                .contains("The parts stated add up to 7, the total stated is 8. Both are given as stated.");
    }

    @Test
    void aDayOnWhichNobodyPassedSaysZeroAndAFigureThatNobodyGaveIsNone() {
        assertThat(bare(of(LocalDate.of(2019, 9, 16)).render(Language.EN, Format.PLAIN)))
                .contains("0 people through the corridor");
        assertThat(bare(of(FOURTEENTH).render(Language.EN, Format.PLAIN)))
                .contains("No figure of people through the corridor is on record for the 30 days before the cut-off")
                .doesNotContain("0 people");
    }

    @Test
    void eachSidesReasonStandsUnderItsName() {
        assertThat(bare(of(LocalDate.of(2019, 9, 22)).render(Language.EN, Format.PLAIN)))
                .contains(
                        "Government of Syria, reasons given: armed groups block the corridor, attributed to armed groups in"
                                + " the Idlib zone")
                .contains("National Front for Liberation, reason given: people do not wish to leave");
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void aNameCannotBreakOutOfItsPlace(Format format) throws Exception {
        var hostile = new Names(Map.of(
                Language.EN, "</article><script>alert('{0}')</script> {who} \u202e\u2068 \ue000",
                Language.AR, "<b onclick=\"x\">اسم</b> {source} \u2067\ue001"));
        Bulletin harmless = of(FOURTEENTH).bulletin();
        var bulletin = new Bulletin(
                harmless.day(),
                harmless.version(),
                harmless.reconstruction(),
                harmless.story(),
                hostile,
                hostile,
                Optional.of(hostile),
                harmless.covers(),
                harmless.known(),
                harmless.parties().stream()
                        .map(named -> new Bulletin.NamedParty(named.party(), hostile))
                        .toList(),
                harmless.areas().stream()
                        .map(named -> new Bulletin.NamedArea(named.area(), hostile, named.pcode()))
                        .toList(),
                harmless.ledgers(),
                harmless.equalTotals(),
                harmless.silent(),
                harmless.unnamed(),
                harmless.corridors(),
                harmless.agreements(),
                harmless.zones(),
                harmless.correction());
        for (Language language : Language.offered()) {
            String text = Edition.notMade(bulletin).render(language, format);
            assertThat(text).doesNotContain("\u202e").doesNotContain("\u2067").doesNotContainPattern("[\ue000-\uf8ff]");
            assertThat(text.chars().filter(c -> c == '\u2068').count())
                    .isEqualTo(text.chars().filter(c -> c == '\u2069').count());
            if (format == Format.HTML) {
                assertThat(text).doesNotContain("<script").doesNotContain("<b ");
                Xml.parse(text.getBytes(StandardCharsets.UTF_8));
            } else {
                assertThat(text).contains(language == Language.EN ? "{who}" : "{source}");
            }
        }
    }

    private static Pattern lexicon(Language language) {
        return language == Language.AR ? ARABIC_LEXICON : ENGLISH_LEXICON;
    }

    private static Edition of(LocalDate day) {
        return editions().stream()
                .filter(edition -> edition.day().equals(day))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> figures(String text) {
        String seen = ADDRESS.matcher(text.replaceAll("<a [^>]*>[^<]*</a>", "")
                        .replaceAll("<[^>]*>", " ")
                        .replace("&#39;", "'"))
                .replaceAll("");
        return FIGURE.matcher(seen)
                .results()
                .map(match -> match.group().replaceAll("[,.:+]+$", ""))
                .toList();
    }

    private static String bare(String text) {
        return text.replaceAll(SIGNS_OF_DIRECTION, "");
    }

    private static String withoutNames(Edition edition, Language language) {
        Bulletin bulletin = edition.bulletin();
        var names = new ArrayList<Names>();
        names.add(bulletin.issuer());
        bulletin.parties().forEach(named -> names.add(named.names()));
        bulletin.corridors().forEach(told -> names.add(told.names()));
        bulletin.agreements().forEach(told -> names.add(told.names()));
        bulletin.zones().forEach(told -> names.add(told.names()));
        sentences(edition)
                .filter(Claim.class::isInstance)
                .map(Claim.class::cast)
                .forEach(claim -> names.add(claim.source().publisher()));
        String text =
                ADDRESS.matcher(bare(edition.render(language, Format.PLAIN))).replaceAll("");
        for (Names name : names) {
            text = text.replaceAll(Pattern.quote(name.in(language)), Matcher.quoteReplacement("…"));
        }
        return text;
    }

    private static Stream<Sentence> sentences(Edition edition) {
        NewsCopy copy = CopyDesk.write(edition.bulletin(), edition.stage());
        return Stream.concat(
                copy.lede().stream(),
                Stream.concat(copy.sections().stream(), copy.small().stream()).flatMap(BulletinTextTest::sentences));
    }

    private static Stream<Sentence> sentences(Section section) {
        return section.blocks().stream().flatMap(BulletinTextTest::sentences);
    }

    private static Stream<Sentence> sentences(Block block) {
        return switch (block) {
            case Paragraph paragraph -> paragraph.sentences().stream();
            case Points points -> points.points().stream().flatMap(point -> point.sentences().stream());
            case Table table -> Stream.empty();
        };
    }
}
