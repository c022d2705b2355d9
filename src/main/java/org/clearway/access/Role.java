// SPDX-License-Identifier: Apache-2.0
package org.clearway.access;

/// The desks that people sign in at (design §1), and who sets the node up.
public enum Role {
    PUBLIC,
    GATE,
    SERVICE_POINT,
    BOARDING,
    RECEPTION,
    DUTY,
    COORDINATION,
    PRESS,
    PROTECTION,
    ADMINISTRATOR
}
