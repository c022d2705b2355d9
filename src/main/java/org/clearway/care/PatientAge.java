// SPDX-License-Identifier: Apache-2.0
package org.clearway.care;

/// The age groups of a triage tally (practice §4.2). Nobody is asked for it: it is what is seen.
public enum PatientAge {
    UNDER_5,
    FROM_5,
    FROM_18,
    FROM_60,
    NOT_TOLD
}
