// SPDX-License-Identifier: Apache-2.0
package org.clearway.care;

import static org.clearway.access.Retention.DAYS_90;
import static org.clearway.access.Retention.FOR_EVER;
import static org.clearway.access.Sensitivity.CONFIDENTIAL;
import static org.clearway.access.Sensitivity.RESTRICTED;
import static org.clearway.access.Sensitivity.STRICTLY_CONFIDENTIAL;

import java.util.Optional;
import org.clearway.agreement.CorridorId;
import org.clearway.journal.Body;
import org.clearway.journal.FreeText;
import org.clearway.journal.Kept;
import org.clearway.journal.Sealed;
import org.clearway.language.Language;

/// Somebody complained. The words of a sensitive complaint stand apart, because
/// their class is another.
record ComplaintFiled(
        @Kept(as = RESTRICTED, until = FOR_EVER) ComplaintRef reference,
        @Kept(as = RESTRICTED, until = FOR_EVER) CorridorId corridor,
        @Kept(as = RESTRICTED, until = FOR_EVER) Optional<PointId> point,
        @Kept(as = RESTRICTED, until = FOR_EVER) ComplaintChannel channel,
        @Kept(as = RESTRICTED, until = FOR_EVER) Language language,
        @Kept(as = RESTRICTED, until = FOR_EVER) ComplaintTopic topic,
        @Kept(as = RESTRICTED, until = FOR_EVER) boolean sensitive,
        @Kept(as = CONFIDENTIAL, until = DAYS_90) Optional<Sealed<FreeText>> text,
        @Kept(as = STRICTLY_CONFIDENTIAL, until = DAYS_90) Optional<Sealed<FreeText>> sensitiveText)
        implements Body {

    static ComplaintFiled of(ComplaintRef reference, Complaint words) {
        return new ComplaintFiled(
                reference,
                words.corridor(),
                words.point(),
                words.channel(),
                words.language(),
                words.topic(),
                words.sensitive(),
                words.text().filter(text -> !words.sensitive()).map(Sealed::of),
                words.text().filter(text -> words.sensitive()).map(Sealed::of));
    }
}
