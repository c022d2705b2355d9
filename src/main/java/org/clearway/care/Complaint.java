// SPDX-License-Identifier: Apache-2.0
package org.clearway.care;

import java.util.Optional;
import org.clearway.agreement.CorridorId;
import org.clearway.journal.FreeText;
import org.clearway.language.Language;

/// Somebody complains. Who, is no part of it.
///
/// @param point where, if it is about a point
/// @param language in which they want to be answered
/// @param sensitive whether they asked that the site's staff not see it; some topics never show it to them
public record Complaint(
        CorridorId corridor,
        Optional<PointId> point,
        ComplaintChannel channel,
        Language language,
        ComplaintTopic topic,
        boolean sensitive,
        Optional<FreeText> text) {
    public Complaint {
        sensitive = sensitive || topic.sensitive();
    }
}
