// SPDX-License-Identifier: Apache-2.0
package org.clearway.arms;

/// Whether ammunition may be touched. Whoever is not sure says that it may not.
public enum AmmunitionHazard {
    SAFE_TO_MOVE,
    UNSAFE_DO_NOT_MOVE
}
