// SPDX-License-Identifier: Apache-2.0
package org.clearway.trust;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

/// Whatever a request says that it asks for.
class HostFuzzTest {
    @FuzzTest(maxDuration = "1m")
    void aHostIsReadOrNone(byte[] bytes) {
        var header = new String(bytes, StandardCharsets.UTF_8);
        Host.asked(header);
    }
}
