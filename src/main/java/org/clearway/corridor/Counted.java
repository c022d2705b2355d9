// SPDX-License-Identifier: Apache-2.0
package org.clearway.corridor;

/// What is counted through a corridor.
public enum Counted {
    PEOPLE,
    /// Of the people, those who are children; never added to {@link #PEOPLE}.
    CHILDREN,
    PRIVATE_VEHICLES,
    BUSES,
    /// Vehicles that were told without saying of which kind.
    VEHICLES,
    /// Head of livestock.
    LIVESTOCK
}
