// SPDX-License-Identifier: Apache-2.0
package org.clearway.journal;

import org.junit.jupiter.api.Test;

class JournalEntriesTest {
    @Test
    void theJournalsOwnEntriesAreReadAndWrittenToTheVerySameBytes() {
        Golden.holds(JournalEntries.chapter());
    }
}
