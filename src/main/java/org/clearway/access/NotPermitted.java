// SPDX-License-Identifier: Apache-2.0
package org.clearway.access;

import java.util.Map;
import org.clearway.language.Problem;

/// An account asked for what none of its desks may do.
public final class NotPermitted extends Problem {
    private static final long serialVersionUID = 1L;

    NotPermitted(AccountId account, Deed deed) {
        super("access.not-permitted", Map.of("account", account.name(), "deed", deed.name()));
    }
}
