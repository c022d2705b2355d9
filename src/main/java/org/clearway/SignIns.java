// SPDX-License-Identifier: Apache-2.0
package org.clearway;

import java.security.SecureRandom;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.clearway.access.AccountId;
import org.clearway.access.Actor;
import org.clearway.access.Role;
import org.clearway.accounts.Lasts;
import org.clearway.accounts.Password;
import org.clearway.language.Wording;

/// An account for each desk of a story, with passwords that are printed: nothing in a story is secret.
final class SignIns {
    private static final Actor AT_THE_MACHINE = new Actor(AccountId.NODE, Set.of(Role.ADMINISTRATOR));

    private final Map<Desk, Password> passwords = new EnumMap<>(Desk.class);

    SignIns(SecureRandom chance) {
        for (Desk desk : Desk.values()) passwords.put(desk, Password.random(chance));
    }

    void open(Node node) {
        passwords.forEach((desk, password) -> node.accounts()
                .open(
                        AT_THE_MACHINE,
                        node.journal().ids().next(),
                        new AccountId(desk.account()),
                        Set.of(desk.role),
                        password,
                        Lasts.AS_IT_IS));
    }

    void print(Context context) {
        passwords.forEach((desk, password) -> context.print(
                "command.demo-sign-in",
                Map.of(
                        "account", String.format(Locale.ROOT, "%-15s", desk.account()),
                        "password", password.text(),
                        "desk", Wording.of(context.language()).say(desk.role))));
    }

    /// The desks that a story can be looked at from.
    private enum Desk {
        GATE_1(Role.GATE),
        BOARDING_1(Role.BOARDING),
        SERVICE_1(Role.SERVICE_POINT),
        RECEPTION_1(Role.RECEPTION),
        COORDINATION_1(Role.COORDINATION),
        DUTY_1(Role.DUTY),
        PRESS_1(Role.PRESS),
        PRESS_2(Role.PRESS),
        PROTECTION_1(Role.PROTECTION),
        ARMS_1(Role.ARMS),
        ARMS_2(Role.ARMS),
        ADMIN_1(Role.ADMINISTRATOR);

        private final Role role;

        Desk(Role role) {
            this.role = role;
        }

        String account() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
