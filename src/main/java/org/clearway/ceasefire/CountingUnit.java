// SPDX-License-Identifier: Apache-2.0
package org.clearway.ceasefire;

/// What a reporter counts (practice §1.6). Counts in two units cannot be compared.
public enum CountingUnit {
    CASE_OF_FIRE,
    EXPLOSION_BURST_SHOT,
    INCIDENT,
    WEAPON_ITEM
}
