// SPDX-License-Identifier: Apache-2.0
package org.clearway.arms;

/// Kinds of weapons (practice §3).
public enum WeaponCategory {
    PISTOL,
    RIFLE,
    SUBMACHINE_GUN,
    LIGHT_MG,
    HEAVY_MG,
    GRENADE_LAUNCHER,
    RECOILLESS,
    MORTAR_LE_100MM,
    MANPADS,
    ATGW,
    OTHER
}
