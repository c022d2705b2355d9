// SPDX-License-Identifier: Apache-2.0
package org.clearway.journal;

import java.util.Map;
import org.clearway.language.Language;
import org.clearway.language.Wording;

/// Something that was found when a folder was opened and that a person should know.
///
/// @param code names the sentence `finding.CODE` in the catalogue
public record Finding(String code, Map<String, String> details) {
    public String in(Language language) {
        return Wording.of(language).say("finding." + code, details);
    }
}
