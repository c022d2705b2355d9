// SPDX-License-Identifier: Apache-2.0
package org.clearway.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CanonicalTest {
    /// The sorting example of RFC 8785 §3.2.3, whose order differs between UTF-16 units and code points.
    @Test
    void membersStandInTheOrderOfTheirUtf16Units() {
        var unsorted = Map.of(
                "\u20ac", "Euro Sign",
                "\r", "Carriage Return",
                "\ufb33", "Hebrew Letter Dalet With Dagesh",
                "1", "One",
                "\ud83d\ude00", "Emoji: Grinning Face",
                "\u0080", "Control",
                "\u00f6", "Latin Small Letter O With Diaeresis");
        assertThat(Canonical.text(unsorted))
                .isEqualTo(
                        "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\",\"\u00f6\":\"Latin Small Letter"
                                + " O With Diaeresis\",\"\u20ac\":\"Euro Sign\",\"\ud83d\ude00\":\"Emoji: Grinning"
                                + " Face\",\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}");
    }

    /// The string of RFC 8785 §3.2.2.2.
    @Test
    void textIsEscapedAsLittleAsPossible() {
        assertThat(Canonical.text("\u20ac$\u000f\nA'B\"\\\\\"/"))
                .isEqualTo("\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"");
    }

    @Test
    void nothingStandsBetweenTheTokens() {
        assertThat(Canonical.text(Map.of("b", List.of(1, 2L, true), "a", Map.of())))
                .isEqualTo("{\"a\":{},\"b\":[1,2,true]}");
    }

    @Test
    void aFloatHasNoPlaceInTheJournal() {
        assertThatThrownBy(() -> Canonical.text(1.5)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aNumberThatJsonReadersWouldRoundIsRefused() {
        assertThat(Canonical.text((1L << 53) - 1)).isEqualTo("9007199254740991");
        assertThatThrownBy(() -> Canonical.text(1L << 53)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void halfACharacterIsRefused() {
        assertThatThrownBy(() -> Canonical.text("\ud83d")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Canonical.text("\ude00x")).isInstanceOf(IllegalArgumentException.class);
    }
}
