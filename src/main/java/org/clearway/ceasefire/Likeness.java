// SPDX-License-Identifier: Apache-2.0
package org.clearway.ceasefire;

/// How alike two ledgers of the same total are, place by place.
public enum Likeness {
    SAME_COUNTS,
    /// The totals are equal and the places are not: the reporters do not agree.
    DIFFERENT_PLACES,
    /// At least one of them does not say how many it counted where.
    PLACES_NOT_COUNTED,
    /// They count something else, or cover another time.
    NOT_COMPARABLE
}
