// SPDX-License-Identifier: Apache-2.0
package org.clearway.corridor;

/// What is offered to people at a corridor, in the order in which practice §0 tells it; what an announcement names
/// keeps the announcement's own order.
public enum Service {
    EMERGENCY_CARE,
    WATER,
    HOT_MEAL,
    MEDICINE,
    NECESSITIES,
    TRANSPORT,
    SHELTER,
    HYGIENE,
    INFORMATION,
    COMPLAINTS,
    CHILD_FRIENDLY,
    FAMILY_LINKS
}
