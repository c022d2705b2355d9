// SPDX-License-Identifier: Apache-2.0
package org.clearway.corridor;

/// How a figure was told: "30,000", "about 30,000", "at least 30,000", "more than 30,000".
public enum Qualifier {
    EXACT,
    ABOUT,
    AT_LEAST,
    OVER
}
