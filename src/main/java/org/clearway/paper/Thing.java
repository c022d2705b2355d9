// SPDX-License-Identifier: Apache-2.0
package org.clearway.paper;

/// What a node has on record and a sheet may name.
public enum Thing {
    CORRIDOR,
    GATE,
    POINT,
    PARTY,
    VEHICLE,
    SAFE_AREA,
    PLACE,
    ITEM
}
