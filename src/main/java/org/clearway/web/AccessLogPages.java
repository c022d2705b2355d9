// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import java.util.List;
import java.util.Optional;
import org.clearway.access.AccountId;
import org.clearway.access.Deed;
import org.clearway.accounts.AccessLog;
import org.clearway.accounts.Accounts;
import org.clearway.journal.Journal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Who signed in, read what is confidential, or took entries out; the newest first.
@Controller
final class AccessLogPages implements Door.Keeper {
    private static final int LINES = 50;

    private final Accounts accounts;
    private final Journal journal;

    AccessLogPages(Accounts accounts, Journal journal) {
        this.accounts = accounts;
        this.journal = journal;
    }

    @Override
    public List<Door> doors() {
        return List.of(new Door("/access-log", "web.access-log", Deed.READ_ACCESS_LOG, 70));
    }

    @Needs(Deed.READ_ACCESS_LOG)
    @GetMapping("/access-log")
    ModelAndView log(Visit visit, @RequestParam(required = false) Optional<Long> before) {
        AccessLog log = accounts.accessLog(visit.actor(), journal.now(), before.orElse(AccessLog.NEWEST), LINES);
        List<Line> lines = log.lines().stream()
                .map(line -> new Line(
                        visit.words().exactMoment(line.recorded()),
                        visit.words().say(line.event()),
                        line.account().name(),
                        line.about().map(AccountId::name).orElse("")))
                .toList();
        return new ModelAndView("access-log")
                .addObject("lines", lines)
                .addObject("newest", before.isEmpty())
                .addObject("older", log.before().map(String::valueOf).orElse(""));
    }

    record Line(String recorded, String event, String account, String about) {}
}
