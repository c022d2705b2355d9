// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.clearway.accounts.Accounts;
import org.clearway.accounts.SignIn;
import org.clearway.accounts.Standing;
import org.clearway.arms.Hands;
import org.springframework.stereotype.Component;

/// What every form of the weapons desk has: the account and password of the second person, which are checked and noted
/// nowhere, and a name for the request that is chance alone. The act that other forms are named by tells its
/// millisecond, and is not used here.
@Component
final class ArmsHands {
    private static final String REQUEST = "request";
    private static final String SECOND = "second";
    private static final String PASSWORD = "second-password";

    private final Accounts accounts;
    private final SecureRandom chance;

    ArmsHands(Accounts accounts, SecureRandom chance) {
        this.accounts = accounts;
        this.chance = chance;
    }

    /// What two do together.
    interface Act {
        void by(Hands hands, UUID request);
    }

    /// Does what the form asks for, if nothing was wrong with it so far and the second person confirms.
    boolean attempt(Visit visit, Form form, HttpServletRequest http, Act act) {
        Optional<Hands> hands = of(visit, form, http);
        return form.attempt(() -> act.by(hands.orElseThrow(), request(form)));
    }

    private Optional<Hands> of(Visit visit, Form form, HttpServletRequest http) {
        Optional<String> account = form.one(SECOND, "web.form.required", text -> text);
        Optional<String> password = form.one(PASSWORD, "web.form.required", text -> text);
        if (account.isEmpty() || password.isEmpty() || !form.sound()) return Optional.empty();
        return switch (accounts.confirm(account.get(), form.text(PASSWORD), http.getRemoteAddr())) {
            case SignIn.Welcome(Standing standing) -> form.make(() -> new Hands(visit.actor(), standing.actor()));
            case SignIn.Refused(), SignIn.RunOut() -> {
                form.complain(PASSWORD, visit.words().say("web.arms.second.refused"));
                yield Optional.empty();
            }
            case SignIn.Wait(Duration left) -> {
                form.complain(
                        PASSWORD,
                        visit.words()
                                .say(
                                        "web.arms.second.wait",
                                        "seconds",
                                        left.plusMillis(999).toSeconds()));
                yield Optional.empty();
            }
        };
    }

    /// The name of the request that a form carries, else a new one.
    UUID request(Form form) {
        try {
            return UUID.fromString(form.text(REQUEST));
        } catch (IllegalArgumentException none) {
            return new UUID(chance.nextLong(), chance.nextLong());
        }
    }
}
