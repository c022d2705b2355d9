// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.clearway.access.Actor;
import org.clearway.accounts.Accounts;
import org.clearway.accounts.Standing;
import org.clearway.language.Language;
import org.springframework.core.MethodParameter;
import org.springframework.http.ResponseCookie;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/// Finds out, once for each request, who visits and in which language.
@Component
final class Visits implements HandlerMethodArgumentResolver {
    private static final String VISIT = Visit.class.getName();
    private static final String COOKIE = "clearway-language";
    private static final String CHOICE = "lang";

    private final Accounts accounts;
    private final Locks locks;
    private final NodeFacts node;

    Visits(Accounts accounts, Locks locks, NodeFacts node) {
        this.accounts = accounts;
        this.locks = locks;
        this.node = node;
    }

    Visit of(HttpServletRequest request) {
        if (request.getAttribute(VISIT) instanceof Visit known) return known;
        Language language = languageOf(request);
        Optional<SignedInAs> who = signedInAs();
        Optional<Standing> standing = who.flatMap(this::standing);
        Actor actor = standing.map(Standing::actor).orElse(Actor.ANYONE);
        var visit = new Visit(
                who.filter(SignedInAs::byPin).isPresent() && standing.isPresent() ? actor.unlocking() : actor,
                standing.isPresent(),
                standing.filter(Standing::mustChange).isPresent(),
                locks.shared(request).isPresent(),
                language,
                new Words(language, node.zone()),
                path(request),
                query(request));
        request.setAttribute(VISIT, visit);
        return visit;
    }

    /// Keeps the language that was asked for with `?lang=`, for the visits to come.
    static void remember(HttpServletRequest request, HttpServletResponse response) {
        chosen(request)
                .ifPresent(language -> response.addHeader(
                        "Set-Cookie",
                        ResponseCookie.from(cookie(request), language.tag())
                                .path("/")
                                .httpOnly(true)
                                .secure(request.isSecure())
                                // It opens nothing, and whoever follows a link from a message reads their language.
                                .sameSite("Lax")
                                .maxAge(java.time.Duration.ofDays(365))
                                .build()
                                .toString()));
    }

    private static String cookie(HttpServletRequest request) {
        return request.isSecure() ? SessionCookie.SECURE_PREFIX + COOKIE : COOKIE;
    }

    /// Who the session says is signed in; whether they still are is {@link #standing}'s to say.
    static Optional<SignedInAs> signedInAs() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedInAs who
                ? Optional.of(who)
                : Optional.empty();
    }

    /// What `who` may do now; empty if the account was closed or its password changed since they signed in.
    Optional<Standing> standing(SignedInAs who) {
        return accounts.standing(who.account()).filter(now -> now.passwordSince() == who.passwordSince());
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Visit.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @org.jspecify.annotations.Nullable ModelAndViewContainer model,
            NativeWebRequest request,
            @org.jspecify.annotations.Nullable WebDataBinderFactory binders) {
        return of(java.util.Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class)));
    }

    /// The language that a page is shown in, before anything else is known of the visit.
    static Language languageOf(HttpServletRequest request) {
        return chosen(request)
                .or(() -> remembered(request))
                .or(() -> accepted(request))
                .orElse(Language.EN);
    }

    private static Optional<Language> chosen(HttpServletRequest request) {
        if (!request.getMethod().equals("GET")) return Optional.empty();
        return Optional.ofNullable(request.getParameter(CHOICE)).flatMap(Visits::offered);
    }

    private static Optional<Language> remembered(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        for (Cookie cookie : cookies == null ? new Cookie[0] : cookies) {
            if (cookie.getName().equals(cookie(request))) return offered(cookie.getValue());
        }
        return Optional.empty();
    }

    private static Optional<Language> accepted(HttpServletRequest request) {
        if (request.getHeader("Accept-Language") == null) return Optional.empty();
        for (Locale locale : Collections.list(request.getLocales())) {
            Optional<Language> language = offered(locale.getLanguage());
            if (language.isPresent()) return language;
        }
        return Optional.empty();
    }

    private static Optional<Language> offered(String tag) {
        return Language.ofTag(tag).filter(Language.offered()::contains);
    }

    private static String path(HttpServletRequest request) {
        Object failed = request.getAttribute(jakarta.servlet.RequestDispatcher.ERROR_REQUEST_URI);
        return failed instanceof String path ? path : request.getRequestURI();
    }

    private static String query(HttpServletRequest request) {
        if (!request.getMethod().equals("GET")) return "";
        var kept = new ArrayList<String>();
        request.getParameterMap().forEach((name, values) -> {
            if (name.equals(CHOICE) || name.equals("continue")) return;
            for (String value : List.of(values)) kept.add("&" + encoded(name) + "=" + encoded(value));
        });
        return String.join("", kept);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
