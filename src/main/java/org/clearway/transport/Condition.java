// SPDX-License-Identifier: Apache-2.0
package org.clearway.transport;

/// What people need of a place to stay at it: what is looked at before anyone is brought there (practice §4.1, §5.1).
public enum Condition {
    SHELTER,
    WATER,
    /// Latrines and washing.
    HYGIENE,
    FOOD,
    HEALTH_CARE,
    ELECTRICITY,
    /// A place to play that is looked after.
    CHILD_SPACE,
    /// That people may leave it again and go where they wish.
    FREE_MOVEMENT,
    /// That the ground in it and around it was checked for mines and other explosive remnants.
    MINE_FREE_GROUND
}
