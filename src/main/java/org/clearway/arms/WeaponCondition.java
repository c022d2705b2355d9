// SPDX-License-Identifier: Apache-2.0
package org.clearway.arms;

/// What a weapon is still good for.
public enum WeaponCondition {
    SERVICEABLE,
    UNSERVICEABLE,
    INCOMPLETE
}
