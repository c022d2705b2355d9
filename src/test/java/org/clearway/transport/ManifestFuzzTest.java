// SPDX-License-Identifier: Apache-2.0
package org.clearway.transport;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Whatever a phone reads from paper, or somebody brings as a file, in the place of a manifest.
class ManifestFuzzTest {
    @FuzzTest(maxDuration = "1m")
    void aFileIsAManifestThatWasSignedOrNone(byte[] file) {
        assertThat(SignedManifest.read(file)).isNotInstanceOf(SignedManifest.Read.Sound.class);
    }

    @FuzzTest(maxDuration = "1m")
    void codesAreTheDocumentThatWasPrintedOrNone(byte[] bytes) {
        var codes = new String(bytes, StandardCharsets.UTF_8);
        if (CodePages.read(Arrays.asList(codes.split("\n"))) instanceof CodesRead.Whole(byte[] document)) {
            assertThat(document.length).isLessThanOrEqualTo(CodePages.MOST_BYTES);
        }
    }

    /// The same pages with a byte of theirs changed are no document, or the very same.
    @FuzzTest(maxDuration = "1m")
    void aDocumentComesBackFromItsPages(byte[] document) {
        if (document.length == 0 || document.length > 4000) return;
        assertThat(CodePages.read(CodePages.of(document))).isInstanceOf(CodesRead.Whole.class);
    }
}
