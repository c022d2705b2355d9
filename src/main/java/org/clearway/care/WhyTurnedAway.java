// SPDX-License-Identifier: Apache-2.0
package org.clearway.care;

/// Why people went without.
public enum WhyTurnedAway {
    NO_STOCK,
    NO_STAFF,
    NO_POWER,
    FULL,
    NOT_SAFE
}
