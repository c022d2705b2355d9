// SPDX-License-Identifier: Apache-2.0
package org.clearway.gate;

/// As far as it was told; a count taken in a hurry does not say.
public enum Sex {
    FEMALE,
    MALE,
    NOT_TOLD
}
