// SPDX-License-Identifier: Apache-2.0
package org.clearway.accounts;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clearway.access.AccountId;
import org.clearway.access.Role;
import org.clearway.language.Problem;

/// A machine that several people share for a shift. Each signed in there with a password once, and
/// unlocks it with a PIN of their own. What PINs are checked against is in the memory of this
/// program alone, salted with a secret of this very machine's session: it is in no database, no
/// backup and no journal, and gone when the program ends. Safe for use by many threads.
public final class SharedMachine {
    /// For so long a PIN opens, from when it was set.
    public static final Duration SHIFT = Duration.ofHours(12);

    /// So many wrong attempts in a row, and the password is asked for.
    public static final int TRIES = 3;

    private static final int SECRET_BYTES = 32;

    private final Accounts accounts;
    private final InstantSource ticking;
    private final String secret;
    private final Map<AccountId, Person> people = new LinkedHashMap<>();

    /// @param passwordSince a PIN stands on the password that was typed here: with that it ends
    private record Person(long passwordSince, PasswordHash pin, Instant until, int misses) {
        Person missed() {
            return new Person(passwordSince, pin, until, misses + 1);
        }

        Person hit() {
            return new Person(passwordSince, pin, until, 0);
        }
    }

    SharedMachine(Accounts accounts, InstantSource ticking, SecureRandom chance) {
        this.accounts = accounts;
        this.ticking = ticking;
        byte[] bytes = new byte[SECRET_BYTES];
        chance.nextBytes(bytes);
        this.secret = HexFormat.of().formatHex(bytes);
    }

    /// Lets an account that signed in here with its password unlock this machine with `pin`.
    /// @throws Problem `accounts.pin-not-there` for the weapons desk, which leaves no trace
    public synchronized void set(Standing standing, Pin pin) {
        if (standing.actor().roles().contains(Role.ARMS)) throw Problem.of("accounts.pin-not-there");
        AccountId account = standing.actor().account();
        PasswordHash hash = accounts.make(account, salted(pin.digits()));
        accounts.pinSet(account);
        people.put(
                account,
                new Person(standing.passwordSince(), hash, ticking.instant().plus(SHIFT), 0));
    }

    /// Who can unlock this machine now, in the order in which they came.
    public synchronized List<Standing> people() {
        people.keySet().removeIf(account -> standing(account).isEmpty());
        return people.keySet().stream()
                .flatMap(account -> standing(account).stream())
                .toList();
    }

    public boolean knows(AccountId account) {
        return people().stream().anyMatch(standing -> standing.actor().account().equals(account));
    }

    public synchronized Unlocking unlock(AccountId account, String typed) {
        Optional<Standing> standing = standing(account);
        Person person = people.get(account);
        if (standing.isEmpty() || person == null) {
            people.remove(account);
            return new Unlocking.PasswordAgain();
        }
        if (accounts.opens(person.pin(), account, salted(Pin.plain(typed)))) {
            people.put(account, person.hit());
            return new Unlocking.Welcome(standing.get());
        }
        Person missed = person.missed();
        if (missed.misses() < TRIES) {
            people.put(account, missed);
            return new Unlocking.Wrong(TRIES - missed.misses());
        }
        people.remove(account);
        accounts.pinBlocked(account);
        return new Unlocking.PasswordAgain();
    }

    public synchronized void forget(AccountId account) {
        people.remove(account);
    }

    /// What somebody who set a PIN here may do, while that holds: in the shift, and while the
    /// password is the one that was typed here.
    private Optional<Standing> standing(AccountId account) {
        Person person = people.get(account);
        if (person == null || !ticking.instant().isBefore(person.until())) return Optional.empty();
        return accounts.standing(account)
                .filter(now -> now.passwordSince() == person.passwordSince() && !now.mustChange());
    }

    private String salted(String digits) {
        return digits + secret;
    }
}
