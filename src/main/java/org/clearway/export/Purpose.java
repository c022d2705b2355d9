// SPDX-License-Identifier: Apache-2.0
package org.clearway.export;

/// Why somebody takes a table out, as they say it.
public enum Purpose {
    /// For the desks of this operation and their partners.
    COORDINATION,
    PLANNING,
    /// For a report, a bulletin or a briefing.
    REPORTING,
    /// For looking back at what was done.
    REVIEW,
    /// A party to the agreement, or an authority, asked for it.
    ASKED_BY_A_PARTY,
    /// For the data protection officer's own check.
    PROTECTION
}
