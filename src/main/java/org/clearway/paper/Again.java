// SPDX-License-Identifier: Apache-2.0
package org.clearway.paper;

/// Why something is entered from a sheet that is done with already.
public enum Again {
    /// What was entered was wrong, and was taken back at its desk.
    CORRECTED,
    /// Not all of the sheet was entered, or more was written on it or on a copy of it.
    GOES_ON,
    /// It was said to be lost, spoilt or never used, and is there.
    FOUND
}
