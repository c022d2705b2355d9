// SPDX-License-Identifier: Apache-2.0
package org.clearway.arms;

/// What was laid down, as whoever took it in saw it.
public sealed interface What {
    record Weapon(WeaponCategory category) implements What {}

    /// A lot: ammunition of one kind that stays together.
    record Ammunition(AmmunitionKind kind) implements What {}

    /// The only kind of store that it may lie in.
    default PremisesKind store() {
        return switch (this) {
            case Weapon weapon -> PremisesKind.WEAPON_STORE;
            case Ammunition ammunition -> ammunition.kind().store();
        };
    }
}
