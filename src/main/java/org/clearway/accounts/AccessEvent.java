// SPDX-License-Identifier: Apache-2.0
package org.clearway.accounts;

/// What stands in the record of reads: one line each.
public enum AccessEvent {
    SIGNED_IN,
    SIGN_IN_REFUSED,
    SIGNED_OUT,
    ACCOUNT_OPENED,
    ROLES_CHANGED,
    ACCOUNT_CLOSED,
    PASSWORD_CHANGED,
    PIN_SET,
    PIN_BLOCKED,
    DEVICE_LOST,
    DEVICE_READMITTED,
    RESET_ASKED,
    RESET_STARTED,
    RESET_CONFIRMED,
    RESET_WITHDRAWN,
    CONFIDENTIAL_READ,
    SHOWN_READ,
    EXPORTED,
    TAKEN_OUT,
    TABLE_ASKED,
    TABLE_TAKEN,
    TABLE_CUT_OFF,
    TABLE_REFUSED,
    KEYS_DESTROYED
}
