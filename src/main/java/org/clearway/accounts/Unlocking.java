// SPDX-License-Identifier: Apache-2.0
package org.clearway.accounts;

/// What comes of an attempt to unlock a machine.
public sealed interface Unlocking {
    record Welcome(Standing standing) implements Unlocking {}

    /// @param left how many attempts are left before the password is asked for
    record Wrong(int left) implements Unlocking {}

    /// The PIN opens nothing here, or no more: the password does.
    record PasswordAgain() implements Unlocking {}
}
