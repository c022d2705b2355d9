// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import org.clearway.accounts.Ending;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/// Asks on every request whether the account that a session belongs to still stands as it did, and ends the session
/// where it does not. Also keeps the language that a visitor chose.
final class StandingFilter extends OncePerRequestFilter {
    private final Visits visits;
    private final SignInDesk desk;

    StandingFilter(Visits visits, SignInDesk desk) {
        this.visits = visits;
        this.desk = desk;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Visits.remember(request, response);
        Optional<SignedInAs> who = Visits.signedInAs();
        if (who.isPresent() && visits.standing(who.get()).isEmpty()) {
            HttpSession session = request.getSession(false);
            if (session != null) {
                desk.end(session, Ending.ENDED);
                session.invalidate();
            }
            SecurityContextHolder.clearContext();
            response.sendRedirect("/sign-in?ended");
            return;
        }
        chain.doFilter(request, response);
    }
}
