// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clearway.access.AccountId;
import org.clearway.access.Deed;
import org.clearway.accounts.Accounts;
import org.clearway.accounts.Pin;
import org.clearway.accounts.SharedMachine;
import org.clearway.accounts.SignIn;
import org.clearway.accounts.Standing;
import org.clearway.accounts.Unlocking;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// One machine, several people: locking it, and unlocking it with a short PIN; and the password
/// once more, for what a PIN does not open.
@Controller
final class LockPages {
    /// Where the password is asked for, of whoever came by PIN.
    static final String PASSWORD = "/password/again";

    private final Accounts accounts;
    private final Locks locks;
    private final SignInDesk desk;
    private final RequestCache interrupted;

    LockPages(Accounts accounts, Locks locks, SignInDesk desk, RequestCache interrupted) {
        this.accounts = accounts;
        this.locks = locks;
        this.desk = desk;
        this.interrupted = interrupted;
    }

    @Needs(Deed.READ_PUBLISHED)
    @GetMapping("/lock")
    ModelAndView locked(Visit visit, Form form, HttpServletRequest request) {
        if (visit.signedIn()) return Pages.seeOther("/");
        return locks.shared(request)
                .map(machine -> lockPage(visit, form, machine, notice(request)))
                .orElseGet(() -> Pages.seeOther("/sign-in"));
    }

    /// Whoever has no PIN here is signed out by this.
    @Needs(value = Deed.READ_PUBLISHED, signedIn = true, withStartPassword = true)
    @PostMapping("/lock")
    ModelAndView lock(
            Visit visit,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(name = "lock-typed", defaultValue = "") String typed,
            @RequestParam(name = "lock-idle", defaultValue = "") String idle) {
        if (locks.shared(request).isEmpty()) return Pages.seeOther("/");
        desk.locks(request, response, visit.actor().account(), typed);
        return Pages.seeOther(idle.isEmpty() ? "/lock" : "/lock?idle");
    }

    @Needs(Deed.READ_PUBLISHED)
    @PostMapping("/lock/open")
    ModelAndView unlock(Visit visit, Form form, HttpServletRequest request, HttpServletResponse response) {
        Optional<SharedMachine> machine = locks.shared(request);
        if (machine.isEmpty() || visit.signedIn()) return Pages.seeOther(visit.signedIn() ? "/" : "/sign-in");
        Optional<AccountId> account = form.one("account", "web.form.not-understood", AccountId::new);
        Optional<String> pin = form.one("pin", "web.form.required", text -> text);
        if (account.isEmpty() || pin.isEmpty()) return Pages.again(lockPage(visit, form, machine.get(), ""));
        return switch (machine.get().unlock(account.get(), pin.get())) {
            case Unlocking.Welcome(Standing standing) -> {
                String page = locks.unlocked(request, response, standing, true);
                desk.sees(request.getSession());
                yield Pages.seeOther(page);
            }
            case Unlocking.Wrong(int left) -> {
                form.complain("pin", visit.words().say("accounts.lock.wrong", "left", left));
                yield Pages.again(lockPage(visit, form, machine.get(), ""));
            }
            case Unlocking.PasswordAgain() -> Pages.seeOther("/sign-in?pin");
        };
    }

    /// Ends everything at this machine. Anybody who stands there may.
    @Needs(Deed.READ_PUBLISHED)
    @PostMapping("/lock/end")
    ModelAndView end(HttpServletRequest request) {
        locks.shared(request).ifPresent(any -> request.getSession().invalidate());
        return Pages.seeOther("/sign-in?out");
    }

    /// For the page that somebody comes back to: what they had typed there. It is told once.
    @Needs(value = Deed.READ_PUBLISHED, signedIn = true)
    @PostMapping("/lock/typed")
    ResponseEntity<String> typed(Visit visit, HttpServletRequest request) {
        String typed = locks.typed(request, visit.actor().account());
        if (typed.isEmpty()) return ResponseEntity.noContent().build();
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(typed);
    }

    @Needs(value = Deed.READ_PUBLISHED, signedIn = true)
    @GetMapping("/pin")
    ModelAndView pin(
            Visit visit,
            Form form,
            HttpServletRequest request,
            @RequestParam(required = false) Optional<String> set,
            @RequestParam(required = false) Optional<String> removed) {
        String notice = set.map(any -> "accounts.pin.set-now")
                .or(() -> removed.map(any -> "accounts.pin.removed-now"))
                .orElse("");
        return pinPage(visit, form, request).addObject("notice", notice);
    }

    /// Whoever came by PIN types the password first: a PIN that somebody saw must not make another.
    @Needs(value = Deed.READ_PUBLISHED, signedIn = true)
    @PostMapping("/pin")
    ModelAndView set(Visit visit, Form form, HttpServletRequest request) {
        if (visit.actor().byPin()) return Pages.seeOther(PASSWORD);
        Optional<Pin> pin = form.one("pin", "web.form.not-understood", Pin::new);
        Optional<String> again = form.one("again", "web.form.not-understood", text -> text);
        if (pin.isPresent()
                && again.isPresent()
                && !again.flatMap(LockPages::quietly).equals(pin)) {
            form.complain("again", visit.words().say("web.password.not-the-same"));
        }
        boolean done = form.attempt(() -> accounts.standing(visit.actor().account())
                .ifPresent(standing -> locks.share(request.getSession()).set(standing, pin.orElseThrow())));
        return done ? Pages.seeOther("/pin?set") : Pages.again(pinPage(visit, form, request));
    }

    @Needs(value = Deed.READ_PUBLISHED, signedIn = true)
    @PostMapping("/pin/remove")
    ModelAndView remove(Visit visit, HttpServletRequest request) {
        locks.shared(request).ifPresent(machine -> machine.forget(visit.actor().account()));
        return Pages.seeOther("/pin?removed");
    }

    @Needs(value = Deed.READ_PUBLISHED, signedIn = true)
    @GetMapping(PASSWORD)
    ModelAndView again(Form form) {
        return new ModelAndView("accounts/password-again").addObject("form", form);
    }

    /// For what a PIN does not open. It is a sign-in like any other, and recorded as one.
    @Needs(value = Deed.READ_PUBLISHED, signedIn = true)
    @PostMapping(PASSWORD)
    ModelAndView passwordAgain(Visit visit, Form form, HttpServletRequest request, HttpServletResponse response) {
        String name = visit.actor().account().name();
        SavedRequest wanted = interrupted.getRequest(request, response);
        switch (accounts.signIn(name, form.text("password"), request.getRemoteAddr())) {
            case SignIn.Welcome(Standing standing) -> {
                locks.signedIn(request, response, SignInDesk.signedIn(standing, false));
                interrupted.removeRequest(request, response);
                return Pages.seeOther(wanted == null ? Locks.page(request.getSession()) : path(wanted));
            }
            case SignIn.Refused(), SignIn.RunOut() ->
                form.complain("password", visit.words().say("accounts.lock.password-wrong"));
            case SignIn.Wait(java.time.Duration left) ->
                form.complain(
                        "password",
                        visit.words()
                                .say(
                                        "web.sign-in.wait",
                                        "seconds",
                                        left.plusMillis(999).toSeconds()));
        }
        return Pages.again(again(form));
    }

    private static String path(SavedRequest wanted) {
        java.net.URI address = java.net.URI.create(wanted.getRedirectUrl());
        return address.getRawPath() + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery());
    }

    private static Optional<Pin> quietly(String again) {
        try {
            return Optional.of(new Pin(again));
        } catch (org.clearway.language.Problem notAPin) {
            return Optional.empty();
        }
    }

    private static String notice(HttpServletRequest request) {
        for (String known : new String[] {"idle", "out"}) {
            if (request.getParameter(known) != null) return "accounts.lock." + known;
        }
        return "";
    }

    private static ModelAndView lockPage(Visit visit, Form form, SharedMachine machine, String notice) {
        List<Standing> people = machine.people();
        return new ModelAndView("accounts/lock")
                .addObject("form", form)
                .addObject("notice", notice)
                .addObject("chosen", form.text("account", people.size() == 1 ? name(people.getFirst()) : ""))
                .addObject(
                        "people",
                        people.stream()
                                .map(standing -> new Person(
                                        name(standing),
                                        visit.words()
                                                .list(standing.actor().roles().stream()
                                                        .sorted()
                                                        .map(visit.words()::say)
                                                        .toList())))
                                .toList());
    }

    private ModelAndView pinPage(Visit visit, Form form, HttpServletRequest request) {
        AccountId account = visit.actor().account();
        return new ModelAndView("accounts/pin")
                .addObject("form", form)
                .addObject("notice", "")
                .addObject("hours", SharedMachine.SHIFT.toHours())
                .addObject(
                        "locks",
                        visit.words()
                                .say(
                                        "accounts.pin.locks",
                                        Map.of("minutes", Locks.AFTER.toMinutes(), "tries", SharedMachine.TRIES)))
                .addObject(
                        "isSet",
                        locks.shared(request)
                                .filter(machine -> machine.knows(account))
                                .isPresent());
    }

    private static String name(Standing standing) {
        return standing.actor().account().name();
    }

    record Person(String account, String desks) {}
}
