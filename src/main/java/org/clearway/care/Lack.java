// SPDX-License-Identifier: Apache-2.0
package org.clearway.care;

/// What a service that is not ready lacks.
public enum Lack {
    STOCK,
    STAFF,
    WATER,
    POWER,
    FUEL,
    EQUIPMENT,
    ACCESS,
    SAFETY
}
