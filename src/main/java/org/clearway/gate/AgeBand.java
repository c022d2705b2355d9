// SPDX-License-Identifier: Apache-2.0
package org.clearway.gate;

/// The bands in which people are counted, in years (UNHCR's sex and age disaggregated data;
/// practice §2.2).
public enum AgeBand {
    /// 0 to 4.
    UNDER_5,
    /// 5 to 11.
    FROM_5,
    /// 12 to 17.
    FROM_12,
    /// 18 to 59.
    FROM_18,
    /// 60 and over.
    FROM_60,
    NOT_TOLD;

    /// Known to be a child; where no age was told nothing is known.
    public boolean child() {
        return this == UNDER_5 || this == FROM_5 || this == FROM_12;
    }
}
