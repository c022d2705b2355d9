// SPDX-License-Identifier: Apache-2.0
package org.clearway.places;

import static org.clearway.access.Retention.FOR_EVER;
import static org.clearway.access.Sensitivity.PUBLIC;

import java.util.Set;
import org.clearway.journal.Body;
import org.clearway.journal.Kept;
import org.clearway.language.Language;

/// In which languages whoever sets this node up is asked what something is called.
record NameLanguagesChosen(
        @Kept(as = PUBLIC, until = FOR_EVER) Set<Language> languages) implements Body {
    NameLanguagesChosen {
        languages = Set.copyOf(languages);
    }
}
