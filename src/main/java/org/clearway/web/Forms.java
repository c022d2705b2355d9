// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.clearway.journal.Journal;
import org.clearway.language.Language;
import org.clearway.places.Places;
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
    private final Places places;

    Forms(Visits visits, Journal journal, Places places) {
        this.visits = visits;
        this.journal = journal;
        this.places = places;
    }

    /// A form that nobody has typed into yet.
    Form fresh(Visit visit) {
        return form(Map.of(), visit);
    }

    private Form form(Map<String, List<String>> typed, Visit visit) {
        return new Form(typed, visit.words(), journal.ids(), this::namesIn);
    }

    /// Those that whoever set the node up has chosen; until then, those that pages are offered in.
    private List<Language> namesIn() {
        List<Language> chosen = places.askedIn(journal.now());
        return chosen.isEmpty() ? Language.offered() : chosen;
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
        return form(typed, visits.of(http));
    }
}
