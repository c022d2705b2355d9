// SPDX-License-Identifier: Apache-2.0
package org.clearway.arms;

/// How an item was destroyed (MOSAIC 05.50).
public enum WayDestroyed {
    CUT,
    CRUSHED,
    MELTED,
    BURNED,
    DETONATED
}
