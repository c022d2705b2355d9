// SPDX-License-Identifier: Apache-2.0
package org.clearway.agreement;

import static org.clearway.access.Retention.FOR_EVER;
import static org.clearway.access.Sensitivity.PUBLIC;

import java.util.Optional;
import org.clearway.journal.Body;
import org.clearway.journal.Kept;
import org.clearway.language.Names;

/// What a party is and is called. The same party named again is renamed, whole.
record PartyNamed(
        @Kept(as = PUBLIC, until = FOR_EVER) PartyId party,
        @Kept(as = PUBLIC, until = FOR_EVER) PartyKind kind,
        @Kept(as = PUBLIC, until = FOR_EVER) Names names,
        @Kept(as = PUBLIC, until = FOR_EVER) Optional<Names> abbreviation)
        implements Body {}
