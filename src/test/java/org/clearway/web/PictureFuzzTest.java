// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import com.code_intelligence.jazzer.junit.FuzzTest;

/// Whatever somebody brings as a photograph of a square code.
class PictureFuzzTest {
    @FuzzTest(maxDuration = "1m")
    void aPictureIsReadOrNone(byte[] picture) {
        SquareRead.of(picture);
    }
}
