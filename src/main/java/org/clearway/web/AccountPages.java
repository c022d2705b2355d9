// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clearway.access.AccountId;
import org.clearway.access.Deed;
import org.clearway.access.Role;
import org.clearway.accounts.Account;
import org.clearway.accounts.Accounts;
import org.clearway.accounts.Password;
import org.clearway.accounts.PasswordSet;
import org.clearway.accounts.Resets;
import org.clearway.journal.Journal;
import org.clearway.language.Problem;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Accounts: the list, one account, and everybody's own password.
@Controller
final class AccountPages implements Door.Keeper {
    private static final Set<Role> DESKS = EnumSet.complementOf(EnumSet.of(Role.PUBLIC));

    private final Accounts accounts;
    private final Resets resets;
    private final Journal journal;
    private final SecureRandom chance;
    private final Locks locks;

    AccountPages(Accounts accounts, Resets resets, Journal journal, SecureRandom chance, Locks locks) {
        this.accounts = accounts;
        this.resets = resets;
        this.journal = journal;
        this.chance = chance;
        this.locks = locks;
    }

    @Override
    public List<Door> doors() {
        return List.of(new Door("/accounts", "web.accounts", Deed.MANAGE_ACCOUNTS, 80));
    }

    @Needs(Deed.MANAGE_ACCOUNTS)
    @GetMapping("/accounts")
    ModelAndView list(Visit visit, Form form) {
        return listPage(visit, form);
    }

    @Needs(Deed.MANAGE_ACCOUNTS)
    @PostMapping("/accounts")
    ModelAndView open(Visit visit, Form form) {
        Optional<AccountId> account = form.one("account", "web.accounts.name-rule", AccountId::new);
        Set<Role> roles = form.several("roles", "web.form.not-understood", Role::valueOf);
        Optional<Password> password = form.one("password", "web.form.not-understood", Password::new);
        boolean done = form.attempt(
                () -> accounts.open(visit.actor(), form.act(), account.orElseThrow(), roles, password.orElseThrow()));
        if (done) return Pages.seeOther("/accounts/" + account.orElseThrow().name() + "?opened");
        return Pages.again(listPage(visit, form));
    }

    @Needs(Deed.MANAGE_ACCOUNTS)
    @GetMapping("/accounts/{account}")
    ModelAndView one(
            Visit visit,
            Form form,
            @PathVariable String account,
            @RequestParam(required = false) Optional<String> opened,
            @RequestParam(required = false) Optional<String> changed) {
        String notice = opened.map(any -> "web.accounts.opened")
                .or(() -> changed.map(any -> "web.accounts.changed"))
                .orElse("");
        return onePage(visit, form, account).addObject("notice", notice);
    }

    @Needs(Deed.MANAGE_ACCOUNTS)
    @PostMapping("/accounts/{account}/desks")
    ModelAndView desks(Visit visit, Form form, @PathVariable String account) {
        AccountId id = known(visit, account).id();
        Set<Role> roles = form.several("roles", "web.form.not-understood", Role::valueOf);
        if (form.attempt(() -> accounts.changeRoles(visit.actor(), form.act(), id, roles))) {
            return Pages.seeOther("/accounts/" + account + "?changed");
        }
        return Pages.again(onePage(visit, form, account));
    }

    @Needs(Deed.MANAGE_ACCOUNTS)
    @PostMapping("/accounts/{account}/close")
    ModelAndView close(Visit visit, Form form, @PathVariable String account) {
        AccountId id = known(visit, account).id();
        if (form.attempt(() -> accounts.close(visit.actor(), form.act(), id))) return Pages.seeOther("/accounts");
        return Pages.again(onePage(visit, form, account));
    }

    @Needs(value = Deed.READ_PUBLISHED, signedIn = true, withStartPassword = true)
    @GetMapping("/password")
    ModelAndView ownPassword(Visit visit, Form form, @RequestParam(required = false) Optional<String> changed) {
        return ownPage(visit, form).addObject("notice", changed.isPresent() ? "web.password.changed" : "");
    }

    /// The new password ends every other session of the account; this one goes on.
    @Needs(value = Deed.READ_PUBLISHED, signedIn = true, withStartPassword = true)
    @PostMapping("/password")
    ModelAndView changePassword(Visit visit, Form form, HttpServletRequest request, HttpServletResponse response) {
        Optional<String> current = form.one("current", "web.form.not-understood", text -> text);
        Optional<Password> password = form.one("password", "web.form.not-understood", Password::new);
        Optional<String> again = form.one("again", "web.form.not-understood", text -> text);
        if (password.isPresent() && again.isPresent() && !password.equals(again.map(AccountPages::quietly))) {
            form.complain("again", visit.words().say("web.password.not-the-same"));
        }
        boolean done = form.attempt(
                () -> accounts.changePassword(visit.actor(), form.act(), form.text("current"), password.orElseThrow()));
        if (!done) return Pages.again(ownPage(visit, form));
        accounts.standing(visit.actor().account())
                .ifPresent(standing -> locks.signedIn(request, response, SignInDesk.signedIn(standing)));
        return Pages.seeOther("/password?changed");
    }

    private ModelAndView listPage(Visit visit, Form form) {
        List<Row> rows = accounts.list(visit.actor(), journal.now()).stream()
                .sorted(Comparator.comparing((Account account) -> !account.isOpen())
                        .thenComparing(account -> account.id().name()))
                .map(account -> Row.of(account, visit.words()))
                .toList();
        return new ModelAndView("accounts/list")
                .addObject("rows", rows)
                .addObject("form", form)
                .addObject("desks", DESKS)
                .addObject("suggested", Password.random(chance).text());
    }

    private ModelAndView onePage(Visit visit, Form form, String name) {
        Account account = known(visit, name);
        return new ModelAndView("accounts/one")
                .addObject("row", Row.of(account, visit.words()))
                .addObject("roles", account.roles())
                .addObject("form", form)
                .addObject("desks", DESKS)
                .addObject("notice", "")
                .addObject("own", account.id().equals(visit.actor().account()));
    }

    private ModelAndView ownPage(Visit visit, Form form) {
        return new ModelAndView("accounts/password")
                .addObject("form", form)
                .addObject("notice", "")
                .addObject(
                        "given",
                        resets.ownPassword(visit.actor(), journal.now())
                                .filter(set -> !set.by().equals(visit.actor().account()))
                                .map(set -> given(visit.words(), set))
                                .orElse(""));
    }

    /// Whose password somebody else has set is told by whom, and so finds out about a reset that they never asked for.
    private static String given(Words words, PasswordSet set) {
        Map<String, String> facts = Map.of(
                "when",
                words.moment(set.at()),
                "account",
                set.by().name(),
                "starter",
                set.startedBy().map(AccountId::name).orElse(""));
        if (set.by().equals(AccountId.NODE)) return words.say("accounts.password.given-at-machine", facts);
        return words.say(
                set.startedBy().isPresent() ? "accounts.password.given-by-two" : "accounts.password.given", facts);
    }

    private Account known(Visit visit, String name) {
        return accounts.list(visit.actor(), journal.now()).stream()
                .filter(account -> account.id().name().equals(name))
                .findFirst()
                .orElseThrow(() -> Problem.of("accounts.unknown", "account", name));
    }

    private static Password quietly(String again) {
        try {
            return new Password(again);
        } catch (Problem tooShort) {
            return new Password("-".repeat(Password.SHORTEST));
        }
    }

    /// @param closed when it was closed, or empty
    record Row(String name, List<String> desks, String opened, String closed) {
        static Row of(Account account, Words words) {
            return new Row(
                    account.id().name(),
                    account.roles().stream().sorted().map(words::say).toList(),
                    words.moment(account.opened()),
                    account.closed().map(words::moment).orElse(""));
        }

        public boolean isOpen() {
            return closed.isEmpty();
        }
    }
}
