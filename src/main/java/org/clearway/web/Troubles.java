// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.clearway.access.NotPermitted;
import org.clearway.language.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;

/// What went wrong, as a page in the visitor's language, with a code that a colleague can be told over the radio.
@ControllerAdvice
@Component
final class Troubles {
    private static final Logger LOG = LoggerFactory.getLogger(Troubles.class);

    private final Visits visits;
    private final PageModel pages;
    private final SecureRandom chance;

    Troubles(Visits visits, PageModel pages, SecureRandom chance) {
        this.visits = visits;
        this.pages = pages;
        this.chance = chance;
    }

    @ExceptionHandler(Problem.class)
    ModelAndView problem(HttpServletRequest request, Problem problem) {
        HttpStatus status = switch (problem) {
            case NotPermitted refused -> HttpStatus.FORBIDDEN;
            default -> status(problem.code());
        };
        if (status.is5xxServerError()) LOG.error("{}", problem.code(), problem);
        return page(request, status, visits.of(request).words().say(problem), problem.code());
    }

    @ExceptionHandler(Exception.class)
    ModelAndView other(HttpServletRequest request, Exception failure) {
        // No page can follow what has left already; the connection is to break.
        if (failure instanceof BrokenOff broken) throw broken;
        if (failure instanceof ErrorResponse known && !known.getStatusCode().is5xxServerError()) {
            return status(request, known.getStatusCode());
        }
        if (failure instanceof org.springframework.beans.TypeMismatchException) {
            return status(request, HttpStatus.BAD_REQUEST);
        }
        String incident = HexFormat.of().toHexDigits(chance.nextInt());
        // The template of the address: an address itself may name an account.
        Object route = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        LOG.error("Incident {} at {}", incident, route == null ? "no page" : route, failure);
        Words words = visits.of(request).words();
        return page(
                request,
                HttpStatus.INTERNAL_SERVER_ERROR,
                words.say("web.trouble.500-text", "incident", incident),
                "web.incident-" + incident);
    }

    /// The page for a status alone.
    ModelAndView status(HttpServletRequest request, HttpStatusCode status) {
        Words words = visits.of(request).words();
        String key = "web.trouble." + status.value() + "-text";
        return page(
                request,
                status,
                words.say(words.has(key) ? key : "web.trouble.other-text"),
                "web.status-" + status.value());
    }

    private ModelAndView page(HttpServletRequest request, HttpStatusCode status, String sentence, String code) {
        Words words = visits.of(request).words();
        String key = "web.trouble." + status.value();
        var page = new ModelAndView("trouble");
        var model = new org.springframework.ui.ExtendedModelMap();
        pages.fill(request, model);
        page.addAllObjects(model);
        page.setStatus(status);
        page.addObject("title", words.say(words.has(key) ? key : "web.trouble.other"));
        page.addObject("sentence", sentence);
        page.addObject("code", code);
        return page;
    }

    private static HttpStatus status(String code) {
        if (code.equals("web.closed-to-all") || code.equals("export.one-person")) return HttpStatus.FORBIDDEN;
        if (code.equals("web.too-large")) return HttpStatus.CONTENT_TOO_LARGE;
        if (code.equals("web.length-not-told")) return HttpStatus.LENGTH_REQUIRED;
        if (code.equals("journal.disk-full")) return HttpStatus.INSUFFICIENT_STORAGE;
        if (code.equals("journal.closing")) return HttpStatus.SERVICE_UNAVAILABLE;
        if (code.startsWith("journal.") && !code.equals("journal.same-act-other-words")) {
            return HttpStatus.INTERNAL_SERVER_ERROR;
        }
        if (code.endsWith(".unknown") || code.endsWith("-unknown")) return HttpStatus.NOT_FOUND;
        return HttpStatus.UNPROCESSABLE_CONTENT;
    }
}
