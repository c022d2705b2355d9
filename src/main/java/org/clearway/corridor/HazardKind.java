// SPDX-License-Identifier: Apache-2.0
package org.clearway.corridor;

/// What endangers those on a route.
public enum HazardKind {
    MINES,
    UNEXPLODED_ORDNANCE,
    COLLAPSE,
    FLOOD,
    OBSTRUCTION
}
