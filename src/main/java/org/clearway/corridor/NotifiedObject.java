// SPDX-License-Identifier: Apache-2.0
package org.clearway.corridor;

/// What is notified, as much of it as the parties need to tell it apart.
public enum NotifiedObject {
    GATE,
    SERVICE_POINT,
    ASSEMBLY_AREA,
    RECEPTION_AREA,
    AMBULANCES,
    BUSES,
    AID_VEHICLES
}
