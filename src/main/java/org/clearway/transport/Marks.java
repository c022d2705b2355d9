// SPDX-License-Identifier: Apache-2.0
package org.clearway.transport;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.clearway.gate.CardNumber;
import org.clearway.journal.Journal;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Makes the marks of cards, under the secret of a day. The secrets stand beside the journal, go
/// with manifests to those who receive people, and are forgotten when no trip of their day can be
/// open any more.
record Marks(JdbcClient rows) {
    private static final int MARK_BYTES = 10;

    /// The secret of a day, drawn where there is none.
    static String secret(Journal journal, LocalDate day) {
        Optional<String> kept = new Marks(journal.now().rows()).secret(day);
        if (kept.isPresent()) return kept.get();
        String drawn = journal.ids().next() + "/" + journal.ids().next();
        journal.keep(rows -> new Marks(rows).keep(day, drawn));
        return new Marks(journal.now().rows()).secret(day).orElseThrow();
    }

    static Mark of(String secret, CardNumber number) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] made = mac.doFinal(number.text().getBytes(StandardCharsets.UTF_8));
            return new Mark(HexFormat.of().formatHex(Arrays.copyOf(made, MARK_BYTES)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HMAC-SHA256.", e);
        }
    }

    /// The marks that a card may have made here, one for each day whose secret is kept.
    List<Mark> of(CardNumber number) {
        return rows.sql("select secret from transport_day_secret order by day desc")
                .query((row, n) -> of(row.getString("secret"), number))
                .list();
    }

    Optional<String> secret(LocalDate day) {
        return rows.sql("select secret from transport_day_secret where day = ?")
                .param(day.toString())
                .query((row, n) -> row.getString("secret"))
                .optional();
    }

    void keep(LocalDate day, String secret) {
        rows.sql("insert into transport_day_secret (day, secret) values (?, ?) on conflict (day) do nothing")
                .param(day.toString())
                .param(secret)
                .update();
    }

    /// Forgets the secrets of days before one on which nobody boarded who is on a trip that lasts.
    void forget(LocalDate before) {
        rows.sql("delete from transport_day_secret where day < ? and day not in (select p.day"
                        + " from transport_passage p join transport_trip t on t.trip = p.trip"
                        + " where p.day is not null and t.state not in ('CLOSED', 'CANCELLED'))")
                .param(before.toString())
                .update();
    }
}
