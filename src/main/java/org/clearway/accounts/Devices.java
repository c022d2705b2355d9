// SPDX-License-Identifier: Apache-2.0
package org.clearway.accounts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.clearway.access.AccountId;
import org.clearway.access.Actor;
import org.clearway.access.Deed;
import org.clearway.access.Role;
import org.clearway.accounts.AccountEntries.DeviceLost;
import org.clearway.accounts.AccountEntries.DeviceReadmitted;
import org.clearway.journal.ActId;
import org.clearway.journal.Journal;
import org.clearway.journal.Reading;
import org.clearway.journal.Receipt;
import org.clearway.language.Problem;
import org.clearway.time.Micros;

/// The machines from which people sign in, known by a token that each keeps, and what becomes of
/// one that is lost. Of each the node keeps days, the last address and which accounts signed in
/// there, for ninety days, and nothing of the weapons desk. Safe for use by many threads.
public final class Devices {
    /// A machine that nobody signed in from for so long is forgotten.
    public static final Duration KEPT = Duration.ofDays(90);

    public static final int LONGEST_LABEL = 40;

    private static final int SECRET_BYTES = 24;

    private final Journal journal;
    private final Accounts accounts;
    private final InstantSource ticking;
    private final SecureRandom chance;

    /// @param ticking the machine's own clock, also where the journal's stands still
    public Devices(Journal journal, Accounts accounts, InstantSource ticking, SecureRandom chance) {
        this.journal = journal;
        this.accounts = accounts;
        this.ticking = ticking;
        this.chance = chance;
    }

    /// Somebody signed in with their password.
    ///
    /// @param token what the machine showed; whatever it is
    /// @param origin the network address it came from
    /// @return what the machine is to show from now on; empty for the weapons desk, which
    ///     leaves no trace
    public Optional<Token> signedIn(Actor actor, Optional<String> token, String origin) {
        if (actor.roles().contains(Role.ARMS)) return Optional.empty();
        Optional<Token> known = token.flatMap(this::known);
        Token shown = known.orElseGet(this::fresh);
        long today = Micros.of(ticking.instant().truncatedTo(ChronoUnit.DAYS));
        journal.keep(rows -> {
            rows.sql("insert into device (device, secret, label, first_seen, last_seen, origin)"
                            + " values (?, ?, '', ?, ?, ?) on conflict (device)"
                            + " do update set last_seen = excluded.last_seen, origin = excluded.origin")
                    .params(shown.device().toString(), hash(shown.secret()), today, today, origin)
                    .update();
            rows.sql("insert into device_account (device, account) values (?, ?)"
                            + " on conflict (device, account) do nothing")
                    .params(shown.device().toString(), actor.account().name())
                    .update();
        });
        return Optional.of(shown);
    }

    /// What a machine shows to be known again.
    public record Token(DeviceId device, String secret) {
        public String text() {
            return device + "." + secret;
        }

        @Override
        public String toString() {
            return "Token[" + device + "]";
        }
    }

    /// Whether a machine that shows this token was reported lost.
    public boolean showsALostOne(String token) {
        return split(token).filter(shown -> isLost(shown.device())).isPresent();
    }

    public boolean isLost(DeviceId device) {
        return journal.now()
                        .rows()
                        .sql("select count(*) from device_lost where device = ?")
                        .param(device.toString())
                        .query(Long.class)
                        .single()
                > 0;
    }

    /// The machines that an account signed in from; for who manages accounts all machines. The last
    /// seen first.
    public List<Device> list(Actor actor) {
        Reading now = journal.now();
        boolean all = actor.may(Deed.MANAGE_ACCOUNTS);
        return now
                .rows()
                .sql("select d.*, l.lost_by from device d left join device_lost l on l.device = d.device where ? = 1 or"
                        + " d.device in (select device from device_account where account = ?)"
                        + " order by d.last_seen desc, d.device limit 500")
                .param(all ? 1L : 0L)
                .param(actor.account().name())
                .query((row, n) -> new Device(
                        DeviceId.parse(row.getString("device")),
                        row.getString("label"),
                        day(row.getLong("first_seen")),
                        day(row.getLong("last_seen")),
                        row.getString("origin"),
                        List.of(),
                        Optional.ofNullable(row.getString("lost_by")).map(AccountId::new)))
                .list()
                .stream()
                .map(device -> withAccounts(device, all ? accountsOf(now, device.id()) : List.of(actor.account())))
                .toList();
    }

    /// Says what people call a machine: by where it is, not by whose it is.
    /// @throws Problem `accounts.device-unknown`, `accounts.device-label`
    public void name(Actor actor, DeviceId device, String label) {
        mustKnow(actor, device);
        String said = label.strip();
        if (said.length() > LONGEST_LABEL) throw Problem.of("accounts.device-label", "most", LONGEST_LABEL);
        journal.keep(rows -> rows.sql("update device set label = ? where device = ?")
                .params(said, device.toString())
                .update());
    }

    /// Ends everything at a machine: whoever is signed in there and every PIN, at once; it is not
    /// let in again until it is readmitted, and each account that signed in there must change its
    /// password.
    /// @throws Problem `accounts.device-unknown`, `accounts.device-lost-already`
    public Receipt lost(Actor actor, ActId act, DeviceId device) {
        mustKnow(actor, device);
        List<AccountId> there = accountsOf(journal.now(), device);
        return journal.record(
                actor,
                act,
                List.of(accounts.draft(new DeviceLost(device, there))),
                views -> {
                    if (isLost(views, device)) throw Problem.of("accounts.device-lost-already");
                },
                rows -> there.forEach(account -> Credential.mustBeChanged(rows, account)));
    }

    /// Lets a machine that was found again be signed in from. What was ended stays ended.
    /// @throws Problem `accounts.device-not-lost`
    public Receipt readmit(Actor actor, ActId act, DeviceId device) {
        actor.must(Deed.MANAGE_ACCOUNTS);
        return journal.record(actor, act, accounts.draft(new DeviceReadmitted(device)), views -> {
            if (!isLost(views, device)) throw Problem.of("accounts.device-not-lost");
        });
    }

    /// Forgets machines that nobody signed in from for ninety days. That one is lost is not forgotten.
    public void forgetOld() {
        long before = Micros.of(ticking.instant().minus(KEPT));
        journal.keep(rows -> {
            rows.sql("delete from device_account where device in (select device from device where last_seen < ?)")
                    .param(before)
                    .update();
            rows.sql("delete from device where last_seen < ?").param(before).update();
        });
    }

    private static boolean isLost(Reading at, DeviceId device) {
        return at.rows()
                        .sql("select count(*) from device_lost where device = ?")
                        .param(device.toString())
                        .query(Long.class)
                        .single()
                > 0;
    }

    private void mustKnow(Actor actor, DeviceId device) {
        if (list(actor).stream().noneMatch(one -> one.id().equals(device))) {
            throw Problem.of("accounts.device-unknown", "device", device);
        }
    }

    private static List<AccountId> accountsOf(Reading at, DeviceId device) {
        return at.rows()
                .sql("select account from device_account where device = ? order by account")
                .param(device.toString())
                .query((row, n) -> new AccountId(row.getString(1)))
                .list();
    }

    private static Device withAccounts(Device device, List<AccountId> there) {
        return new Device(
                device.id(),
                device.label(),
                device.firstSeen(),
                device.lastSeen(),
                device.origin(),
                there,
                device.lostBy());
    }

    private Token fresh() {
        byte[] secret = new byte[SECRET_BYTES];
        chance.nextBytes(secret);
        return new Token(
                new DeviceId(new UUID(chance.nextLong(), chance.nextLong())),
                HexFormat.of().formatHex(secret));
    }

    private Optional<Token> known(String token) {
        return split(token)
                .filter(shown -> journal.now()
                        .rows()
                        .sql("select secret from device where device = ?")
                        .param(shown.device().toString())
                        .query((row, n) -> row.getString(1))
                        .optional()
                        .filter(kept -> MessageDigest.isEqual(
                                kept.getBytes(StandardCharsets.US_ASCII),
                                hash(shown.secret()).getBytes(StandardCharsets.US_ASCII)))
                        .isPresent());
    }

    private static Optional<Token> split(String token) {
        int dot = token.indexOf('.');
        if (dot < 0) return Optional.empty();
        try {
            return Optional.of(new Token(DeviceId.parse(token.substring(0, dot)), token.substring(dot + 1)));
        } catch (Problem notOurs) {
            return Optional.empty();
        }
    }

    /// The secret is chance enough to be hashed once.
    private static String hash(String secret) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static LocalDate day(long micros) {
        Instant instant = Micros.instant(micros);
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }
}
