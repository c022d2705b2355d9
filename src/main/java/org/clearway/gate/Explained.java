// SPDX-License-Identifier: Apache-2.0
package org.clearway.gate;

/// What a family is told before it decides, in its own language (ICRC standards for evacuations, 14 March 2018;
/// practice §2.1). A card is issued when all of it was told.
public enum Explained {
    /// What the parties agreed.
    TERMS,
    DESTINATION,
    /// What happens on the way.
    PROCESS,
    RIGHT_TO_STAY,
    RIGHT_TO_RETURN,
    /// That the parties may screen people, and may hold some back.
    SCREENING_RISK,
    COMPLAINT_CHANNEL,
    /// What is kept of them here, and for how long.
    DATA_USE
}
