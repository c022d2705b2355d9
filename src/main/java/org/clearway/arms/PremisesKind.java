// SPDX-License-Identifier: Apache-2.0
package org.clearway.arms;

/// What a place of the weapons desk is for. One place is for one of them, so that ammunition never lies with weapons.
public enum PremisesKind {
    COLLECTION_POINT,
    WEAPON_STORE,
    AMMUNITION_STORE,
    DETONATOR_STORE;

    public boolean isStore() {
        return this != COLLECTION_POINT;
    }
}
