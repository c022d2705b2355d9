// SPDX-License-Identifier: Apache-2.0
package org.clearway.time;

/// How exactly a time is known. Practice §1.6, and YEAR for what histories say ("in 2018").
public enum TimePrecision {
    EXACT,
    MINUTES,
    HOURS,
    DAY,
    WEEK,
    MONTH,
    YEAR
}
