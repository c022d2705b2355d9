// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.clearway.journal.StoryKind;
import org.clearway.language.Language;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/// What every page knows: its visitor (`visit`), its words (`w`), the house around it (`frame`).
@ControllerAdvice
@Component
final class PageModel {
    private final Visits visits;
    private final NodeFacts node;
    private final ObjectProvider<Stepper> stepper;
    private final ObjectProvider<Door.Keeper> keepers;

    PageModel(Visits visits, NodeFacts node, ObjectProvider<Stepper> stepper, ObjectProvider<Door.Keeper> keepers) {
        this.visits = visits;
        this.node = node;
        this.stepper = stepper;
        this.keepers = keepers;
    }

    @ModelAttribute
    void fill(HttpServletRequest request, Model model) {
        Visit visit = visits.of(request);
        Words words = visit.words();
        model.addAttribute("visit", visit);
        model.addAttribute("w", words);
        model.addAttribute("frame", frame(visit, words));
    }

    /// The doors that `visit` may go through.
    List<Door> doors(Visit visit) {
        if (visit.mustChange()) return List.of();
        return keepers.stream()
                .flatMap(keeper -> keeper.doors().stream())
                .filter(door -> visit.actor().withPassword().may(door.deed()))
                .sorted(Comparator.comparingInt(Door::place))
                .toList();
    }

    private Frame frame(Visit visit, Words words) {
        Stepper steps = stepper.getIfAvailable();
        boolean maySteps = steps != null && visit.may(org.clearway.access.Deed.STEP_SCENARIO);
        List<FrameMoment> moments = steps == null || !maySteps
                ? List.of()
                : steps.moments().stream()
                        .map(moment -> new FrameMoment(
                                words.input(moment.at()), words.moment(moment.at()), words.name(moment.title())))
                        .toList();
        return new Frame(
                words.name(node.name()),
                node.tells()
                        .map(told -> StoryKind.class.getSimpleName() + "." + told.kind())
                        .orElse(""),
                node.tells().map(told -> words.name(told.names())).orElse(""),
                node.version(),
                words.moment(node.clock().instant()),
                words.input(node.clock().instant()),
                maySteps,
                moments,
                steps == null || !maySteps ? List.of() : steps.paces(),
                steps == null ? 1 : steps.pace(),
                node.signOffAfter(),
                doors(visit),
                visit.otherLanguages());
    }

    /// @param mark the word that every page is marked with, and `tells` what is told; both empty for a real node
    /// @param paces how fast its day may go on; empty where it has none
    record Frame(
            String node,
            String mark,
            String tells,
            String version,
            String now,
            String nowInput,
            boolean steppable,
            List<FrameMoment> moments,
            List<Integer> paces,
            int pace,
            Duration signOffAfter,
            List<Door> doors,
            List<Language> otherLanguages) {
        private static final int ON_ONE_LINE = 8;

        /// As many as stand on one line of a small screen; a last one beyond them is not hidden for itself.
        public List<Door> firstDoors() {
            return doors.size() <= ON_ONE_LINE + 1 ? doors : doors.subList(0, ON_ONE_LINE);
        }

        public List<Door> moreDoors() {
            return doors.subList(firstDoors().size(), doors.size());
        }

        public boolean leadsToMore(String path) {
            return moreDoors().stream().anyMatch(door -> door.leadsTo(path));
        }

        public boolean marked() {
            return !mark.isEmpty();
        }

        public long lockSeconds() {
            return Locks.AFTER.toSeconds();
        }

        public long signOffSeconds() {
            return signOffAfter.toSeconds();
        }
    }

    record FrameMoment(String input, String when, String title) {}
}
