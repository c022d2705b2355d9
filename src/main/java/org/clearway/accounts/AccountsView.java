// SPDX-License-Identifier: Apache-2.0
package org.clearway.accounts;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.clearway.access.Role;
import org.clearway.accounts.AccountEntries.AccountClosed;
import org.clearway.accounts.AccountEntries.AccountOpened;
import org.clearway.accounts.AccountEntries.AccountRolesChanged;
import org.clearway.accounts.AccountEntries.PasswordChanged;
import org.clearway.journal.Entry;
import org.clearway.journal.View;
import org.clearway.time.Micros;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The accounts as they stand, in the table `account`.
final class AccountsView implements View {
    @Override
    public List<Table> tables() {
        return List.of(new Table("account", "name"));
    }

    @Override
    public void apply(Entry entry, JdbcClient rows) {
        switch (entry.body()) {
            case AccountOpened opened ->
                rows.sql("insert into account (name, roles, opened, closed, password_since) values (?, ?, ?, ?, ?)"
                                + " on conflict (name) do nothing")
                        .params(
                                opened.account().name(),
                                column(opened.roles()),
                                Micros.of(entry.recorded()),
                                Micros.FOREVER,
                                entry.position())
                        .update();
            case AccountRolesChanged changed ->
                rows.sql("update account set roles = ? where name = ?")
                        .params(column(changed.roles()), changed.account().name())
                        .update();
            case AccountClosed gone ->
                rows.sql("update account set closed = ? where name = ? and closed = ?")
                        .params(Micros.of(entry.recorded()), gone.account().name(), Micros.FOREVER)
                        .update();
            case PasswordChanged changed ->
                rows.sql("update account set password_since = ? where name = ?")
                        .params(entry.position(), changed.account().name())
                        .update();
            default -> {}
        }
    }

    static String column(Set<Role> roles) {
        return roles.stream().sorted().map(Role::name).collect(Collectors.joining(" "));
    }

    static Set<Role> roles(String column) {
        return List.of(column.split(" ", -1)).stream().map(Role::valueOf).collect(Collectors.toUnmodifiableSet());
    }
}
