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

/// Asks on every request whether whoever a session belongs to was here a while ago, and whether their account still
/// stands as it did, and ends the session where not, or locks the machine where others share it. Also keeps the
/// language that a visitor chose.
final class StandingFilter extends OncePerRequestFilter {
    private final Visits visits;
    private final SignInDesk desk;
    private final Locks locks;
    private final DeviceDesk devices;

    StandingFilter(Visits visits, SignInDesk desk, Locks locks, DeviceDesk devices) {
        this.visits = visits;
        this.desk = desk;
        this.locks = locks;
        this.devices = devices;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Visits.remember(request, response);
        Optional<SignedInAs> who = Visits.signedInAs();
        HttpSession session = request.getSession(false);
        if (devices.isLost(request)) {
            if (session != null) end(session, Ending.ENDED);
            response.sendRedirect("/sign-in?lost");
            return;
        }
        if (who.isPresent() && session != null) {
            boolean stands = visits.standing(who.get()).isPresent();
            if (locks.shared(request).isPresent() && (!stands || desk.isAway(session, Locks.AFTER_AT_LAST))) {
                desk.locks(request, response, who.get().account(), "");
                response.sendRedirect("/lock?idle");
                return;
            }
            if (desk.isAway(session)) {
                end(session, Ending.IDLE);
                response.sendRedirect("/sign-in?idle");
                return;
            }
            if (!stands) {
                end(session, Ending.ENDED);
                response.sendRedirect("/sign-in?ended");
                return;
            }
            if (!Pulse.is(request)) desk.sees(session);
        }
        chain.doFilter(request, response);
    }

    private void end(HttpSession session, Ending ending) {
        desk.end(session, ending);
        session.invalidate();
        SecurityContextHolder.clearContext();
    }
}
