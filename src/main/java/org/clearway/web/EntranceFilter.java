// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.clearway.language.Language;
import org.clearway.language.Wording;
import org.clearway.trust.Host;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.HtmlUtils;

/// Stands before everything else: answers under the names of this node alone, and lets what comes
/// in the clear from another machine see the page of enrolment and nothing else.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class EntranceFilter extends OncePerRequestFilter {
    private final Entrances entrances;

    EntranceFilter(Entrances entrances) {
        this.entrances = entrances;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Entrance entrance = Entrance.of(request);
        String asked = request.getHeader(HttpHeaders.HOST);
        Optional<Host> host =
                Optional.ofNullable(asked).flatMap(Host::asked).filter(named -> entrances.answers(named, entrance));
        boolean looks = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        if (host.isEmpty()) {
            turnAway(response, Visits.languageOf(request), asked == null ? "" : asked);
        } else if (entrance != Entrance.ENROLMENT || looks && isOfEnrolment(request.getRequestURI())) {
            chain.doFilter(request, response);
        } else if (looks) {
            response.setStatus(HttpStatus.TEMPORARY_REDIRECT.value());
            response.setHeader(HttpHeaders.LOCATION, overHttps(host.get(), request));
        } else {
            // What was sent has been sent in the clear: it is not done, and not asked for again.
            response.setStatus(HttpStatus.FORBIDDEN.value());
        }
    }

    private static boolean isOfEnrolment(String path) {
        return path.equals(EnrolPages.PATH)
                || path.startsWith(EnrolPages.PATH + "/")
                || path.startsWith("/assets/css/")
                || path.startsWith("/assets/fonts/")
                || path.startsWith("/assets/img/")
                || path.startsWith("/assets/js/");
    }

    private String overHttps(Host host, HttpServletRequest request) {
        String query = request.getQueryString();
        return "https://" + host.inAddress() + ":" + entrances.httpsPort() + request.getRequestURI()
                + (query == null ? "" : "?" + query);
    }

    /// A page that needs nothing else from this node, which would be refused too, and tells nothing
    /// of it: another page may be reading it.
    private static void turnAway(HttpServletResponse response, Language language, String asked) throws IOException {
        Wording wording = Wording.of(language);
        response.setStatus(HttpStatus.MISDIRECTED_REQUEST.value());
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "no-referrer");
        String title = HtmlUtils.htmlEscape(wording.say("web.misdirected"));
        String why = HtmlUtils.htmlEscape(wording.say("web.misdirected-hint", Map.of("host", asked)));
        response.getWriter()
                .write("<!DOCTYPE html>\n<html lang=\"" + language.tag() + "\" dir=\"" + language.direction()
                        + "\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>"
                        + title + "</title><h1>" + title + "</h1><p>" + why + "</p></html>\n");
    }
}
