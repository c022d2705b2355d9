// SPDX-License-Identifier: Apache-2.0
package org.clearway.arms;

/// How a difference that a count found came to its end.
public enum HowSettled {
    FOUND_IN_PLACE,
    PUT_BACK,
    TAGGED_ANEW,
    LOSS_REPORTED
}
