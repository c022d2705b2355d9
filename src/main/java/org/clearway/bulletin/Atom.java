// SPDX-License-Identifier: Apache-2.0
package org.clearway.bulletin;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.clearway.journal.StoryKind;
import org.clearway.language.Language;
import org.clearway.language.Names;
import org.clearway.language.Wording;

/// Published bulletins as an Atom feed (RFC 4287). Ids are `urn:uuid:` and name no host, so that a node may move; an
/// entry's id
/// is that of its day, whatever version it has come to.
final class Atom {
    private final Language language;
    private final Wording words;

    Atom(Language language) {
        this.language = language;
        this.words = Wording.of(language);
    }

    /// @param node the node whose feed it is
    /// @param story what that node tells, where it is none of the real ones
    /// @param updated where nothing has been published
    byte[] feed(
            String node,
            Optional<StoryKind> story,
            Names issuer,
            List<Edition> editions,
            Instant updated,
            String self,
            Function<LocalDate, String> pages) {
        String title = mark(story) + words.say("bulletin.feed.title", Map.of("issuer", issuer.in(language)));
        var xml = new Markup();
        xml.open("feed", "xmlns", "http://www.w3.org/2005/Atom", "xml:lang", language.tag())
                .line();
        xml.element("id", "urn:uuid:" + UUID.nameUUIDFromBytes(bytes("bulletins of " + node + " in " + language.tag())))
                .line();
        xml.element("title", title).line();
        xml.element(
                        "updated",
                        editions.stream()
                                .flatMap(edition -> edition.publishedAt().stream())
                                .max(Instant::compareTo)
                                .orElse(updated)
                                .toString())
                .line();
        xml.open("author").element("name", issuer.in(language)).close().line();
        xml.open("link", "rel", "self", "type", "application/atom+xml", "href", self)
                .close()
                .line();
        editions.forEach(edition -> entry(xml, edition, pages.apply(edition.day())));
        return bytes("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + xml.close().line().done());
    }

    private String mark(Optional<StoryKind> story) {
        return story.map(kind -> words.say("bulletin.feed.mark", Map.of("mark", words.say(kind))) + " ")
                .orElse("");
    }

    private void entry(Markup xml, Edition edition, String page) {
        xml.open("entry").line();
        xml.element("id", "urn:uuid:" + edition.named().orElseThrow()).line();
        xml.element("title", mark(edition.story()) + edition.headline(language)).line();
        xml.element("updated", edition.publishedAt().orElseThrow().toString()).line();
        xml.open("link", "rel", "alternate", "type", "text/html", "hreflang", language.tag(), "href", page)
                .close()
                .line();
        for (Tag tag : edition.tags()) {
            xml.open("category", "term", tag.id().text(), "label", tag.in(language))
                    .close()
                    .line();
        }
        xml.element("content", edition.render(language, Format.HTML), "type", "html")
                .line();
        xml.close().line();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
