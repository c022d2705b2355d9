// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clearway.access.AccountId;
import org.clearway.access.Actor;
import org.clearway.accounts.Accounts;
import org.clearway.accounts.Ending;
import org.clearway.accounts.SignIn;
import org.clearway.accounts.Standing;
import org.clearway.language.Problem;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/// Between Spring Security and {@link Accounts}: people come in, are refused or asked to wait, and go, each
/// of which is noted once.
@Component
final class SignInDesk
        implements AuthenticationProvider,
                AuthenticationFailureHandler,
                LogoutHandler,
                LogoutSuccessHandler,
                HttpSessionListener {
    /// Where a refused attempt is shown, with what was typed as the name.
    static final String REFUSED = "/sign-in/refused";

    /// When the node last saw whoever a session belongs to, by the node's own clock, in milliseconds.
    private static final String SEEN = "clearway.seen";

    private static final String NOTED = "clearway.sign-out-noted";
    private static final Logger LOG = LoggerFactory.getLogger(SignInDesk.class);

    private final Accounts accounts;
    private final Locks locks;
    private final NodeFacts node;

    SignInDesk(Accounts accounts, Locks locks, NodeFacts node) {
        this.accounts = accounts;
        this.locks = locks;
        this.node = node;
    }

    /// Too many attempts failed just before.
    static final class TooSoon extends AuthenticationException {
        private static final long serialVersionUID = 1L;
        private final long seconds;

        TooSoon(Duration left) {
            super("too soon");
            this.seconds = left.plusMillis(999).toSeconds();
        }

        long seconds() {
            return seconds;
        }
    }

    /// A start password that was right, too late.
    static final class RunOut extends AuthenticationException {
        private static final long serialVersionUID = 1L;

        RunOut() {
            super("run out");
        }
    }

    @Override
    public Authentication authenticate(Authentication typed) {
        String origin =
                typed.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "unknown";
        String password =
                typed.getCredentials() == null ? "" : typed.getCredentials().toString();
        return switch (accounts.signIn(typed.getName(), password, origin)) {
            case SignIn.Welcome(Standing standing) -> signedIn(standing);
            case SignIn.Refused() -> throw new BadCredentialsException("refused");
            case SignIn.RunOut() -> throw new RunOut();
            case SignIn.Wait(Duration left) -> throw new TooSoon(left);
        };
    }

    static Authentication signedIn(Standing standing) {
        return signedIn(standing, false);
    }

    static Authentication signedIn(Standing standing, boolean byPin) {
        return UsernamePasswordAuthenticationToken.authenticated(
                new SignedInAs(standing.actor().account().name(), standing.passwordSince(), byPin), null, List.of());
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
            throws IOException, ServletException {
        request.setAttribute(AuthenticationException.class.getName(), refusal);
        request.getRequestDispatcher(REFUSED).forward(request, response);
    }

    /// Somebody signs out: of a machine that others share, they alone.
    @Override
    public void logout(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication) {
        HttpSession session = request.getSession(false);
        if (session == null) return;
        Optional<AccountId> who = signedInAs(session).map(SignedInAs::account);
        who.ifPresent(account -> Locks.machine(session).ifPresent(machine -> machine.forget(account)));
        if (who.isPresent() && locks.shared(request).isPresent()) {
            locks(request, response, who.get(), "");
        } else {
            end(session, Ending.ASKED);
            session.invalidate();
        }
    }

    @Override
    public void onLogoutSuccess(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication)
            throws IOException {
        response.sendRedirect(locks.shared(request).isPresent() ? "/lock?out" : "/sign-in?out");
    }

    /// Locks the machine. Whoever has no PIN there is signed out by that.
    void locks(HttpServletRequest request, HttpServletResponse response, AccountId account, String typed) {
        boolean comesBack =
                locks.shared(request).filter(machine -> machine.knows(account)).isPresent();
        if (!comesBack) note(account, Ending.ASKED);
        locks.lock(request, response, account, typed);
        request.getSession().removeAttribute(SEEN);
    }

    /// Notes that a session is over, for each who was signed in there, unless it has been noted.
    void end(HttpSession session, Ending ending) {
        Set<AccountId> all = signedInAt(session);
        if (all.isEmpty() || session.getAttribute(NOTED) != null) return;
        session.setAttribute(NOTED, true);
        all.forEach(account -> note(account, ending));
    }

    private static Set<AccountId> signedInAt(HttpSession session) {
        var all = new LinkedHashSet<AccountId>();
        signedInAs(session).map(SignedInAs::account).ifPresent(all::add);
        try {
            Locks.machine(session).stream()
                    .flatMap(machine -> machine.people().stream())
                    .forEach(standing -> all.add(standing.actor().account()));
        } catch (Problem closing) {
            LOG.info("Who shared a machine was not asked: {}", closing.code());
        }
        return all;
    }

    private void note(AccountId account, Ending ending) {
        try {
            accounts.signOut(new Actor(account, Set.of()), ending);
        } catch (Problem closing) {
            LOG.info("A sign-out was not noted: {}", closing.code());
        }
    }

    /// Notes that whoever a session belongs to is here.
    void sees(HttpSession session) {
        session.setAttribute(SEEN, node.ticking().millis());
    }

    /// Whether whoever a session belongs to has been away for so long that they are signed out. Tomcat's own timeout
    /// only sweeps up the sessions of those who never come back.
    boolean isAway(HttpSession session) {
        return isAway(session, node.signOffAfter());
    }

    boolean isAway(HttpSession session, Duration limit) {
        return session.getAttribute(SEEN) instanceof Long seen && node.ticking().millis() - seen >= limit.toMillis();
    }

    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        end(event.getSession(), isAway(event.getSession()) ? Ending.IDLE : Ending.ENDED);
    }

    private static Optional<SignedInAs> signedInAs(HttpSession session) {
        Object context = session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY);
        return context instanceof SecurityContext kept
                        && kept.getAuthentication() != null
                        && kept.getAuthentication().getPrincipal() instanceof SignedInAs who
                ? Optional.of(who)
                : Optional.empty();
    }
}
