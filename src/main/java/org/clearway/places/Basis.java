// SPDX-License-Identifier: Apache-2.0
package org.clearway.places;

/// How the day of publication is known.
public enum Basis {
    /// The source says it.
    STATED,
    /// It follows from the source's words, such as a weekday.
    INFERRED
}
