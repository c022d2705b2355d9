// SPDX-License-Identifier: Apache-2.0
package org.clearway.accounts;

import java.time.Duration;

/// What comes of an attempt to sign in.
public sealed interface SignIn {
    record Welcome(Standing standing) implements SignIn {}

    /// The name, or the password, or both are wrong. Which one is told to nobody.
    record Refused() implements SignIn {}

    /// The password is right, and was given for a while that is over. Whoever knows it may be told.
    record RunOut() implements SignIn {}

    /// Nothing was looked at: too many attempts failed just before.
    /// @param left how long until the next attempt is looked at
    record Wait(Duration left) implements SignIn {}
}
