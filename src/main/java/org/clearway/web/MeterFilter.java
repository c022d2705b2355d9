// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.clearway.access.Deed;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;

/// Has requests measured, where somebody does. How often a page is asked for can tell what
/// happened on it: that a convoy left, that a weapon was laid down, that somebody complained.
/// Only pages of those who look after the node, and what everybody may see, have a count of their own; all others share
/// one.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
final class MeterFilter extends OncePerRequestFilter {
    private static final String DESKS = "desks";
    private static final String NONE = "none";
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST");

    /// What is done on pages that have a count of their own: nothing that tells what happened to anybody.
    private static final Set<Deed> COUNTED = Set.of(
            Deed.READ_PUBLISHED,
            Deed.READ_BOARD,
            Deed.READ_NODE_HEALTH,
            Deed.MANAGE_ACCOUNTS,
            Deed.SET_UP,
            Deed.STEP_SCENARIO);

    private final Optional<RequestMeter> meter;

    MeterFilter(Optional<RequestMeter> meter) {
        this.meter = meter;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (meter.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        RequestMeter.Begun begun = meter.get().begin();
        boolean answered = false;
        try {
            chain.doFilter(request, response);
            answered = true;
        } finally {
            // Anybody can make a method up.
            String method = METHODS.contains(request.getMethod()) ? request.getMethod() : "other";
            begun.end(method, route(request), answered ? response.getStatus() : 500);
        }
    }

    private static String route(HttpServletRequest request) {
        Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        if (pattern == null) return NONE;
        Object handler = request.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE);
        if (!(handler instanceof HandlerMethod method)) return pattern.toString();
        Needs needs = method.getMethodAnnotation(Needs.class);
        return needs != null && COUNTED.contains(needs.value()) ? pattern.toString() : DESKS;
    }
}
