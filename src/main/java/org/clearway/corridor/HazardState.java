// SPDX-License-Identifier: Apache-2.0
package org.clearway.corridor;

/// What is known of a hazard since it was last checked.
public enum HazardState {
    /// Taken to be there, since nobody has looked.
    PRESUMED,
    CONFIRMED,
    /// It is there, and marked so that people go around it.
    MARKED,
    CLEARED
}
