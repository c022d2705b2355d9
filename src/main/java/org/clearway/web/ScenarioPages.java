// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.clearway.access.Deed;
import org.clearway.language.Problem;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/// Steps a scenario's clock. The form stands at the head of every page; this page is for when what was typed into it
/// was
/// not understood.
@Controller
final class ScenarioPages {
    /// How long a page waits before it looks for a story that begins again.
    private static final int PATIENCE_SECONDS = 6;

    private final ObjectProvider<Stepper> stepper;
    private final NodeFacts node;

    ScenarioPages(ObjectProvider<Stepper> stepper, NodeFacts node) {
        this.stepper = stepper;
        this.node = node;
    }

    @Needs(Deed.STEP_SCENARIO)
    @GetMapping("/scenario")
    ModelAndView scenario(Form form) {
        steps();
        return new ModelAndView("scenario").addObject("form", form);
    }

    /// Steps to the moment of the story that was pressed, else to the one typed; then back to the page that was looked
    /// at, which now shows it as it was then.
    @Needs(Deed.STEP_SCENARIO)
    @PostMapping("/scenario/step")
    ModelAndView step(Visit visit, Form form, HttpServletResponse response) {
        Stepper steps = steps();
        Optional<Instant> to = form.one(
                form.text("moment").isEmpty() ? "to" : "moment",
                "web.scenario.to-rule",
                text -> LocalDateTime.parse(text).atZone(node.zone()).toInstant());
        var step = new AtomicReference<>(Stepper.Step.TOLD_ON);
        if (!form.attempt(() -> step.set(steps.step(visit.actor(), to.orElseThrow())))) {
            return Pages.again(new ModelAndView("scenario").addObject("form", form));
        }
        return switch (step.get()) {
            case TOLD_ON -> Pages.seeOther(back(form));
            case BEGINS_AGAIN -> {
                response.setHeader("Refresh", PATIENCE_SECONDS + "; url=/sign-in");
                yield new ModelAndView("scenario-again");
            }
        };
    }

    /// Lets the story go on faster, slower, or stand still.
    @Needs(Deed.STEP_SCENARIO)
    @PostMapping("/scenario/pace")
    ModelAndView pace(Visit visit, Form form) {
        Stepper steps = steps();
        Optional<Integer> times = form.one("times", "web.form.choose", Integer::parseInt);
        return form.attempt(() -> steps.pace(visit.actor(), times.orElseThrow()))
                ? Pages.seeOther(back(form))
                : Pages.again(new ModelAndView("scenario").addObject("form", form));
    }

    private static String back(Form form) {
        return form.text("back").matches("/[a-z0-9/-]*") ? form.text("back") : "/";
    }

    private Stepper steps() {
        Stepper steps = stepper.getIfAvailable();
        if (steps == null) throw Problem.of("web.no-scenario");
        return steps;
    }
}
