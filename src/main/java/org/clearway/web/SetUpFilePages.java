// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.clearway.access.Deed;
import org.clearway.corridor.Corridor;
import org.clearway.corridor.Corridors;
import org.clearway.journal.Journal;
import org.clearway.language.Names;
import org.clearway.scenario.SetUps;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/// What is still missing, and the set-up as one file: taken out here, and taken in at another node.
@Controller
final class SetUpFilePages {
    private final SetUpSteps steps;
    private final SetUps setUps;
    private final Journal journal;
    private final NodeFacts node;

    SetUpFilePages(SetUpSteps steps, SetUps setUps, Journal journal, NodeFacts node) {
        this.steps = steps;
        this.setUps = setUps;
        this.journal = journal;
        this.node = node;
    }

    @Needs(Deed.SET_UP)
    @GetMapping("/set-up/check")
    ModelAndView check(Visit visit, Form form) {
        return steps.page("check", visit, SetUpStep.CHECK)
                .addObject("form", form)
                .addObject(
                        "missing",
                        steps.lines(visit).stream()
                                .filter(line -> line.state() == SetUpSteps.State.MISSING)
                                .toList())
                .addObject("whole", visit.may(Deed.READ_ROUTE))
                .addObject(
                        "corridors",
                        Corridors.all(journal.now()).stream()
                                .map(one -> visit.words().name(one.names()))
                                .toList());
    }

    /// The file is called after the day, and tells in its first lines after which corridor.
    @Needs(Deed.SET_UP)
    @PostMapping("/set-up/check")
    ResponseEntity<byte[]> takeOut(Visit visit) {
        Names names = Corridors.all(journal.now()).stream()
                .map(Corridor::names)
                .findFirst()
                .orElse(node.name());
        byte[] file = setUps.takeOut(visit.actor(), names);
        String name = "set-up-" + LocalDate.ofInstant(node.clock().instant(), node.zone()) + ".zip";
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .body(file);
    }

    @Needs(Deed.SET_UP)
    @GetMapping("/set-up/load")
    ModelAndView load(Visit visit, Form form) {
        return loadPage(visit, form, List.of());
    }

    @Needs(Deed.SET_UP)
    @PostMapping("/set-up/load")
    ModelAndView takeIn(Visit visit, Form form, @RequestParam(required = false) @Nullable MultipartFile file) {
        if (file == null || file.isEmpty()) {
            form.complain("file", visit.words().say("web.form.required"));
            return Pages.again(loadPage(visit, form, List.of()));
        }
        return form.make(() -> setUps.takeIn(visit.actor(), Pages.bytes(file)))
                .map(loaded -> loadPage(
                        visit,
                        form,
                        List.of(visit.words()
                                .say(
                                        "web.set-up.loaded",
                                        Map.of(
                                                "name", visit.words().name(loaded.names()),
                                                "told", loaded.told(),
                                                "same", loaded.same())))))
                .orElseGet(() -> Pages.again(loadPage(visit, form, List.of())));
    }

    private static ModelAndView loadPage(Visit visit, Form form, List<String> said) {
        return new ModelAndView("set-up/load").addObject("form", form).addObject("said", said);
    }
}
