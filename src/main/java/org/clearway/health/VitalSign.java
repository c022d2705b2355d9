// SPDX-License-Identifier: Apache-2.0
package org.clearway.health;

/// What is looked at, in the order in which it is shown.
public enum VitalSign {
    DISK,
    CLOCK,
    LAST_ENTRY,
    CHAIN,
    HEAD,
    DAMAGED,
    BACKUP,
    KEYS_COPY,
    DRILL,
    QUEUE,
    INDEXES,
    SET_ASIDE,
    ALARMS,
    DATA,
    PROGRAM
}
