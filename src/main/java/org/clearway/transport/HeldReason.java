// SPDX-License-Identifier: Apache-2.0
package org.clearway.transport;

/// Why a convoy stands, as far as its leader says.
public enum HeldReason {
    CHECKPOINT,
    FIGHTING_NEAR,
    ROAD_BLOCKED,
    BREAKDOWN,
    MEDICAL,
    NOT_TOLD
}
