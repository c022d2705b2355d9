// SPDX-License-Identifier: Apache-2.0
package org.clearway.gate;

/// Why the gates of a corridor are opened, stopped or resumed.
public enum DecisionReason {
    WINDOW_BEGINS,
    WINDOW_ENDS,
    ASSURANCES_GIVEN,
    ASSURANCE_LAPSED,
    FIRE_NEAR_ROUTE,
    HAZARD_ON_ROUTE,
    HAZARD_CLEARED,
    SAFE_AREAS_FULL,
    SERVICES_SHORT,
    TRANSPORT_SHORT,
    CROWDING,
    WEATHER,
    ASKED_BY_A_PARTY,
    CAUSE_GONE
}
