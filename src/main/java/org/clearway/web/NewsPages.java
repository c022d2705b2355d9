// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.clearway.access.Deed;
import org.clearway.bulletin.Bulletins;
import org.clearway.bulletin.Edition;
import org.clearway.bulletin.Format;
import org.clearway.bulletin.Page;
import org.clearway.bulletin.Stage;
import org.clearway.bulletin.Tag;
import org.clearway.bulletin.TagId;
import org.clearway.journal.Journal;
import org.clearway.language.Language;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// What anyone may read: all news, a day's bulletin, tags, the feed.
@Controller
final class NewsPages implements Door.Keeper {
    private static final int PER_PAGE = 20;
    private static final int IN_FEED = 30;

    private final Bulletins bulletins;
    private final Journal journal;

    NewsPages(Bulletins bulletins, Journal journal) {
        this.bulletins = bulletins;
        this.journal = journal;
    }

    @Override
    public List<Door> doors() {
        return List.of(new Door("/news", "public.news", Deed.READ_PUBLISHED, 70));
    }

    @Needs(Deed.READ_PUBLISHED)
    @GetMapping("/news")
    ModelAndView all(Visit visit, @RequestParam(required = false) Optional<String> before) {
        Page page = bulletins.all(journal.now(), before.map(NewsPages::day), PER_PAGE);
        return list(visit, page, "/news", "").addObject("tags", tags(visit, bulletins.tags(journal.now())));
    }

    @Needs(Deed.READ_PUBLISHED)
    @GetMapping("/news/{day}")
    ModelAndView one(Visit visit, @PathVariable String day) {
        LocalDate asked = day(day);
        Edition edition = bulletins.published(journal.now(), asked).orElseThrow(Pages::notFound);
        return page(visit, edition);
    }

    /// An earlier version: what was corrected stays readable.
    @Needs(Deed.READ_PUBLISHED)
    @GetMapping("/news/{day}/version/{version}")
    ModelAndView version(Visit visit, @PathVariable String day, @PathVariable int version) {
        Edition edition = bulletins.versions(journal.now(), day(day)).stream()
                .filter(one -> one.version() == version)
                .findFirst()
                .orElseThrow(Pages::notFound);
        return page(visit, edition);
    }

    @Needs(Deed.READ_PUBLISHED)
    @GetMapping("/news/tag/{tag}")
    ModelAndView tagged(
            Visit visit, @PathVariable String tag, @RequestParam(required = false) Optional<String> before) {
        Tag found = bulletins.tag(journal.now(), new TagId(tag)).orElseThrow(Pages::notFound);
        Page page = bulletins.tagged(journal.now(), found.id(), before.map(NewsPages::day), PER_PAGE);
        return list(visit, page, "/news/tag/" + tag, found.in(visit.language())).addObject("tags", List.of());
    }

    @Needs(Deed.READ_PUBLISHED)
    @GetMapping("/news/feed.atom")
    ResponseEntity<byte[]> feed(Visit visit) {
        Language language = visit.language();
        String query = "?lang=" + language.tag();
        byte[] feed = bulletins.atom(
                journal.now(), language, IN_FEED, "/news/feed.atom" + query, day -> "/news/" + day + query);
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.APPLICATION_ATOM_XML, StandardCharsets.UTF_8))
                .body(feed);
    }

    private ModelAndView list(Visit visit, Page page, String path, String tag) {
        return new ModelAndView("news/all")
                .addObject(
                        "items",
                        page.editions().stream()
                                .map(edition -> item(visit, edition))
                                .toList())
                .addObject(
                        "older",
                        page.next().map(next -> path + "?before=" + next).orElse(""))
                .addObject("tag", tag);
    }

    private ModelAndView page(Visit visit, Edition edition) {
        List<Edition> versions = bulletins.versions(journal.now(), edition.day());
        return new ModelAndView("news/one")
                .addObject("item", item(visit, edition))
                .addObject("bulletin", edition.render(visit.language(), Format.HTML))
                .addObject("superseded", versions.getFirst().version() != edition.version())
                .addObject(
                        "versions",
                        versions.stream()
                                .filter(one -> one.version() != edition.version())
                                .map(one -> item(visit, one))
                                .toList());
    }

    private static List<TagLink> tags(Visit visit, List<Tag> tags) {
        return tags.stream()
                .map(tag -> new TagLink(tag.id().text(), tag.in(visit.language())))
                .toList();
    }

    private static Item item(Visit visit, Edition edition) {
        return new Item(
                edition.day().toString(),
                visit.words().day(edition.day()),
                edition.headline(visit.language()),
                edition.version(),
                edition.isCorrection(),
                edition.stage() instanceof Stage.Published(java.time.Instant at)
                        ? visit.words().moment(at)
                        : "",
                tags(visit, edition.tags()));
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException notADay) {
            throw Pages.notFound();
        }
    }

    /// A bulletin as a list shows it.
    record Item(
            String day,
            String date,
            String headline,
            int version,
            boolean correction,
            String published,
            List<TagLink> tags) {}

    record TagLink(String id, String name) {}
}
