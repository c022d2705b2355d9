// SPDX-License-Identifier: Apache-2.0
package org.clearway.arms;

/// What came of a safe check.
public sealed interface SafeCheck {
    record Safe() implements SafeCheck {}

    /// It stays where it is, and nothing is written. A technician is called.
    record CallTechnician() implements SafeCheck {}
}
