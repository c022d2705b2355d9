// SPDX-License-Identifier: Apache-2.0
package org.clearway.language;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The words of every offered language say the same things.
class CataloguesTest {
    private static final Map<String, String> ENGLISH = Wording.of(Language.EN).patterns();

    /// What the code asks for by a name that can be read in it.
    private static final Pattern PROBLEM = Pattern.compile("(?:new Problem|Problem\\.of|super)\\(\\s*\"([a-z.-]+)\"");

    private static final Pattern SAID = Pattern.compile("\\bsay\\(\\s*[\"']([\\w.-]+)[\"']\\s*[,)]");

    /// After an Arabic word, a day's parts would otherwise be set from right to left: 14-09-2019.
    @Test
    void aDayWrittenInAnArabicSentenceKeepsTheOrderOfItsParts() {
        Pattern bare = Pattern.compile("(?<![\u2066\\d])\\d{4}-\\d{2}");
        assertThat(Wording.of(Language.AR).patterns())
                .allSatisfy((key, words) -> assertThat(words).as(key).doesNotContainPattern(bare));
    }

    @Test
    void whatOneLanguageSaysEveryLanguageSays() {
        for (Language language : Language.offered()) {
            assertThat(Wording.of(language).patterns().keySet())
                    .as("the keys of %s", language)
                    .isEqualTo(ENGLISH.keySet());
        }
    }

    @Test
    void everySentenceCanBeSaidAndNamesTheSameValuesInEachLanguage() {
        for (Language language : Language.offered()) {
            Wording.of(language)
                    .patterns()
                    .forEach((key, pattern) -> assertThat(values(pattern, language))
                            .as("the values in %s of %s", key, language)
                            .isEqualTo(values(english(key), Language.EN)));
        }
    }

    @Test
    void noSentenceIsLeftInEnglish() {
        Wording.of(Language.AR).patterns().forEach((key, pattern) -> {
            boolean namesALanguageInItself = key.startsWith("web.language.");
            if (hasWords(english(key)) && !namesALanguageInItself) {
                assertThat(pattern).as("%s in Arabic", key).containsPattern("\\p{IsArabic}");
            }
        });
    }

    @Test
    void noSentenceStandsInTwoCataloguesOfALanguage() throws IOException {
        // Wording refuses to load what stands in two catalogues; within one file the later would win in silence.
        for (Path file : below("src/main/resources/words")) {
            var seen = new TreeMap<String, Integer>();
            Files.readAllLines(file).stream()
                    .filter(line -> line.matches("[A-Za-z][\\w.-]*\\s*=.*"))
                    .forEach(line ->
                            seen.merge(line.substring(0, line.indexOf('=')).strip(), 1, Integer::sum));
            assertThat(seen)
                    .as(file.toString())
                    .allSatisfy((key, times) -> assertThat(times).as(key).isEqualTo(1));
        }
    }

    @Test
    void everyProblemThatTheCodeKnowsHasItsSentence() throws IOException {
        List<String> codes = asked(PROBLEM);
        assertThat(codes).contains("access.not-permitted");
        codes.removeIf(code -> ENGLISH.containsKey("problem." + code));
        assertThat(codes).as("problems without a sentence").isEmpty();
    }

    @Test
    void everyWordThatTheCodeAsksForByNameIsThere() throws IOException {
        List<String> keys = asked(SAID);
        keys.removeIf(ENGLISH::containsKey);
        assertThat(keys).as("words asked for and not there").isEmpty();
    }

    private static String english(String key) {
        return Objects.requireNonNull(ENGLISH.get(key), key);
    }

    private static Object values(String pattern, Language language) {
        return new MessageFormat(pattern, ULocale.forLocale(language.locale())).getArgumentNames();
    }

    /// Whether something is said besides figures, signs and values.
    private static boolean hasWords(String pattern) {
        return pattern.replaceAll("\\{[^{}]*}", "").codePoints().anyMatch(Character::isLowerCase)
                && !pattern.matches("[a-z.@:/-]+");
    }

    private static List<String> asked(Pattern question) throws IOException {
        var found = new ArrayList<String>();
        for (Path file : below("src/main")) {
            if (!file.toString().endsWith(".java") && !file.toString().endsWith(".html")) continue;
            question.matcher(Files.readString(file))
                    .results()
                    .map((MatchResult match) -> match.group(1))
                    .forEach(found::add);
        }
        return found;
    }

    private static List<Path> below(String folder) throws IOException {
        try (Stream<Path> found = Files.walk(Path.of(folder))) {
            return found.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
