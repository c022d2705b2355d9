// SPDX-License-Identifier: Apache-2.0
package org.clearway.accounts;

/// Whether a password is to last.
public enum Lasts {
    /// It was given to whoever uses the account, who must change it before anything else.
    UNTIL_FIRST_USE,

    /// Whoever uses the account typed it, or it is printed for all to see, as in a demonstration.
    AS_IT_IS
}
