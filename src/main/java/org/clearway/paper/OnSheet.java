// SPDX-License-Identifier: Apache-2.0
package org.clearway.paper;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.clearway.access.AccountId;
import org.clearway.access.Role;
import org.clearway.journal.ActId;
import org.clearway.language.Language;

/// A sheet, and what was entered from it.
///
/// @param printed when its number was handed out
/// @param acts in the order in which they were recorded
public record OnSheet(
        SheetNumber number,
        RunId run,
        Blank blank,
        Language language,
        Optional<Preset> preset,
        Instant printed,
        SheetState state,
        Instant since,
        List<OnAct> acts) {
    public OnSheet {
        acts = List.copyOf(acts);
    }

    /// An act that was read off it.
    ///
    /// @param line 0 for the head
    /// @param by the desk that wrote it
    /// @param account that entered it
    public record OnAct(ActId act, int line, Role by, Optional<Again> again, AccountId account, Instant entered) {}
}
