// SPDX-License-Identifier: Apache-2.0
package org.clearway.arms;

/// Kinds of ammunition and explosives.
public enum AmmunitionKind {
    CARTRIDGES,
    GRENADES,
    MORTAR_ROUNDS,
    ROCKETS,
    MISSILES,
    MINES,
    EXPLOSIVES,
    DETONATORS,
    OTHER;

    /// Detonators lie apart from everything that they could set off.
    PremisesKind store() {
        return this == DETONATORS ? PremisesKind.DETONATOR_STORE : PremisesKind.AMMUNITION_STORE;
    }
}
