// SPDX-License-Identifier: Apache-2.0
package org.clearway.agreement;

/// How a claim relates a party to ground.
public enum Relation {
    HELD_BY,
    OUTSIDE_CONTROL_OF,
    CONTESTED,
    UNKNOWN
}
