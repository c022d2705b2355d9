// SPDX-License-Identifier: Apache-2.0
package org.clearway.agreement;

/// What a party says about its promise.
public enum AssuranceStatus {
    GIVEN,
    WITHHELD,
    WITHDRAWN,
    /// Said not to be known.
    UNKNOWN
}
