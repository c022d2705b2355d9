// SPDX-License-Identifier: Apache-2.0
package org.clearway.ceasefire;

/// How exactly a number was told.
public enum Reckoning {
    EXACT,
    ABOUT,
    AT_LEAST,
    OVER,
    /// Too many, or too fast, to be counted: there is no number.
    UNCOUNTABLE
}
