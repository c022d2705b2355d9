// SPDX-License-Identifier: Apache-2.0
package org.clearway.journal;

import java.time.Instant;
import java.util.Optional;
import org.clearway.access.AccountId;
import org.clearway.time.Occurred;

/// One immutable line of the journal.
///
/// @param sequence place in its stream, from 1 and without gaps
/// @param position order of arrival at this node; views follow it
/// @param occurred when it happened, as it was told
/// @param recorded when it was recorded, by its node's clock; never runs backwards in a stream
/// @param received when it reached this node; equal to `recorded` for the node's own
public record Entry(
        EntryId id,
        StreamId stream,
        long sequence,
        long position,
        String type,
        int version,
        Occurred occurred,
        Instant recorded,
        Instant received,
        AccountId account,
        Optional<Subject> subject,
        Body body) {}
