// SPDX-License-Identifier: Apache-2.0
package org.clearway.transport;

import static org.clearway.access.Retention.FOR_EVER;
import static org.clearway.access.Sensitivity.RESTRICTED;

import org.clearway.journal.Body;
import org.clearway.journal.Kept;

/// The entries of safe areas.
final class TransportEntries {
    private TransportEntries() {}

    record SafeAreaSet(
            @Kept(as = RESTRICTED, until = FOR_EVER) SafeArea area) implements Body {}

    record SafeAreaClosed(
            @Kept(as = RESTRICTED, until = FOR_EVER) SafeAreaId area) implements Body {}

    record ConditionsTold(
            @Kept(as = RESTRICTED, until = FOR_EVER) Conditions conditions) implements Body {}

    record PlacesTold(
            @Kept(as = RESTRICTED, until = FOR_EVER) PlacesLeft left) implements Body {}
}
