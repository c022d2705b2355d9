// SPDX-License-Identifier: Apache-2.0
package org.clearway.gate;

/// What is counted, by the hour and no more exactly, of those who do not go through a gate. None of it is held
/// against anybody, and nothing tells who they were (practice §10, rule 7).
public enum Choice {
    /// Families that told the desk that they stay.
    STAY,
    LEFT_QUEUE_HOUSEHOLDS,
    LEFT_QUEUE_PEOPLE
}
