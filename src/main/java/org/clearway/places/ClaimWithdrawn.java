// SPDX-License-Identifier: Apache-2.0
package org.clearway.places;

import static org.clearway.access.Retention.FOR_EVER;
import static org.clearway.access.Sensitivity.PUBLIC;

import java.util.UUID;
import org.clearway.journal.Body;
import org.clearway.journal.Kept;

/// A claim should never have been on record as it was. It is no claim of anybody's, and is known no longer.
///
/// @param claim the act that recorded it
record ClaimWithdrawn(
        @Kept(as = PUBLIC, until = FOR_EVER) UUID claim,
        @Kept(as = PUBLIC, until = FOR_EVER) WithdrawalReason reason) implements Body {}
