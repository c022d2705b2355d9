// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.clearway.language.Problem;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

/// Stands before every handler and lets in who may enter. What does not say whom it is for is for nobody; only the
/// files under `/assets` are for all.
@Component
final class Guard implements HandlerInterceptor {
    private final Visits visits;
    private final RequestCache interrupted;

    Guard(Visits visits, RequestCache interrupted) {
        this.visits = visits;
        this.interrupted = interrupted;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (handler instanceof ResourceHttpRequestHandler) return true;
        Needs needs = handler instanceof HandlerMethod method ? method.getMethodAnnotation(Needs.class) : null;
        if (needs == null) throw Problem.of("web.closed-to-all", "path", request.getRequestURI());
        Visit visit = visits.of(request);
        if (visit.mustChange() && !needs.withStartPassword()) {
            if (request.getMethod().equals("GET") && !Pulse.is(request)) interrupted.saveRequest(request, response);
            response.sendRedirect("/password");
            return false;
        }
        if (visit.actor().byPin()
                && needs.value().wantsPassword()
                && visit.actor().withPassword().may(needs.value())) {
            if (request.getMethod().equals("GET")) interrupted.saveRequest(request, response);
            response.sendRedirect(LockPages.PASSWORD);
            return false;
        }
        boolean signedIn = visit.signedIn() || !needs.signedIn();
        if (signedIn && visit.may(needs.value())) {
            if (visit.signedIn() && isAPage(request, handler)) Locks.isAt(request);
            return true;
        }
        if (visit.signedIn()) visit.actor().must(needs.value());
        if (visit.shared()) {
            response.sendRedirect("/lock");
            return false;
        }
        if (request.getMethod().equals("GET")) interrupted.saveRequest(request, response);
        response.sendRedirect("/sign-in");
        return false;
    }

    /// What somebody looks at and can come back to.
    private static boolean isAPage(HttpServletRequest request, Object handler) {
        return request.getMethod().equals("GET")
                && !Pulse.is(request)
                && !request.getRequestURI().equals(LockPages.PASSWORD)
                && handler instanceof HandlerMethod method
                && method.getReturnType().getParameterType() == ModelAndView.class;
    }
}
