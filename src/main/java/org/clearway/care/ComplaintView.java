// SPDX-License-Identifier: Apache-2.0
package org.clearway.care;

import java.util.List;
import org.clearway.care.CareEntries.ComplaintHandled;
import org.clearway.journal.Entry;
import org.clearway.journal.View;
import org.clearway.time.Micros;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Complaints, and what became of them.
final class ComplaintView implements View {
    @Override
    public List<Table> tables() {
        return List.of(new Table("care_complaint", "reference"));
    }

    @Override
    public void apply(Entry entry, JdbcClient rows) {
        switch (entry.body()) {
            case ComplaintFiled filed -> filed(entry, filed, rows);
            case ComplaintHandled handled ->
                rows.sql("update care_complaint set state = ? where reference = ?")
                        .param(handled.state().name())
                        .param(handled.reference().signs())
                        .update();
            default -> {}
        }
    }

    private static void filed(Entry entry, ComplaintFiled filed, JdbcClient rows) {
        rows.sql("insert into care_complaint (reference, position, received, corridor, point, channel, language, topic,"
                        + " sensitive, text, state) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .param(filed.reference().signs())
                .param(entry.position())
                .param(Micros.of(entry.received()))
                .param(filed.corridor().slug())
                .param(filed.point().map(PointId::slug).orElse(null))
                .param(filed.channel().name())
                .param(filed.language().tag())
                .param(filed.topic().name())
                .param(filed.sensitive() ? 1 : 0)
                .param(filed.text()
                        .or(filed::sensitiveText)
                        .map(text -> text.closed().line())
                        .orElse(null))
                .param(ComplaintState.RECEIVED.name())
                .update();
    }
}
