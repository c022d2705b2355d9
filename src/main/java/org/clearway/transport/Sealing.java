// SPDX-License-Identifier: Apache-2.0
package org.clearway.transport;

import java.time.Instant;
import java.util.Optional;
import org.clearway.access.AccountId;

/// That a manifest was sealed, and signed by a second.
///
/// @param why it is another version than the first
/// @param people how many it has
/// @param by who sealed it; of a manifest from another node, who took it in here
public record Sealing(
        long version,
        Optional<Amendment> why,
        ManifestDigest digest,
        long people,
        AccountId by,
        Instant at,
        Optional<AccountId> signedBy) {}
