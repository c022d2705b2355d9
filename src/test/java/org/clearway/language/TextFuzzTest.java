// SPDX-License-Identifier: Apache-2.0
package org.clearway.language;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

/// Text from outside that becomes a value: ids, base 32.
class TextFuzzTest {
    @FuzzTest(maxDuration = "1m")
    void base32IsReadBackOrNone(byte[] bytes) {
        var text = new String(bytes, StandardCharsets.UTF_8);
        Base32.read(text)
                .ifPresent(read -> assertThat(Base32.read(Base32.write(read)))
                        .hasValueSatisfying(again -> assertThat(again).isEqualTo(read)));
    }
}
