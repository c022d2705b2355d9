// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import org.clearway.accounts.Accounts;
import org.clearway.accounts.DeviceId;
import org.clearway.accounts.Devices;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.stereotype.Component;

/// Knows machines again by a cookie of their own, which opens nothing, and keeps out those that are
/// lost.
@Component
final class DeviceDesk extends SavedRequestAwareAuthenticationSuccessHandler {
    static final String COOKIE = "clearway-device";
    private static final String DEVICE = "clearway.device";

    private final Devices devices;
    private final Accounts accounts;

    DeviceDesk(Devices devices, Accounts accounts, RequestCache interrupted) {
        this.devices = devices;
        this.accounts = accounts;
        setDefaultTargetUrl("/");
        setRequestCache(interrupted);
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws ServletException, IOException {
        if (authentication.getPrincipal() instanceof SignedInAs who) {
            accounts.standing(who.account())
                    .flatMap(standing -> devices.signedIn(standing.actor(), token(request), request.getRemoteAddr()))
                    .ifPresent(token -> {
                        request.getSession().setAttribute(DEVICE, token.device());
                        response.addHeader(HttpHeaders.SET_COOKIE, cookie(request, token.text()));
                    });
        }
        super.onAuthenticationSuccess(request, response, authentication);
    }

    /// Whether this machine is lost: by its session, or, where somebody is about to sign in, by its
    /// cookie.
    boolean isLost(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        boolean signsIn =
                request.getMethod().equals("POST") && request.getRequestURI().equals("/sign-in");
        return session != null && device(session).filter(devices::isLost).isPresent()
                || signsIn && token(request).filter(devices::showsALostOne).isPresent();
    }

    static Optional<DeviceId> device(HttpSession session) {
        return Optional.ofNullable((DeviceId) session.getAttribute(DEVICE));
    }

    private static Optional<String> token(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        for (Cookie cookie : cookies == null ? new Cookie[0] : cookies) {
            if (cookie.getName().equals(name(request))) return Optional.of(cookie.getValue());
        }
        return Optional.empty();
    }

    private static String cookie(HttpServletRequest request, String token) {
        return ResponseCookie.from(name(request), token)
                .path("/")
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Strict")
                .maxAge(Devices.KEPT)
                .build()
                .toString();
    }

    private static String name(HttpServletRequest request) {
        return request.isSecure() ? SessionCookie.SECURE_PREFIX + COOKIE : COOKIE;
    }
}
