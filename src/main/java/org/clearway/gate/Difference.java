// SPDX-License-Identifier: Apache-2.0
package org.clearway.gate;

/// Two figures of a shift that ought to be one.
public enum Difference {
    /// Families counted, and cards issued to families.
    FAMILIES_AND_CARDS,
    /// People counted, and people on the desk's own sheet of paper.
    PEOPLE_AND_PAPER
}
