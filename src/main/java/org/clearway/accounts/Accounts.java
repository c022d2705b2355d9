// SPDX-License-Identifier: Apache-2.0
package org.clearway.accounts;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.clearway.access.AccountId;
import org.clearway.access.Actor;
import org.clearway.access.Deed;
import org.clearway.access.Role;
import org.clearway.accounts.AccountEntries.AccountClosed;
import org.clearway.accounts.AccountEntries.AccountOpened;
import org.clearway.accounts.AccountEntries.AccountRolesChanged;
import org.clearway.accounts.AccountEntries.PasswordChanged;
import org.clearway.accounts.AccountEntries.PinBlocked;
import org.clearway.accounts.AccountEntries.PinSet;
import org.clearway.accounts.AccountEntries.ResetAsked;
import org.clearway.accounts.AccountEntries.SignInRefused;
import org.clearway.accounts.AccountEntries.SignedIn;
import org.clearway.accounts.AccountEntries.SignedOut;
import org.clearway.journal.ActId;
import org.clearway.journal.BesideTable.Copies;
import org.clearway.journal.Body;
import org.clearway.journal.Chapter;
import org.clearway.journal.Draft;
import org.clearway.journal.Journal;
import org.clearway.journal.Reading;
import org.clearway.journal.Receipt;
import org.clearway.journal.Rule;
import org.clearway.language.Problem;
import org.clearway.time.Micros;
import org.clearway.time.Occurred;

/// Every account of this node, and the door that people come in by. Safe for use by many threads.
public final class Accounts {
    /// So many passwords are worked on at once, each in its own {@link Strength#memoryKib()}.
    private static final int AT_ONCE = 2;

    /// More accounts than one person gives out at a time.
    public static final int MOST_AT_ONCE = 40;

    private static final int MISSES_FREE_FOR_AN_ORIGIN = 10;
    private static final int REMEMBERED = 10_000;

    /// So often somebody may ask for a password to be reset, from one place.
    private static final int ASKED_FREE_FROM_AN_ORIGIN = 3;

    private final Journal journal;
    private final InstantSource ticking;
    private final SecureRandom chance;
    private final Strength strength;
    private final PasswordHash decoy;
    private final Semaphore workplaces = new Semaphore(AT_ONCE);
    private final Delays knownNames;
    private final Delays otherNames;
    private final Delays origins;
    private final Delays askers;

    /// @param ticking measures the delays after failed attempts and how long what was given opens; a real clock even
    /// where the journal's stands still
    public Accounts(Journal journal, InstantSource ticking, SecureRandom chance, Strength strength) {
        this.journal = journal;
        this.ticking = ticking;
        this.chance = chance;
        this.strength = strength;
        this.decoy = PasswordHash.make(AccountId.PUBLIC, Password.random(chance).text(), strength, chance);
        this.knownNames = new Delays(ticking, 0, Duration.ofDays(1), Integer.MAX_VALUE);
        this.otherNames = new Delays(ticking, 0, Duration.ofDays(1), REMEMBERED);
        this.origins = new Delays(ticking, MISSES_FREE_FOR_AN_ORIGIN, Duration.ofMinutes(15), REMEMBERED);
        this.askers = new Delays(ticking, ASKED_FREE_FROM_AN_ORIGIN, Duration.ofHours(1), REMEMBERED);
    }

    public static Chapter chapter() {
        return Chapter.of(
                        "accounts",
                        AccountEntries.kinds(),
                        new AccountsView(),
                        new AccessLogView(),
                        new ResetView(),
                        new DeviceView(),
                        new DutyView())
                .beside("credential", Copies.NEWEST)
                .beside("device", Copies.NEWEST)
                .beside("device_account", Copies.NEWEST);
    }

    /// True until the first account is opened.
    public boolean none() {
        return journal.now()
                        .rows()
                        .sql("select count(*) from account")
                        .query(Long.class)
                        .single()
                == 0;
    }

    /// Opens the first account of a new node, an administrator's.
    /// @throws Problem `accounts.not-first` if there is an account already
    public Receipt firstAccount(ActId act, AccountId account, Password password, Lasts lasts) {
        return opened(Actor.NODE, act, account, Set.of(Role.ADMINISTRATOR), password, lasts, views -> {
            if (views.rows()
                            .sql("select count(*) from account")
                            .query(Long.class)
                            .single()
                    > 0) {
                throw Problem.of("accounts.not-first");
            }
        });
    }

    /// Opens an account with a start password: it opens for a week, and must be changed at the first sign-in.
    /// @throws Problem `accounts.name-taken`, `accounts.name-reserved`, `accounts.no-desk`, `accounts.arms-alone`
    public Receipt open(Actor actor, ActId act, AccountId account, Set<Role> roles, Password password) {
        return open(actor, act, account, roles, password, Lasts.UNTIL_FIRST_USE);
    }

    /// @throws Problem as the other one does
    public Receipt open(Actor actor, ActId act, AccountId account, Set<Role> roles, Password password, Lasts lasts) {
        actor.must(Deed.MANAGE_ACCOUNTS);
        return opened(actor, act, account, roles, password, lasts, Rule.NONE);
    }

    /// Opens several accounts, all of them or none.
    /// @throws Problem as {@link #open}; `accounts.too-many`; `accounts.opened-before` where this act
    ///     has opened them already: what their passwords were is not known here
    public Receipt openAll(Actor actor, ActId act, List<Opening> openings) {
        actor.must(Deed.MANAGE_ACCOUNTS);
        if (openings.isEmpty() || openings.size() > MOST_AT_ONCE) {
            throw Problem.of("accounts.too-many", "most", MOST_AT_ONCE);
        }
        var drafts = new ArrayList<Draft>();
        var given = new LinkedHashMap<AccountId, Credential>();
        for (Opening opening : openings) {
            mustBeDesks(opening.roles());
            mustNotBeReserved(opening.account());
            drafts.add(draft(new AccountOpened(opening.account(), opening.roles())));
            given.put(opening.account(), given(opening.account(), opening.password(), Credential.AFTER_OPENING));
        }
        try {
            Receipt receipt = journal.record(
                    actor,
                    act,
                    drafts,
                    views -> openings.forEach(opening -> mustBeFree(views, opening.account())),
                    rows -> given.forEach(
                            (account, credential) -> credential.keptFor(account).keep(rows)));
            if (receipt.repeated()) throw Problem.of("accounts.opened-before");
            return receipt;
        } catch (Problem problem) {
            if (!problem.code().equals("journal.same-act-other-words")) throw problem;
            throw new Problem("accounts.opened-before", Map.of(), problem);
        }
    }

    /// An account to be opened, at one desk or more.
    public record Opening(AccountId account, Set<Role> roles, Password password) {
        public Opening {
            roles = Set.copyOf(roles);
        }
    }

    /// @param roles all the desks it is to have from now on
    /// @throws Problem `accounts.unknown`, `accounts.no-desk`, `accounts.arms-alone`, `accounts.last-administrator`
    public Receipt changeRoles(Actor actor, ActId act, AccountId account, Set<Role> roles) {
        actor.must(Deed.MANAGE_ACCOUNTS);
        mustBeDesks(roles);
        return journal.record(actor, act, draft(new AccountRolesChanged(account, roles)), views -> {
            mustBeOpen(views, account);
            if (!roles.contains(Role.ADMINISTRATOR)) mustNotBeLastAdministrator(views, account);
        });
    }

    /// Closes an account for good and forgets its password. Whoever is signed in with it is signed out.
    /// @throws Problem `accounts.unknown`, `accounts.last-administrator`
    public Receipt close(Actor actor, ActId act, AccountId account) {
        actor.must(Deed.MANAGE_ACCOUNTS);
        Rule rule = views -> {
            mustBeOpen(views, account);
            mustNotBeLastAdministrator(views, account);
        };
        return journal.record(
                actor, act, List.of(draft(new AccountClosed(account))), rule, Credential.forgotten(account));
    }

    /// Gives an account a new start password from the machine that the node runs on: the way out where no two persons
    /// can reset it ({@link Resets}). Whoever is signed in with it must sign in again.
    /// @throws Problem `accounts.unknown`
    public Receipt resetAtTheMachine(ActId act, AccountId account, Password password) {
        Credential given = given(account, password, Credential.AFTER_RESET);
        return passwordChanged(Actor.NODE, act, account, given, Rule.NONE);
    }

    /// Changes the actor's own password.
    /// @param current what is typed as the password of now
    /// @throws Problem `accounts.wrong-password`, `accounts.wait`, `accounts.same-password`
    public Receipt changePassword(Actor actor, ActId act, String current, Password password) {
        AccountId account = actor.account();
        Optional<Duration> wait = knownNames.begin(account.name());
        Optional<Credential> present = Credential.of(journal.now(), account);
        boolean right =
                wait.isEmpty() && present.isPresent() && opens(present.get().hash(), account, current);
        if (right) knownNames.clear(account.name());
        boolean same = right && Password.normal(current).equals(password.text());
        return passwordChanged(actor, act, account, Credential.lasting(make(account, password)), views -> {
            if (wait.isPresent()) throw Problem.of("accounts.wait", "seconds", seconds(wait.get()));
            if (!right) throw Problem.of("accounts.wrong-password");
            if (same) throw Problem.of("accounts.same-password");
        });
    }

    /// Somebody at the door. A name that no account has costs as much work, and as much waiting, as one that has.
    ///
    /// @param name as it was typed; it is recorded only if an account has it
    /// @param origin where the attempt comes from, such as a network address; kept in memory only
    public SignIn signIn(String name, String password, String origin) {
        Attempt attempt = attempt(name, password, origin);
        switch (attempt.answer()) {
            case SignIn.Welcome(Standing standing)
            when !leavesNoTrace(standing.actor()) ->
                note(standing.actor(), new SignedIn(standing.actor().account()));
            case SignIn.Refused()
            when !attempt.tried().map(this::leavesNoTrace).orElse(false) ->
                note(Actor.ANYONE, new SignInRefused(attempt.tried()));
            case SignIn.RunOut()
            when !attempt.tried().map(this::leavesNoTrace).orElse(false) ->
                note(Actor.ANYONE, new SignInRefused(attempt.tried()));
            default -> {}
        }
        return attempt.answer();
    }

    /// Somebody at the door says that they forgot their password: one entry, whether there is such an account or not.
    /// The weapons desk, which leaves no trace, asks its administrator in person.
    Optional<Duration> forgotten(String name, String origin) {
        Optional<Duration> wait = askers.begin(origin);
        if (wait.isPresent()) return wait;
        Optional<AccountId> known = accountId(name)
                .filter(account -> standing(account)
                        .map(Standing::actor)
                        .filter(actor -> !leavesNoTrace(actor))
                        .isPresent());
        note(Actor.ANYONE, new ResetAsked(known));
        return Optional.empty();
    }

    /// The second hand of the weapons desk confirms, at the same screen, what the first one does. Nothing is noted of
    /// it: it would tell the minute.
    /// @return a welcome for nobody but the weapons desk
    public SignIn confirm(String name, String password, String origin) {
        SignIn answer = attempt(name, password, origin).answer();
        return answer instanceof SignIn.Welcome(Standing standing)
                        && (!leavesNoTrace(standing.actor()) || standing.mustChange())
                ? new SignIn.Refused()
                : answer;
    }

    /// @param tried the account of that name, if there is one
    private record Attempt(SignIn answer, Optional<AccountId> tried) {}

    private Attempt attempt(String name, String password, String origin) {
        Optional<AccountId> tried = accountId(name);
        Optional<Credential> credential = tried.flatMap(account -> Credential.of(journal.now(), account));
        Delays names = credential.isPresent() ? knownNames : otherNames;
        String key = tried.map(AccountId::name).orElse("");
        Optional<AccountId> known = credential.flatMap(any -> tried);
        Optional<Duration> wait = names.begin(key);
        if (wait.isEmpty()) wait = origins.begin(origin);
        if (wait.isPresent()) return new Attempt(new SignIn.Wait(wait.get()), known);

        boolean opens = opens(credential.map(Credential::hash).orElse(decoy), tried.orElse(AccountId.PUBLIC), password);
        Optional<Standing> standing =
                credential.isPresent() && opens ? tried.flatMap(this::standing) : Optional.empty();
        if (standing.isEmpty()) return new Attempt(new SignIn.Refused(), known);
        names.clear(key);
        origins.takeBack(origin);
        if (credential.filter(given -> given.hasRunOut(ticking.instant())).isPresent()) {
            return new Attempt(new SignIn.RunOut(), known);
        }
        return new Attempt(new SignIn.Welcome(standing.get()), known);
    }

    /// Whoever is at the weapons desk comes and goes without an entry: its hour would tell when weapons were laid down.
    /// Their acts stand, by the day, in the weapons' own journal.
    private static boolean leavesNoTrace(Actor actor) {
        return actor.roles().contains(Role.ARMS);
    }

    private boolean leavesNoTrace(AccountId account) {
        return standing(account)
                .map(Standing::actor)
                .filter(Accounts::leavesNoTrace)
                .isPresent();
    }

    /// A machine that several are going to share.
    public SharedMachine machine() {
        return new SharedMachine(this, ticking, chance);
    }

    void pinSet(AccountId account) {
        standing(account).ifPresent(standing -> note(standing.actor(), new PinSet(account)));
    }

    void pinBlocked(AccountId account) {
        note(Actor.ANYONE, new PinBlocked(account));
    }

    public void signOut(Actor actor, Ending ending) {
        if (leavesNoTrace(actor.account())) return;
        note(actor, new SignedOut(actor.account(), ending));
    }

    /// What an account may do now; empty if there is none of that name, or it is closed.
    public Optional<Standing> standing(AccountId account) {
        return journal.now()
                .rows()
                .sql("select a.roles, a.password_since, coalesce(c.must_change, 0) as must_change from account a"
                        + " left join credential c on c.account = a.name where a.name = ? and a.closed = ?")
                .params(account.name(), Micros.FOREVER)
                .query((row, n) -> new Standing(
                        new Actor(account, AccountsView.roles(row.getString("roles"))),
                        row.getLong("password_since"),
                        row.getLong("must_change") != 0))
                .optional();
    }

    /// Every account, closed ones too, by name.
    public List<Account> list(Actor actor, Reading at) {
        actor.must(Deed.MANAGE_ACCOUNTS);
        return at.rows()
                .sql("select name, roles, opened, closed from account order by name")
                .query((row, n) -> new Account(
                        new AccountId(row.getString("name")),
                        AccountsView.roles(row.getString("roles")),
                        Micros.instant(row.getLong("opened")),
                        Optional.of(row.getLong("closed"))
                                .filter(closed -> closed != Micros.FOREVER)
                                .map(Micros::instant)))
                .list();
    }

    /// Who signed in, read what is confidential, or took entries out.
    ///
    /// @param before {@link AccessLog#NEWEST}, or what the page of newer lines said
    /// @param most 1 to 500 lines
    public AccessLog accessLog(Actor actor, Reading at, long before, int most) {
        actor.must(Deed.READ_ACCESS_LOG);
        if (most < 1 || most > 500) throw new IllegalArgumentException("A page has 1 to 500 lines, got " + most + ".");
        var lines = new ArrayList<>(at.rows()
                .sql("select position, recorded, event, account, about from access_log where position < ?"
                        + " order by position desc limit ?")
                .params(before, most + 1)
                .query((row, n) -> new AccessLog.Line(
                        row.getLong("position"),
                        Micros.instant(row.getLong("recorded")),
                        AccessEvent.valueOf(row.getString("event")),
                        new AccountId(row.getString("account")),
                        Optional.ofNullable(row.getString("about")).map(AccountId::new)))
                .list());
        if (lines.size() <= most) return new AccessLog(lines, Optional.empty());
        lines.removeLast();
        return new AccessLog(lines, Optional.of(lines.getLast().position()));
    }

    private Receipt opened(
            Actor actor, ActId act, AccountId account, Set<Role> roles, Password password, Lasts lasts, Rule further) {
        mustBeDesks(roles);
        mustNotBeReserved(account);
        Credential credential = switch (lasts) {
            case UNTIL_FIRST_USE -> given(account, password, Credential.AFTER_OPENING);
            case AS_IT_IS -> Credential.lasting(make(account, password));
        };
        Rule rule = views -> {
            further.check(views);
            mustBeFree(views, account);
        };
        return journal.record(
                actor, act, List.of(draft(new AccountOpened(account, roles))), rule, credential.keptFor(account));
    }

    private Receipt passwordChanged(Actor actor, ActId act, AccountId account, Credential credential, Rule further) {
        Rule rule = views -> {
            further.check(views);
            mustBeOpen(views, account);
        };
        return journal.record(
                actor, act, List.of(draft(new PasswordChanged(account))), rule, credential.keptFor(account));
    }

    /// A start password, as it is kept.
    Credential given(AccountId account, Password password, Duration opensFor) {
        return Credential.given(make(account, password), ticking.instant().plus(opensFor));
    }

    Password randomPassword() {
        return Password.random(chance);
    }

    private PasswordHash make(AccountId account, Password password) {
        return make(account, password.text());
    }

    PasswordHash make(AccountId account, String password) {
        workplaces.acquireUninterruptibly();
        try {
            return PasswordHash.make(account, password, strength, chance);
        } finally {
            workplaces.release();
        }
    }

    boolean opens(PasswordHash hash, AccountId account, String password) {
        workplaces.acquireUninterruptibly();
        try {
            return hash.opensFor(account, password);
        } finally {
            workplaces.release();
        }
    }

    private void note(Actor actor, Body body) {
        journal.record(actor, journal.ids().next(), draft(body), Rule.NONE);
    }

    Draft draft(Body body) {
        return Draft.of(body, Occurred.at(journal.clock().instant(), ZoneOffset.UTC));
    }

    private static void mustNotBeReserved(AccountId account) {
        if (account.equals(AccountId.NODE) || account.equals(AccountId.PUBLIC)) {
            throw Problem.of("accounts.name-reserved", "account", account.name());
        }
    }

    private static void mustBeFree(Reading views, AccountId account) {
        boolean taken = views.rows()
                        .sql("select count(*) from account where name = ?")
                        .param(account.name())
                        .query(Long.class)
                        .single()
                > 0;
        if (taken) throw Problem.of("accounts.name-taken", "account", account.name());
    }

    private static void mustBeDesks(Set<Role> roles) {
        if (roles.isEmpty() || roles.contains(Role.PUBLIC)) throw Problem.of("accounts.no-desk");
        if (roles.contains(Role.ARMS) && roles.size() > 1) throw Problem.of("accounts.arms-alone");
    }

    static void mustBeOpen(Reading views, AccountId account) {
        boolean open = views.rows()
                        .sql("select count(*) from account where name = ? and closed = ?")
                        .params(account.name(), Micros.FOREVER)
                        .query(Long.class)
                        .single()
                > 0;
        if (!open) throw unknown(account);
    }

    private static void mustNotBeLastAdministrator(Reading views, AccountId account) {
        boolean anotherOne = views
                .rows()
                .sql("select roles from account where name <> ? and closed = ?")
                .params(account.name(), Micros.FOREVER)
                .query((row, n) -> AccountsView.roles(row.getString("roles")))
                .list()
                .stream()
                .anyMatch(roles -> roles.contains(Role.ADMINISTRATOR));
        if (!anotherOne) throw Problem.of("accounts.last-administrator", "account", account.name());
    }

    private static Problem unknown(AccountId account) {
        return Problem.of("accounts.unknown", "account", account.name());
    }

    private static Optional<AccountId> accountId(String name) {
        try {
            return Optional.of(new AccountId(name.strip()));
        } catch (IllegalArgumentException notAName) {
            return Optional.empty();
        }
    }

    private static long seconds(Duration left) {
        return left.plusMillis(999).toSeconds();
    }
}
