// SPDX-License-Identifier: Apache-2.0
package org.clearway.ceasefire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clearway.agreement.Setting.DUTY;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.clearway.Reference;
import org.clearway.agreement.Agreements;
import org.clearway.agreement.Setting;
import org.clearway.journal.Progress;
import org.clearway.journal.TestNode;
import org.clearway.journal.Verification;
import org.clearway.language.Problem;
import org.clearway.places.Places;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Published tallies of five years, each with what its sums come to.
class BulletinLedgersReferenceTest {
    @TempDir
    Path folder;

    /// A claim of the reference data, and what is known of its sum.
    private record Claim(String bulletin, Stated stated, Optional<Boolean> sumMatches) {}

    @Test
    void everyPublishedTallyLoadsAsALedgerAndItsSumIsSeenAsItIs() throws Exception {
        List<Claim> claims = claims(Reference.path(BulletinLedgersReferenceTest.class, "bulletins/bulletins.jsonl"));
        assertThat(claims).hasSizeGreaterThan(80);
        try (TestNode node =
                TestNode.in(folder.resolve("node"), Places.chapter(), Agreements.chapter(), Ledgers.chapter())) {
            Setting.areas(
                    node,
                    claims.stream()
                            .flatMap(claim -> claim.stated.areas().stream())
                            .map(area -> area.slug())
                            .distinct()
                            .toArray(String[]::new));
            Setting.parties(
                    node,
                    claims.stream()
                            .map(claim -> claim.stated.reporter().slug())
                            .distinct()
                            .toArray(String[]::new));
            var ledgers = new Ledgers(node.journal());
            int repeated = 0;
            for (Claim claim : claims) {
                var act = node.act();
                try {
                    ledgers.state(DUTY, act, claim.stated, Optional.empty());
                } catch (Problem twice) {
                    assertThat(twice.code()).as(claim.bulletin).isEqualTo("ceasefire.stated-twice");
                    repeated++;
                    continue;
                }
                Ledger ledger = ledgers.ledger(DUTY, node.journal().now(), LedgerId.of(act))
                        .orElseThrow();
                assertThat(ledger.stated()).as(claim.bulletin).isEqualTo(claim.stated);
                assertThat(matches(ledger.sumCheck())).as(claim.bulletin).isEqualTo(claim.sumMatches);
            }
            assertThat(repeated)
                    .as("tallies that two outlets published on one day")
                    .isLessThan(8);
            assertThat(node.journal().verify(Progress.SILENT)).isInstanceOf(Verification.Sound.class);
            assertThat(node.journal().rebuild(Progress.SILENT).same()).isTrue();
        }
    }

    private static Optional<Boolean> matches(SumCheck check) {
        return switch (check) {
            case SumCheck.Agrees _ -> Optional.of(true);
            case SumCheck.Differs _, SumCheck.PartsOnlySome _ -> Optional.of(false);
            case SumCheck.PartsNotStated _, SumCheck.TotalNotStated _ -> Optional.empty();
        };
    }

    private static List<Claim> claims(Path file) throws Exception {
        var json = JsonMapper.builder().build();
        var claims = new ArrayList<Claim>();
        LocalDate undated = LocalDate.of(2016, 1, 1);
        for (String line : Files.readAllLines(file)) {
            JsonNode bulletin = json.readTree(line);
            if (!bulletin.path("kind").asString().equals("ceasefire_counts")) continue;
            String published = bulletin.path("published").asString();
            LocalDate day;
            if (published.length() == 10) {
                day = LocalDate.parse(published);
            } else {
                // Known to the year or less: any day of its own will do to hold the sums.
                day = undated;
                undated = undated.plusDays(1);
            }
            for (JsonNode claim : bulletin.path("claims")) {
                if (!claim.path("metric").asString().equals("ceasefire_violations")) continue;
                if (claim.path("total").isNull() && claim.path("by_province").isEmpty()) continue;
                claims.add(new Claim(
                        bulletin.path("id").asString(),
                        stated(day, claim),
                        claim.path("sum_matches").isNull()
                                ? Optional.empty()
                                : Optional.of(claim.path("sum_matches").asBoolean())));
            }
        }
        return claims;
    }

    private static Stated stated(LocalDate day, JsonNode claim) {
        String parts = claim.path("by_province").properties().stream()
                .map(part -> slug(part.getKey()) + " " + part.getValue().asInt())
                .collect(Collectors.joining(","));
        String total = claim.path("total").isNull() ? "" : claim.path("total").asString();
        return Told.past24Hours(day, slug(claim.path("claimant").asString()), total, parts);
    }

    private static String slug(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }
}
