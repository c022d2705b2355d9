// SPDX-License-Identifier: Apache-2.0
package org.clearway.bulletin;

import java.util.List;
import org.clearway.journal.Entry;
import org.clearway.journal.Index;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Files each proposed bulletin under its tags. Readers join it with what is published.
final class TagIndex implements Index {
    @Override
    public String name() {
        return "bulletin-tags";
    }

    @Override
    public List<Table> tables() {
        return List.of(new Table("bulletin_tag", "tag, day, version, digest"));
    }

    @Override
    public void apply(Entry entry, JdbcClient rows) {
        if (!(entry.body() instanceof BulletinProposed(Bulletin bulletin))) return;
        String digest = Digest.of(bulletin).hex();
        for (Tag tag : Tag.of(bulletin)) {
            rows.sql("insert into bulletin_tag (tag, day, version, digest, value) values (?, ?, ?, ?, ?) on conflict do"
                            + " nothing")
                    .param(tag.id().text())
                    .param(bulletin.day().toString())
                    .param(bulletin.version())
                    .param(digest)
                    .param(BulletinView.text(tag))
                    .update();
        }
    }
}
