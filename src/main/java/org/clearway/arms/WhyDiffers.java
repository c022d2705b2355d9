// SPDX-License-Identifier: Apache-2.0
package org.clearway.arms;

/// Why a count is not what the register says, as far as those who counted know.
public enum WhyDiffers {
    LAID_ELSEWHERE,
    TAG_UNREADABLE,
    NOT_YET_WRITTEN,
    NOT_KNOWN
}
