// SPDX-License-Identifier: Apache-2.0
package org.clearway.agreement;

/// How a party's promise stands at an instant.
public enum Standing {
    GIVEN,
    /// It was given, and has run out.
    EXPIRED,
    WITHHELD,
    WITHDRAWN,
    /// Said not to be known.
    UNKNOWN,
    /// Nothing is on record.
    NOT_RECORDED
}
