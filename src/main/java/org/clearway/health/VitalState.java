// SPDX-License-Identifier: Apache-2.0
package org.clearway.health;

/// Whether something needs anybody, the most urgent last.
public enum VitalState {
    IN_ORDER,
    LOOK,
    ACT
}
