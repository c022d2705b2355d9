// SPDX-License-Identifier: Apache-2.0
package org.clearway.arms;

/// What is known of how an item was lost.
public enum WayLost {
    MISSING_AT_COUNT,
    TAKEN_BY_FORCE,
    IN_FIRE_OR_EXPLOSION,
    UNKNOWN
}
