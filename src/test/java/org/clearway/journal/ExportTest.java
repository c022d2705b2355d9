// SPDX-License-Identifier: Apache-2.0
package org.clearway.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clearway.access.Sensitivity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What leaves the node as lines of JSON.
class ExportTest extends NodeCase {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String CANARY = "canary-in-an-export";

    private List<String> export(Sensitivity upTo) {
        Subject household = node.journal().subject("token-1");
        record(Notes.note(1, CANARY));
        node.journal()
                .record(DUTY, node.act(), new Draft(Notes.note(2, CANARY), now(), Optional.of(household)), Rule.NONE);
        record(Notes.bare(3));
        var out = new StringWriter();
        node.journal().export(PROTECTION, node.act(), upTo, out);
        assertThat(out.toString()).endsWith("\n");
        return out.toString().lines().toList();
    }

    @ParameterizedTest
    @EnumSource(Sensitivity.class)
    void everyLineIsJsonAndNothingSealedIsInTheClear(Sensitivity upTo) {
        List<String> lines = export(upTo);
        assertThat(lines).hasSize(5);
        for (String line : lines) {
            JsonNode entry = JSON.readTree(line);
            assertThat(entry.required("type").isString()).isTrue();
            assertThat(Canonical.text(Trees.plain(entry))).isEqualTo(line);
            assertThat(line).doesNotContain(CANARY);
        }
        assertThat(lines.getLast()).contains("\"type\":\"journal.exported\"");
    }

    @Test
    void theSameExportAgainWritesTheSameLinesWhateverCameSince() {
        record(Notes.note(1, CANARY));
        ActId act = node.act();
        var first = new StringWriter();
        node.journal().export(PROTECTION, act, Sensitivity.RESTRICTED, first);
        record(Notes.bare(2));
        var again = new StringWriter();
        node.journal().export(PROTECTION, act, Sensitivity.RESTRICTED, again);
        assertThat(again).hasToString(first.toString());
        assertThat(count("select count(*) from entry where type = 'journal.exported'"))
                .isEqualTo(1);
        refused(
                "journal.same-act-other-words",
                () -> node.journal().export(PROTECTION, act, Sensitivity.PUBLIC, new StringWriter()));
    }

    /// How a holder of a full export checks the chain without this program.
    @Test
    void theChainCanBeCheckedFromAFullExportAlone() {
        Map<String, String> ends = new HashMap<>();
        for (String line : export(Sensitivity.STRICTLY_CONFIDENTIAL)) {
            JsonNode entry = JSON.readTree(line);
            String hash = entry.required("hash").stringValue();
            String hashed = line.replaceFirst("\"hash\":\"" + hash + "\",", "");
            assertThat(HexFormat.of().formatHex(Crypto.sha256().digest(hashed.getBytes(StandardCharsets.UTF_8))))
                    .isEqualTo(hash);
            String before = ends.put(entry.required("stream").stringValue(), hash);
            assertThat(entry.required("previous").stringValue()).isEqualTo(before == null ? "0".repeat(64) : before);
        }
    }

    /// From the hash of an entry, whoever knows the rest of it could find a small number by trying them all.
    @ParameterizedTest
    @EnumSource(names = "STRICTLY_CONFIDENTIAL", mode = EnumSource.Mode.EXCLUDE)
    void aPartialExportHasNoHashesToGuessBy(Sensitivity upTo) {
        assertThat(export(upTo)).noneMatch(line -> line.contains("\"hash\"") || line.contains("\"previous\""));
    }

    @Test
    void accountsAndPseudonymsStayInside() {
        String pseudonym = node.journal().subject("token-1").pseudonym();
        assertThat(export(Sensitivity.PUBLIC)).noneMatch(line -> line.contains("duty-1") || line.contains(pseudonym));
    }

    @Test
    void thoseWhoWorkWithTheNodeSeeWhoRecorded() {
        String pseudonym = node.journal().subject("token-1").pseudonym();
        assertThat(export(Sensitivity.RESTRICTED))
                .anyMatch(line -> line.contains("duty-1"))
                .noneMatch(line -> line.contains("\"subject\":\"" + pseudonym));
    }

    @Test
    void aSealedFieldOfTheClassAskedForLeavesSealed() {
        assertThat(export(Sensitivity.CONFIDENTIAL))
                .anyMatch(line ->
                        line.contains("\"number\":1,\"text\":{\"key\":\"period/2019-09/CONFIDENTIAL/DAYS_90\""));
    }
}
