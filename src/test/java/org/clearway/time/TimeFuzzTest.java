// SPDX-License-Identifier: Apache-2.0
package org.clearway.time;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.ZoneOffset;

/// Whatever stands in a field for a time.
class TimeFuzzTest {
    @FuzzTest(maxDuration = "1m")
    void aTimeIsReadOrNone(byte[] bytes) {
        var text = new String(bytes, StandardCharsets.UTF_8);
        try {
            Occurred.told(text, ZoneOffset.UTC);
        } catch (DateTimeException refused) {
            // A form says what may stand there.
        }
    }
}
