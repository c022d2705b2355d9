// SPDX-License-Identifier: Apache-2.0
package org.clearway.transport.plan;

/// What a vehicle has for people, the scarcest first.
public enum Space {
    STRETCHER,
    WHEELCHAIR_BAY,
    ESCORT_SEAT,
    SEAT
}
