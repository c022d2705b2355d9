// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.clearway.access.Deed;
import org.clearway.access.Role;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/// The first page after signing in: what this desk is likely to do next, the likeliest first and largest.
@Controller
final class HomePages {
    private final PageModel pages;
    private final SetUpSteps steps;

    HomePages(PageModel pages, SetUpSteps steps) {
        this.pages = pages;
        this.steps = steps;
    }

    @Needs(Deed.READ_PUBLISHED)
    @GetMapping("/")
    ModelAndView home(Visit visit) {
        if (!visit.signedIn()) return Pages.seeOther("/news");
        List<String> desks = visit.actor().roles().stream()
                .sorted()
                .map((Role role) -> visit.words().say(role))
                .toList();
        return new ModelAndView("home").addObject("desks", desks).addObject("ways", ways(visit));
    }

    /// The doors of the navigation, what the desk is there for first; where nothing is set up yet, that before all for
    /// who installs it.
    private List<Door> ways(Visit visit) {
        Set<Deed> first = visit.actor().roles().stream()
                .map(HomePages::first)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Deed.class)));
        boolean empty = visit.may(Deed.MANAGE_ACCOUNTS) && steps.nothingYet();
        return pages.doors(visit).stream()
                .sorted(Comparator.comparing((Door door) -> !(empty && door.deed() == Deed.SET_UP))
                        .thenComparing(door -> !first.contains(door.deed())))
                .toList();
    }

    /// What a desk is most likely to do next.
    private static Deed first(Role role) {
        return switch (role) {
            case DUTY -> Deed.RECORD_LEDGER;
            case PRESS -> Deed.READ_BULLETIN_DRAFT;
            case PROTECTION -> Deed.READ_ACCESS_LOG;
            case ADMINISTRATOR -> Deed.MANAGE_ACCOUNTS;
            case PUBLIC -> Deed.READ_PUBLISHED;
            case GATE -> Deed.RECORD_TALLY;
            case SERVICE_POINT -> Deed.READ_SERVICES;
            case ARMS -> Deed.KEEP_ARMS;
            case BOARDING -> Deed.READ_TRIPS;
            case RECEPTION -> Deed.RECEIVE;
            case COORDINATION -> Deed.READ_BOARD;
        };
    }
}
