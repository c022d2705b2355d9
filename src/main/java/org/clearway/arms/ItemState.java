// SPDX-License-Identifier: Apache-2.0
package org.clearway.arms;

/// How far an item has come. Each step follows the one before it; the last three end it.
public enum ItemState {
    HANDED_OVER,
    MADE_SAFE,
    REGISTERED,
    STORED,
    TRANSFERRED,
    DESTROYED,
    LOST_REPORTED;

    /// True where an item can go from here to `next`.
    public boolean leadsTo(ItemState next) {
        return switch (this) {
            case HANDED_OVER -> next == MADE_SAFE;
            case MADE_SAFE -> next == REGISTERED;
            case REGISTERED -> next == STORED;
            case STORED -> next == TRANSFERRED || next == DESTROYED || next == LOST_REPORTED;
            case TRANSFERRED, DESTROYED, LOST_REPORTED -> false;
        };
    }
}
