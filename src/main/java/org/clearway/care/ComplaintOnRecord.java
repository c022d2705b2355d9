// SPDX-License-Identifier: Apache-2.0
package org.clearway.care;

import java.time.Instant;
import java.util.Optional;
import org.clearway.agreement.CorridorId;
import org.clearway.language.Language;

/// A complaint, as those see it who deal with it. Its words are read one by one, and each reading is on record.
///
/// @param worded whether there are words to it
public record ComplaintOnRecord(
        ComplaintRef reference,
        Instant received,
        CorridorId corridor,
        Optional<PointId> point,
        ComplaintChannel channel,
        Language language,
        ComplaintTopic topic,
        boolean sensitive,
        boolean worded,
        ComplaintState state) {}
