// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clearway.access.Deed;
import org.clearway.agreement.CorridorId;
import org.clearway.corridor.Corridors;
import org.clearway.export.Exports;
import org.clearway.export.Format;
import org.clearway.export.OnExport;
import org.clearway.export.Purpose;
import org.clearway.export.Table;
import org.clearway.export.Wanted;
import org.clearway.journal.Journal;
import org.clearway.language.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/// Tables as files, and what became of those that were asked for.
@Controller
final class ExportPages implements Door.Keeper {
    private static final int LINES = 20;
    private static final int DAYS_BACK = 6;

    private final Exports exports;
    private final Journal journal;
    private final NodeFacts node;

    ExportPages(Exports exports, Journal journal, NodeFacts node) {
        this.exports = exports;
        this.journal = journal;
        this.node = node;
    }

    @Override
    public List<Door> doors() {
        return List.of(new Door("/exports", "web.exports", Deed.TAKE_OUT_TABLE, 68));
    }

    @Needs(Deed.TAKE_OUT_TABLE)
    @GetMapping("/exports")
    ModelAndView page(Visit visit, Form form) {
        return show(visit, form);
    }

    /// Answers with the file itself. What is wrong with the question is told on the page.
    @Needs(Deed.TAKE_OUT_TABLE)
    @PostMapping("/exports")
    @Nullable
    ModelAndView take(Visit visit, Form form, HttpServletResponse response) {
        Optional<Wanted> wanted = wanted(visit, form);
        if (wanted.isEmpty()) return Pages.again(show(visit, form));
        // The page stays where it is while the file comes, and its button may be pressed again for another file.
        Exports.Asked asked = exports.ask(visit.actor(), journal.ids().next(), wanted.get());
        response.setContentType(wanted.get().format().mediaType());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(asked.fileName())
                        .build()
                        .toString());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        try {
            exports.write(asked, response.getOutputStream());
        } catch (IOException e) {
            throw new BrokenOff(e);
        } catch (RuntimeException e) {
            if (response.isCommitted()) throw new BrokenOff(e);
            response.reset();
            throw e;
        }
        return null;
    }

    private Optional<Wanted> wanted(Visit visit, Form form) {
        Optional<Table> table = form.one(
                "table", "web.form.choose", slug -> Table.ofSlug(slug).orElseThrow(IllegalArgumentException::new));
        Optional<LocalDate> from = form.maybe("from", "web.form.day", LocalDate::parse);
        Optional<LocalDate> to = form.maybe("to", "web.form.day", LocalDate::parse);
        Optional<CorridorId> corridor = form.maybe("corridor", "web.form.choose", CorridorId::new);
        Optional<Language> language = form.one(
                "language",
                "web.form.choose",
                tag -> Language.ofTag(tag)
                        .filter(Language.offered()::contains)
                        .orElseThrow(IllegalArgumentException::new));
        Optional<Format> format = form.one("format", "web.form.choose", Format::valueOf);
        Optional<Purpose> purpose = form.one("purpose", "web.form.choose", Purpose::valueOf);
        if (!form.sound()) return Optional.empty();
        return form.make(() -> new Wanted(
                table.orElseThrow(),
                from.isPresent() && to.isPresent()
                        ? Optional.of(new Wanted.Days(from.get(), to.get()))
                        : Optional.empty(),
                corridor,
                language.orElseThrow(),
                format.orElseThrow(),
                purpose.orElseThrow()));
    }

    private ModelAndView show(Visit visit, Form form) {
        Words words = visit.words();
        LocalDate today = LocalDate.ofInstant(node.clock().instant(), node.zone());
        List<Table> offered = exports.offered(visit.actor());
        return new ModelAndView("exports")
                .addObject("form", form)
                .addObject(
                        "tables",
                        offered.stream()
                                .map(table ->
                                        new Offer(table.slug(), words.say(table), words.say("export.what." + table)))
                                .toList())
                .addObject("chosen", form.text("table", offered.getFirst().slug()))
                .addObject("from", form.text("from", today.minusDays(DAYS_BACK).toString()))
                .addObject("to", form.text("to", today.toString()))
                .addObject(
                        "corridors",
                        Corridors.all(journal.now()).stream()
                                .map(one -> new Catalogue.Option(one.id().slug(), words.name(one.names())))
                                .toList())
                .addObject(
                        "languages",
                        Language.offered().stream()
                                .map(one -> new Catalogue.Option(one.tag(), words.say("web.language." + one.tag())))
                                .toList())
                .addObject(
                        "formats",
                        Arrays.stream(Format.values())
                                .map(one -> new Catalogue.Option(one.name(), words.say("web.exports.format." + one)))
                                .toList())
                .addObject(
                        "purposes",
                        Arrays.stream(Purpose.values())
                                .map(one -> new Catalogue.Option(one.name(), words.say(one)))
                                .toList())
                .addObject(
                        "never",
                        words.list(Arrays.stream(Table.values())
                                .filter(Table::ofRecords)
                                .map(words::say)
                                .toList()))
                .addObject("all", visit.may(Deed.READ_ACCESS_LOG))
                .addObject(
                        "done",
                        exports.latest(visit.actor(), journal.now(), Long.MAX_VALUE, LINES).stream()
                                .map(one -> done(one, words))
                                .toList());
    }

    private static Done done(OnExport one, Words words) {
        Wanted wanted = one.wanted();
        return new Done(
                words.exactMoment(one.asked()),
                one.account().name(),
                words.say(wanted.table()),
                wanted.days().map(days -> days.from() + " – " + days.to()).orElse(""),
                wanted.corridor().map(CorridorId::slug).orElse(""),
                wanted.format() + ", " + wanted.language().tag(),
                words.say(wanted.purpose()),
                switch (one.state()) {
                    case OnExport.State.Asked asked -> words.say("web.exports.asked");
                    case OnExport.State.Whole(Instant at, long lines, var digest) ->
                        words.say("web.exports.whole", Map.of("lines", lines));
                    case OnExport.State.CutOff(Instant at, long lines, var why) ->
                        words.say("web.exports.cut-off", Map.of("lines", lines, "why", words.say(why)));
                },
                one.state() instanceof OnExport.State.Whole whole
                        ? whole.digest().hex()
                        : "");
    }

    /// A table that may be chosen.
    record Offer(String value, String name, String what) {}

    record Done(
            String asked,
            String by,
            String table,
            String days,
            String corridor,
            String form,
            String purpose,
            String state,
            String digest) {}
}
