// SPDX-License-Identifier: Apache-2.0
package org.clearway.transport;

/// How people go who go in no vehicle of ours.
public enum TravelWay {
    PRIVATE_VEHICLE,
    ON_FOOT
}
