// SPDX-License-Identifier: Apache-2.0
package org.clearway.gate;

/// What somebody needs to be moved; a need of the movement and no label of a person (practice §2.2).
public enum MovementNeed {
    STRETCHER,
    WHEELCHAIR,
    WALKING_AID,
    OXYGEN,
    ESCORT_ADULT,
    LATE_PREGNANCY,
    INFANT,
    INTERPRETER
}
