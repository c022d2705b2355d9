// SPDX-License-Identifier: Apache-2.0
package org.clearway.ceasefire;

/// Which time a ledger covers.
public enum Stretch {
    CALENDAR_DAY,
    /// Twenty-four hours that ended on the day; at which hour is not said.
    PAST_24_HOURS
}
