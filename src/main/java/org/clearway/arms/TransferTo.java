// SPDX-License-Identifier: Apache-2.0
package org.clearway.arms;

/// Whom an item was given on to: offices of a kind, never a person.
public enum TransferTo {
    NATIONAL_AUTHORITY,
    MISSION,
    DISPOSAL_TEAM,
    COURT
}
