// SPDX-License-Identifier: Apache-2.0
package org.clearway.accounts;

import java.util.List;
import org.clearway.accounts.AccountEntries.DeviceLost;
import org.clearway.accounts.AccountEntries.DeviceReadmitted;
import org.clearway.journal.Entry;
import org.clearway.journal.View;
import org.clearway.time.Micros;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Machines that are lost. That outlasts what else is known of them.
final class DeviceView implements View {
    @Override
    public List<Table> tables() {
        return List.of(new Table("device_lost", "device"));
    }

    @Override
    public void apply(Entry entry, JdbcClient rows) {
        switch (entry.body()) {
            case DeviceLost lost ->
                rows.sql("insert into device_lost (device, lost, lost_by) values (?, ?, ?)"
                                + " on conflict (device) do nothing")
                        .params(
                                lost.device().toString(),
                                Micros.of(entry.recorded()),
                                entry.account().name())
                        .update();
            case DeviceReadmitted found ->
                rows.sql("delete from device_lost where device = ?")
                        .param(found.device().toString())
                        .update();
            default -> {}
        }
    }
}
