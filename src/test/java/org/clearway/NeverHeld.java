// SPDX-License-Identifier: Apache-2.0
package org.clearway;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What Clearway holds no field for, by the words that would name such a field. A name is read word by word, so that
/// `watchListHit`, `WATCH_LIST` and `watch-list` are the same, and `screen` is not `screening`.
final class NeverHeld {
    /// Words; a star stands for any ending, two words stand for one after the other.
    private static final List<String> WORDS = List.of(
            // who somebody is
            "first name",
            "last name",
            "full name",
            "family name",
            "given name",
            "maiden name",
            "person name",
            "firstname",
            "lastname",
            "fullname",
            "surname",
            "patronymic",
            "nickname",
            "birth",
            "birthday",
            "birthdate",
            "identity number",
            "identity card",
            "identity document",
            "national id",
            "id number",
            "passport",
            "phone",
            "telephone",
            "mobile",
            "email",
            "imei",
            "imsi",
            "photo",
            "photograph",
            "portrait",
            "selfie",
            // the body
            "biometric*",
            "fingerprint*",
            "thumbprint*",
            "handprint",
            "palm print",
            "voiceprint",
            "facial",
            "faceprint",
            "iris",
            "retina",
            "gait",
            "dna",
            "genetic*",
            // what somebody is, believes or belongs to
            "ethnic*",
            "race",
            "racial",
            "caste",
            "tribe",
            "tribal",
            "clan",
            "religi*",
            "denomination",
            "sect",
            "sectarian",
            "faith",
            "belief",
            "creed",
            "politic*",
            "opinion",
            "affiliat*",
            "allegiance",
            "loyalt*",
            "sympath*",
            "party member",
            "party membership",
            "combatant",
            "fighter",
            "militant",
            "insurgent",
            // what somebody is held to be
            "watch list",
            "watchlist",
            "black list",
            "blacklist",
            "wanted list",
            "wanted person",
            "suspect*",
            "screening",
            "screened",
            "vetting",
            "vetted",
            "filtration",
            "interrogat*",
            "terror*",
            "extremis*",
            "risk score",
            "threat");

    private static final List<Pattern> PATTERNS = WORDS.stream()
            .map(word -> Pattern.compile("(?<= )" + word.replace("*", "[a-z]*") + "s?(?= )"))
            .toList();

    private NeverHeld() {}

    /// The word in `name` that stands for something never held.
    static Optional<String> in(String name) {
        String words = words(name);
        return PATTERNS.stream()
                .flatMap(pattern -> pattern.matcher(words).results().map(match -> match.group()))
                .findFirst();
    }

    private static String words(String name) {
        return Arrays.stream(name.replaceAll("([a-z0-9])([A-Z])", "$1 $2")
                        .replaceAll("([A-Z])([A-Z][a-z])", "$1 $2")
                        .split("[^A-Za-z]+", -1))
                .filter(word -> !word.isEmpty())
                .map(word -> word.toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" ", " ", " "));
    }
}
