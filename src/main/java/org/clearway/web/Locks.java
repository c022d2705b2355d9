// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.clearway.access.AccountId;
import org.clearway.accounts.Accounts;
import org.clearway.accounts.SharedMachine;
import org.clearway.accounts.Standing;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.stereotype.Component;

/// A session's machine, where several share it: who may unlock it, where each was, and what each
/// had typed. All of it is in memory, and ends with the session.
@Component
final class Locks {
    /// Whoever touches nothing for so long finds the screen locked: the page itself sees to it.
    static final Duration AFTER = Duration.ofMinutes(5);

    /// What the node does where the page could not: a page tells of touches once a minute.
    static final Duration AFTER_AT_LAST = AFTER.plusMinutes(2);

    /// No more than this is kept of what was typed, in characters.
    private static final int MOST_KEPT = 60_000;

    private static final String MACHINE = "clearway.machine";
    private static final String KEPT = "clearway.kept";
    private static final String PAGE = "clearway.page";

    private final Accounts accounts;
    private final RequestCache interrupted;
    private final HttpSessionSecurityContextRepository sessions = new HttpSessionSecurityContextRepository();
    private final HttpSessionCsrfTokenRepository tokens = new HttpSessionCsrfTokenRepository();

    Locks(Accounts accounts, RequestCache interrupted) {
        this.accounts = accounts;
        this.interrupted = interrupted;
    }

    /// Where somebody was, and what stood in the fields there.
    ///
    /// @param typed as the page wrote it, for the same page to read
    record Kept(String page, String typed) {
        @Override
        public String toString() {
            return "Kept[…]";
        }
    }

    /// The machine of this session, if somebody can unlock it.
    Optional<SharedMachine> shared(HttpServletRequest request) {
        return Optional.ofNullable(request.getSession(false))
                .flatMap(Locks::machine)
                .filter(machine -> !machine.people().isEmpty());
    }

    static Optional<SharedMachine> machine(HttpSession session) {
        return Optional.ofNullable((SharedMachine) session.getAttribute(MACHINE));
    }

    /// The machine of this session, for somebody to set a PIN at.
    SharedMachine share(HttpSession session) {
        synchronized (session) {
            SharedMachine machine = machine(session).orElseGet(accounts::machine);
            session.setAttribute(MACHINE, machine);
            // Nobody need be signed in all the while; each PIN says itself when it ends.
            session.setMaxInactiveInterval((int) SharedMachine.SHIFT.toSeconds());
            return machine;
        }
    }

    /// The page that whoever is signed in looked at last.
    static void isAt(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null) return;
        String query = request.getQueryString();
        session.setAttribute(PAGE, request.getRequestURI() + (query == null ? "" : "?" + query));
    }

    /// Locks the machine: nobody is signed in there any more, until one of those who share it
    /// unlocks it. Forms that stand in other windows are refused from now on, since somebody else
    /// may send them.
    void lock(HttpServletRequest request, HttpServletResponse response, AccountId account, String typed) {
        HttpSession session = request.getSession();
        boolean small = typed.length() <= MOST_KEPT;
        if (machine(session).filter(machine -> machine.knows(account)).isPresent()) {
            kept(session).put(account, new Kept(page(session), small ? typed : ""));
        }
        interrupted.removeRequest(request, response);
        save(SecurityContextHolder.createEmptyContext(), request, response);
    }

    /// Lets somebody work here.
    /// @return where they were, else the first page
    String unlocked(HttpServletRequest request, HttpServletResponse response, Standing standing, boolean byPin) {
        request.changeSessionId();
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(SignInDesk.signedIn(standing, byPin));
        save(context, request, response);
        Kept kept = kept(request.getSession()).get(standing.actor().account());
        return kept == null ? "/" : kept.page();
    }

    static String page(HttpSession session) {
        return session.getAttribute(PAGE) instanceof String known ? known : "/";
    }

    /// What stood in the fields of the page that an account was at when the machine was locked. It
    /// is told once.
    String typed(HttpServletRequest request, AccountId account) {
        Kept kept = kept(request.getSession()).remove(account);
        return kept == null ? "" : kept.typed();
    }

    /// Whoever is signed in, as they are known from now on.
    void signedIn(HttpServletRequest request, HttpServletResponse response, Authentication who) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(who);
        sessions.saveContext(context, request, response);
    }

    private void save(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        SecurityContextHolder.setContext(context);
        sessions.saveContext(context, request, response);
        tokens.saveToken(null, request, response);
    }

    @SuppressWarnings("unchecked")
    private static Map<AccountId, Kept> kept(HttpSession session) {
        synchronized (session) {
            if (session.getAttribute(KEPT) instanceof Map<?, ?> kept) return (Map<AccountId, Kept>) kept;
            var fresh = new ConcurrentHashMap<AccountId, Kept>();
            session.setAttribute(KEPT, fresh);
            return fresh;
        }
    }
}
