// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clearway.access.AccountId;
import org.clearway.access.Deed;
import org.clearway.accounts.Reset;
import org.clearway.accounts.ResetId;
import org.clearway.accounts.Resets;
import org.clearway.journal.Journal;
import org.clearway.journal.Reading;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Passwords that were forgotten: asked for at the door, started by one person, confirmed by another.
@Controller
final class ResetPages implements Door.Keeper {
    private static final String PATH = "/resets";
    private static final int SHOWN = 50;

    private final Resets resets;
    private final Journal journal;

    ResetPages(Resets resets, Journal journal) {
        this.resets = resets;
        this.journal = journal;
    }

    @Override
    public List<Door> doors() {
        return List.of(new Door(PATH, "accounts.passwords", Deed.RESET_PASSWORD, 81));
    }

    @Needs(Deed.READ_PUBLISHED)
    @GetMapping("/sign-in/forgotten")
    ModelAndView forgotten(Form form) {
        return forgottenPage(form, 0, false);
    }

    /// Says the same whether there is such an account or not.
    @Needs(Deed.READ_PUBLISHED)
    @PostMapping("/sign-in/forgotten")
    ModelAndView ask(Form form, HttpServletRequest request) {
        Optional<String> account = form.one("account", "web.form.required", text -> text);
        if (account.isEmpty()) return Pages.again(forgottenPage(form, 0, false));
        Optional<Duration> wait = resets.ask(account.get(), request.getRemoteAddr());
        if (wait.isEmpty()) return Pages.seeOther("/sign-in/forgotten/asked");
        ModelAndView page = forgottenPage(form, wait.get().plusMillis(999).toSeconds(), false);
        page.setStatus(HttpStatus.TOO_MANY_REQUESTS);
        return page;
    }

    @Needs(Deed.READ_PUBLISHED)
    @GetMapping("/sign-in/forgotten/asked")
    ModelAndView asked(Form form) {
        return forgottenPage(form, 0, true);
    }

    @Needs(Deed.RESET_PASSWORD)
    @GetMapping(PATH)
    ModelAndView list(
            Visit visit,
            Form form,
            @RequestParam(required = false) Optional<String> started,
            @RequestParam(required = false) Optional<String> withdrawn) {
        String notice = started.map(any -> "accounts.resets.started-now")
                .or(() -> withdrawn.map(any -> "accounts.resets.withdrawn-now"))
                .orElse("");
        return page(visit, form).addObject("notice", notice);
    }

    @Needs(Deed.RESET_PASSWORD)
    @PostMapping(PATH)
    ModelAndView start(Visit visit, Form form) {
        Optional<AccountId> account = form.one("account", "web.accounts.name-rule", AccountId::new);
        if (form.attempt(() -> resets.start(visit.actor(), form.act(), account.orElseThrow()))) {
            return Pages.seeOther(PATH + "?started");
        }
        return Pages.again(page(visit, form));
    }

    /// Answers with the start password, which is kept nowhere else than on that page.
    @Needs(Deed.RESET_PASSWORD)
    @PostMapping(PATH + "/{reset}/confirm")
    ModelAndView confirm(Visit visit, Form form, @PathVariable String reset) {
        Optional<Resets.StartPassword> told =
                form.make(() -> resets.confirm(visit.actor(), form.act(), ResetId.parse(reset)));
        if (told.isEmpty()) return Pages.again(page(visit, form));
        return new ModelAndView("accounts/start-password")
                .addObject("account", told.get().account().name())
                .addObject("password", told.get().password().text());
    }

    @Needs(Deed.RESET_PASSWORD)
    @PostMapping(PATH + "/{reset}/withdraw")
    ModelAndView withdraw(Visit visit, Form form, @PathVariable String reset) {
        if (form.attempt(() -> resets.withdraw(visit.actor(), form.act(), ResetId.parse(reset)))) {
            return Pages.seeOther(PATH + "?withdrawn");
        }
        return Pages.again(page(visit, form));
    }

    private ModelAndView page(Visit visit, Form form) {
        Reading now = journal.now();
        Words words = visit.words();
        List<Reset> all = resets.latest(visit.actor(), now, SHOWN);
        return new ModelAndView("accounts/resets")
                .addObject("form", form)
                .addObject("notice", "")
                .addObject(
                        "asked",
                        resets.asked(visit.actor(), now).stream()
                                .map(one -> new Asked(
                                        one.account().name(),
                                        words.moment(one.asked()),
                                        journal.ids().next().toString(),
                                        !one.account().equals(visit.actor().account())))
                                .toList())
                .addObject(
                        "waiting",
                        all.stream()
                                .filter(Reset::isWaiting)
                                .map(reset -> waiting(visit, reset))
                                .toList())
                .addObject(
                        "over",
                        all.stream()
                                .filter(reset -> !reset.isWaiting())
                                .map(reset -> new Over(reset.account().name(), told(words, reset)))
                                .toList());
    }

    private Waiting waiting(Visit visit, Reset reset) {
        AccountId here = visit.actor().account();
        return new Waiting(
                reset.id().toString(),
                reset.account().name(),
                visit.words()
                        .say(
                                "accounts.resets.started-by",
                                Map.of(
                                        "account",
                                        reset.startedBy().name(),
                                        "when",
                                        visit.words().moment(reset.started()),
                                        "until",
                                        visit.words().moment(reset.until()))),
                journal.ids().next().toString(),
                !reset.startedBy().equals(here) && !reset.account().equals(here));
    }

    private static String told(Words words, Reset reset) {
        return words.say(
                "accounts.resets.over-" + reset.outcome().name().toLowerCase(java.util.Locale.ROOT),
                Map.of(
                        "starter",
                        reset.startedBy().name(),
                        "started",
                        words.moment(reset.started()),
                        "decider",
                        reset.decidedBy().map(AccountId::name).orElse(""),
                        "decided",
                        reset.decided().map(words::moment).orElse("")));
    }

    private static ModelAndView forgottenPage(Form form, long wait, boolean asked) {
        return new ModelAndView("accounts/forgotten")
                .addObject("form", form)
                .addObject("wait", wait)
                .addObject("asked", asked);
    }

    /// @param mayBeStarted by whoever looks
    record Asked(String account, String when, String act, boolean mayBeStarted) {}

    /// @param mayBeConfirmed by whoever looks: the first person cannot be the second
    record Waiting(String id, String account, String told, String act, boolean mayBeConfirmed) {}

    record Over(String account, String told) {}
}
