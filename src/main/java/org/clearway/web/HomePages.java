// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import java.util.List;
import org.clearway.access.Deed;
import org.clearway.access.Role;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/// The first page after signing in: what this desk is likely to do next, the likeliest first and largest.
@Controller
final class HomePages {
    private final PageModel pages;

    HomePages(PageModel pages) {
        this.pages = pages;
    }

    @Needs(Deed.READ_PUBLISHED)
    @GetMapping("/")
    ModelAndView home(Visit visit) {
        if (!visit.signedIn()) return Pages.seeOther("/news");
        List<String> desks = visit.actor().roles().stream()
                .sorted()
                .map((Role role) -> visit.words().say(role))
                .toList();
        return new ModelAndView("home").addObject("desks", desks).addObject("ways", pages.doors(visit));
    }
}
