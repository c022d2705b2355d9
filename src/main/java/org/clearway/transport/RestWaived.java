// SPDX-License-Identifier: Apache-2.0
package org.clearway.transport;

/// Why a convoy leaves although a driver is due to rest.
public enum RestWaived {
    /// To wait there is more dangerous than to drive.
    NOT_SAFE_TO_WAIT,
    /// Somebody aboard needs a hospital now.
    MEDICAL_URGENCY,
    /// The promises end before the rest would.
    PROMISES_END
}
