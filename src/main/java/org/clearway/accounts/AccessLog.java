// SPDX-License-Identifier: Apache-2.0
package org.clearway.accounts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.clearway.access.AccountId;

/// One page of the record of who signed in, read or took out what; the newest line first.
///
/// @param before the position to ask for to get the page of older lines; absent on the last page
public record AccessLog(List<Line> lines, Optional<Long> before) {
    /// Asks for the newest lines.
    public static final long NEWEST = Long.MAX_VALUE;

    public AccessLog {
        lines = List.copyOf(lines);
    }

    /// @param account who acted; `public` where nobody had signed in
    /// @param about the account it was done to, where that is another one
    public record Line(
            long position, Instant recorded, AccessEvent event, AccountId account, Optional<AccountId> about) {}
}
