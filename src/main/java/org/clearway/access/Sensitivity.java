// SPDX-License-Identifier: Apache-2.0
package org.clearway.access;

/// Who may see a field (practice §6.2). From CONFIDENTIAL up it is sealed under a key of its own.
public enum Sensitivity {
    PUBLIC,
    RESTRICTED,
    CONFIDENTIAL,
    STRICTLY_CONFIDENTIAL;

    public boolean sealed() {
        return compareTo(CONFIDENTIAL) >= 0;
    }
}
