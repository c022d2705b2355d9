// SPDX-License-Identifier: Apache-2.0
package org.clearway.ceasefire;

/// What fire it was, as far as somebody could tell by seeing or hearing it (practice §1.2, §1.6). Who fired is no part
/// of an observation.
public enum FireKind {
    SHELLING,
    SMALL_ARMS,
    AIR_OR_DRONE_STRIKE,
    MINE_OR_DEVICE,
    /// An explosion that may have been any of these.
    UNDETERMINED_EXPLOSION
}
