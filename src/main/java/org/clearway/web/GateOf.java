// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import java.util.List;
import org.clearway.corridor.Corridor;
import org.clearway.corridor.Corridors;
import org.clearway.corridor.CrossingPoint;
import org.clearway.gate.Gate;
import org.clearway.journal.Journal;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/// Finds the gate that the address of a page names.
@Component
final class GateOf {
    private final Corridors corridors;
    private final Journal journal;

    GateOf(Corridors corridors, Journal journal) {
        this.corridors = corridors;
        this.journal = journal;
    }

    /// The address of a gate's desk, and the beginning of those of its other pages.
    static String path(Gate gate) {
        return "/gate/" + gate.corridor() + "/" + gate.crossing();
    }

    At at(Visit visit, String corridor, String crossing) {
        return all(visit).stream()
                .filter(at -> at.corridor().id().slug().equals(corridor))
                .filter(at -> at.point().crossing().slug().equals(crossing))
                .findFirst()
                .orElseThrow(Pages::notFound);
    }

    /// Every gate, by corridor.
    List<At> all(Visit visit) {
        return corridors.list(visit.actor(), journal.now()).stream()
                .flatMap(one -> one.crossings().stream().map(point -> new At(one, point)))
                .toList();
    }

    ModelAndView page(String view, Visit visit, Form form, At at) {
        return new ModelAndView(view)
                .addObject("form", form)
                .addObject("path", at.path())
                .addObject("corridorId", at.corridor().id().slug())
                .addObject("gate", visit.words().name(at.point().names()))
                .addObject("corridorName", visit.words().name(at.corridor().names()));
    }

    record At(Corridor corridor, CrossingPoint point) {
        Gate gate() {
            return new Gate(corridor.id(), point.crossing());
        }

        String path() {
            return GateOf.path(gate());
        }
    }
}
