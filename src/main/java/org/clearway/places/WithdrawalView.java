// SPDX-License-Identifier: Apache-2.0
package org.clearway.places;

import java.util.List;
import org.clearway.journal.Entry;
import org.clearway.journal.View;
import org.clearway.time.Micros;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Writes which claims were withdrawn, and why. Their own rows are closed by the views that keep them.
final class WithdrawalView implements View {
    @Override
    public List<Table> tables() {
        return List.of(new Table("withdrawal", "withdrawn_claim"));
    }

    @Override
    public void apply(Entry entry, JdbcClient rows) {
        if (!(entry.body() instanceof ClaimWithdrawn withdrawn)) return;
        rows.sql("insert into withdrawal (withdrawn_claim, withdrawn_position, withdrawn_reason, withdrawn_at)"
                        + " values (?, ?, ?, ?) on conflict do nothing")
                .param(withdrawn.claim().toString())
                .param(entry.position())
                .param(withdrawn.reason().name())
                .param(Micros.of(entry.received()))
                .update();
    }
}
