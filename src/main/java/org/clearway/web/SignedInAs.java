// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import java.io.Serializable;
import java.security.Principal;
import org.clearway.access.AccountId;

/// Who a session belongs to, and since when the password was what they typed.
///
/// @param byPin whether they unlocked the machine with a PIN since
record SignedInAs(String name, long passwordSince, boolean byPin) implements Principal, Serializable {
    AccountId account() {
        return new AccountId(name);
    }

    @Override
    public String getName() {
        return name;
    }
}
