// SPDX-License-Identifier: Apache-2.0
package org.clearway.access;

/// The desks that people sign in at (design §1), and who sets the node up.
public enum Role {
    PUBLIC,
    GATE,
    SERVICE_POINT,
    BOARDING,
    RECEPTION,
    /// Custodians of what is laid down. It is nobody's second desk, and leaves no hour anywhere.
    ARMS,
    DUTY,
    COORDINATION,
    PRESS,
    PROTECTION,
    ADMINISTRATOR
}
