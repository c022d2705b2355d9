// SPDX-License-Identifier: Apache-2.0
package org.clearway.transport;

/// How a condition stands at a place. What was not looked at is not told, and stays not known.
public enum ConditionState {
    OK,
    LIMITED,
    ABSENT
}
