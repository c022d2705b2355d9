// SPDX-License-Identifier: Apache-2.0
package org.clearway.ceasefire;

/// By which sense fire was noticed.
public enum Noticed {
    SEEN,
    HEARD,
    SEEN_AND_HEARD
}
