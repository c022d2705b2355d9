// SPDX-License-Identifier: Apache-2.0
package org.clearway.accounts;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clearway.access.AccountId;
import org.clearway.accounts.AccountEntries.AccountClosed;
import org.clearway.accounts.AccountEntries.AccountOpened;
import org.clearway.accounts.AccountEntries.AccountRolesChanged;
import org.clearway.accounts.AccountEntries.PasswordChanged;
import org.clearway.accounts.AccountEntries.PinBlocked;
import org.clearway.accounts.AccountEntries.ResetAsked;
import org.clearway.accounts.AccountEntries.ResetStarted;
import org.clearway.accounts.AccountEntries.SignInRefused;
import org.clearway.journal.Entry;
import org.clearway.journal.View;
import org.clearway.time.Micros;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Who signed in, read what is confidential, took entries out or destroyed keys, in the table `access_log`: a line
/// for each such entry, by its type, its account and the moment it was recorded.
final class AccessLogView implements View {
    private static final Map<AccessEvent, String> TYPES = new EnumMap<>(Map.ofEntries(
            Map.entry(AccessEvent.SIGNED_IN, "accounts.signed-in"),
            Map.entry(AccessEvent.SIGN_IN_REFUSED, "accounts.sign-in-refused"),
            Map.entry(AccessEvent.SIGNED_OUT, "accounts.signed-out"),
            Map.entry(AccessEvent.ACCOUNT_OPENED, "accounts.account-opened"),
            Map.entry(AccessEvent.ROLES_CHANGED, "accounts.account-roles-changed"),
            Map.entry(AccessEvent.ACCOUNT_CLOSED, "accounts.account-closed"),
            Map.entry(AccessEvent.PASSWORD_CHANGED, "accounts.password-changed"),
            Map.entry(AccessEvent.PIN_SET, "accounts.pin-set"),
            Map.entry(AccessEvent.PIN_BLOCKED, "accounts.pin-blocked"),
            Map.entry(AccessEvent.DEVICE_LOST, "accounts.device-lost"),
            Map.entry(AccessEvent.DEVICE_READMITTED, "accounts.device-readmitted"),
            Map.entry(AccessEvent.RESET_ASKED, "accounts.reset-asked"),
            Map.entry(AccessEvent.RESET_STARTED, "accounts.reset-started"),
            Map.entry(AccessEvent.RESET_CONFIRMED, "accounts.reset-confirmed"),
            Map.entry(AccessEvent.RESET_WITHDRAWN, "accounts.reset-withdrawn"),
            Map.entry(AccessEvent.CONFIDENTIAL_READ, "journal.confidential-read"),
            Map.entry(AccessEvent.SHOWN_READ, "journal.shown-read"),
            Map.entry(AccessEvent.EXPORTED, "journal.exported"),
            Map.entry(AccessEvent.TAKEN_OUT, "journal.taken-out"),
            Map.entry(AccessEvent.TABLE_ASKED, "export.table-asked"),
            Map.entry(AccessEvent.TABLE_TAKEN, "export.table-taken"),
            Map.entry(AccessEvent.TABLE_CUT_OFF, "export.table-cut-off"),
            Map.entry(AccessEvent.TABLE_REFUSED, "export.table-refused"),
            Map.entry(AccessEvent.KEYS_DESTROYED, "journal.keys-destroyed")));

    @Override
    public List<Table> tables() {
        return List.of(new Table("access_log", "position"));
    }

    @Override
    public void apply(Entry entry, JdbcClient rows) {
        Optional<AccessEvent> event = event(entry.type());
        if (event.isEmpty()) return;
        rows.sql("insert into access_log (position, recorded, event, account, about) values (?, ?, ?, ?, ?)")
                .param(entry.position())
                .param(Micros.of(entry.recorded()))
                .param(event.get().name())
                .param(entry.account().name())
                .param(about(entry))
                .update();
    }

    private static Optional<AccessEvent> event(String type) {
        return TYPES.entrySet().stream()
                .filter(known -> known.getValue().equals(type))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /// The account that the entry is about, where that is not the one that acted.
    private static @Nullable String about(Entry entry) {
        Optional<AccountId> about = switch (entry.body()) {
            case AccountOpened opened -> Optional.of(opened.account());
            case AccountRolesChanged changed -> Optional.of(changed.account());
            case AccountClosed closed -> Optional.of(closed.account());
            case PasswordChanged changed -> Optional.of(changed.account());
            case SignInRefused refused -> refused.account();
            case PinBlocked blocked -> Optional.of(blocked.account());
            case ResetAsked asked -> asked.account();
            case ResetStarted started -> Optional.of(started.account());
            default -> Optional.empty();
        };
        return about.filter(account -> !account.equals(entry.account()))
                .map(AccountId::name)
                .orElse(null);
    }
}
