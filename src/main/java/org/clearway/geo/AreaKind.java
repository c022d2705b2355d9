// SPDX-License-Identifier: Apache-2.0
package org.clearway.geo;

/// Which level an area stands on, from the coarsest to the finest.
public enum AreaKind {
    COUNTRY,
    /// The first level below the country: a governorate, a province, an oblast.
    ADM1,
    ADM2,
    ADM3,
    /// A city, town, village or camp.
    SETTLEMENT;

    public boolean coarserThan(AreaKind other) {
        return compareTo(other) < 0;
    }
}
