// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.clearway.access.AccountId;
import org.clearway.access.Deed;
import org.clearway.access.Role;
import org.clearway.accounts.Accounts;
import org.clearway.accounts.Password;
import org.clearway.journal.Journal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/// Accounts for every desk at once. Their passwords are shown this once, to be printed and handed out.
@Controller
final class SetUpAccountPages {
    private static final Set<Role> DESKS = EnumSet.complementOf(EnumSet.of(Role.PUBLIC, Role.ADMINISTRATOR));

    private final SetUpSteps steps;
    private final Accounts accounts;
    private final Journal journal;
    private final SecureRandom chance;

    SetUpAccountPages(SetUpSteps steps, Accounts accounts, Journal journal, SecureRandom chance) {
        this.steps = steps;
        this.accounts = accounts;
        this.journal = journal;
        this.chance = chance;
    }

    @Needs(Deed.MANAGE_ACCOUNTS)
    @GetMapping("/set-up/accounts")
    ModelAndView accounts(Visit visit, Form form) {
        return page(visit, form);
    }

    /// Answers with the passwords, which are kept nowhere else than on that page.
    @Needs(Deed.MANAGE_ACCOUNTS)
    @PostMapping("/set-up/accounts")
    ModelAndView open(Visit visit, Form form, HttpServletResponse response) {
        var openings = new ArrayList<Accounts.Opening>();
        Set<String> taken = accounts.list(visit.actor(), journal.now()).stream()
                .map(account -> account.id().name())
                .collect(Collectors.toSet());
        for (Role desk : DESKS) {
            long wanted = Math.min(form.figure(field(desk)), Accounts.MOST_AT_ONCE + 1L);
            for (int number = 1; wanted > 0; number++) {
                var account = new AccountId(slug(desk) + "-" + number);
                if (!taken.add(account.name())) continue;
                openings.add(new Accounts.Opening(account, Set.of(desk), Password.random(chance)));
                wanted--;
            }
        }
        if (!form.attempt(() -> accounts.openAll(visit.actor(), form.act(), openings))) {
            return Pages.again(page(visit, form));
        }
        response.setHeader("Cache-Control", "no-store");
        return new ModelAndView("set-up/passwords")
                .addObject(
                        "lines",
                        openings.stream()
                                .map(one -> new Opened(
                                        one.account().name(),
                                        visit.words()
                                                .list(one.roles().stream()
                                                        .map(visit.words()::say)
                                                        .toList()),
                                        one.password().text()))
                                .toList());
    }

    private ModelAndView page(Visit visit, Form form) {
        Words words = visit.words();
        return steps.page("accounts", visit, SetUpStep.ACCOUNTS)
                .addObject("form", form)
                .addObject(
                        "desks",
                        DESKS.stream()
                                .map(desk -> new FigureFields.Cell(field(desk), words.say(desk), ""))
                                .toList())
                .addObject(
                        "lines",
                        accounts.list(visit.actor(), journal.now()).stream()
                                .filter(account -> account.isOpen())
                                .map(account -> new SetUpSteps.OnRecord(
                                        account.id().name(),
                                        words.list(account.roles().stream()
                                                .sorted()
                                                .map(words::say)
                                                .toList()),
                                        "/accounts/" + account.id().name()))
                                .toList());
    }

    private static String field(Role desk) {
        return "desk-" + slug(desk);
    }

    private static String slug(Role desk) {
        return desk.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// An account that was opened just now.
    record Opened(String account, String desks, String password) {
        @Override
        public String toString() {
            return "Opened[" + account + "]";
        }
    }
}
