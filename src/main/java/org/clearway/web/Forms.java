// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.clearway.journal.Journal;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/// Hands a handler the form that was sent to it, or a fresh one.
@Component
final class Forms implements HandlerMethodArgumentResolver {
    private final Visits visits;
    private final Journal journal;

    Forms(Visits visits, Journal journal) {
        this.visits = visits;
        this.journal = journal;
    }

    /// A form that nobody has typed into yet.
    Form fresh(Visit visit) {
        return new Form(Map.of(), visit.words(), journal.ids());
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Form.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer model,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        HttpServletRequest http = Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class));
        var typed = new LinkedHashMap<String, List<String>>();
        http.getParameterMap().forEach((name, values) -> typed.put(name, List.of(values)));
        return new Form(typed, visits.of(http).words(), journal.ids());
    }
}
