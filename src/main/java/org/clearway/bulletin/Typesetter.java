// SPDX-License-Identifier: Apache-2.0
package org.clearway.bulletin;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.clearway.bulletin.NewsCopy.Paragraph;
import org.clearway.bulletin.NewsCopy.Points;
import org.clearway.bulletin.NewsCopy.Section;
import org.clearway.bulletin.NewsCopy.Table;
import org.clearway.language.Language;
import org.clearway.language.Wording;
import org.clearway.time.Occurred;
import org.clearway.time.TimeWords;

/// Puts copy into a language and a form. Terms never pass through the words' patterns: these are formatted with a mark
/// for
/// each term, and the marks are then set, each as its kind is, so that nothing in a name is ever read as a pattern or
/// as
/// markup.
///
/// In text that runs from right to left, figures, codes, days and names in other scripts are isolated: by `bdi` in
/// HTML, by
/// U+2068 and U+2069 in plain text.
final class Typesetter {
    private static final char FIRST_STRONG_ISOLATE = '\u2068';
    private static final char POP_ISOLATE = '\u2069';

    /// The first of the marks; private use, and taken out of every name.
    private static final char FIRST_MARK = '\uE000';

    private static final char LAST_MARK = '\uF8FF';

    private final Language language;
    private final Wording words;
    private final TimeWords times;

    Typesetter(Language language) {
        this.language = language;
        this.words = Wording.of(language);
        this.times = TimeWords.of(language);
    }

    String set(NewsCopy copy, Format format) {
        return switch (format) {
            case PLAIN -> plain(copy);
            case HTML -> html(copy);
        };
    }

    /// A phrase as plain text.
    String line(Phrase phrase) {
        var ink = new PlainInk();
        say(phrase, ink);
        return ink.text.toString();
    }

    /// A sentence as plain text.
    String line(Sentence sentence) {
        return line(sentence.phrase());
    }

    /// A phrase as plain text in which nothing is isolated, for where signs of direction are not wanted.
    String bare(Phrase phrase) {
        return line(phrase).replaceAll("[" + FIRST_STRONG_ISOLATE + POP_ISOLATE + "]", "");
    }

    private String plain(NewsCopy copy) {
        var lines = new ArrayList<String>();
        copy.marks().forEach(mark -> lines.add(line(mark)));
        if (!lines.isEmpty()) lines.add("");
        lines.add(line(copy.headline()));
        lines.add("");
        lines.add(line(copy.dateline()));
        lines.add(paragraph(copy.lede()));
        copy.sections().forEach(section -> plain(section, lines));
        copy.small().forEach(section -> plain(section, lines));
        return String.join("\n", lines) + "\n";
    }

    private void plain(Section section, List<String> lines) {
        lines.add("");
        lines.add(line(section.title()));
        for (NewsCopy.Block block : section.blocks()) {
            switch (block) {
                case Paragraph paragraph -> lines.add(paragraph(paragraph.sentences()));
                case Points points -> points.points().forEach(point -> lines.add("- " + paragraph(point.sentences())));
                case Table _ -> {}
            }
        }
    }

    private String paragraph(List<Sentence> sentences) {
        return String.join(" ", sentences.stream().map(this::line).toList());
    }

    private String html(NewsCopy copy) {
        var page = new Markup();
        page.open("article", "class", "bulletin", "lang", language.tag(), "dir", language.direction())
                .line();
        page.open("header").line();
        copy.marks().forEach(mark -> element(page, "p", "mark", mark));
        element(page, "h1", "headline", copy.headline());
        element(page, "p", "dateline", copy.dateline());
        page.close().line();
        sentences(page, "p", "lede", copy.lede());
        copy.sections().forEach(section -> html(page, section));
        if (!copy.small().isEmpty()) {
            page.open("footer").line();
            copy.small().forEach(section -> html(page, section));
            page.close().line();
        }
        return page.close().line().done();
    }

    private void html(Markup page, Section section) {
        page.open("section").line();
        element(page, "h2", "title", section.title());
        for (NewsCopy.Block block : section.blocks()) {
            switch (block) {
                case Paragraph paragraph -> sentences(page, "p", "paragraph", paragraph.sentences());
                case Points points -> {
                    page.open("ul").line();
                    points.points().forEach(point -> sentences(page, "li", "point", point.sentences()));
                    page.close().line();
                }
                case Table table -> html(page, table);
            }
        }
        page.close().line();
    }

    private void html(Markup page, Table table) {
        page.open("div", "class", "table", "tabindex", "0", "role", "region", "aria-label", bare(table.caption()))
                .line();
        page.open("table").line();
        element(page, "caption", "caption", table.caption());
        page.open("thead").open("tr");
        table.columns().forEach(column -> cell(page, "th", "col", column));
        page.close().close().line();
        page.open("tbody").line();
        for (List<Phrase> row : table.rows()) {
            page.open("tr");
            cell(page, "th", "row", row.getFirst());
            row.stream().skip(1).forEach(value -> {
                page.open("td");
                say(value, new HtmlInk(page));
                page.close();
            });
            page.close().line();
        }
        page.close().close().close().line();
    }

    private void cell(Markup page, String element, String scope, Phrase phrase) {
        page.open(element, "scope", scope);
        say(phrase, new HtmlInk(page));
        page.close();
    }

    private void element(Markup page, String element, String name, Phrase phrase) {
        page.open(element, "class", name);
        say(phrase, new HtmlInk(page));
        page.close().line();
    }

    /// A claim is marked as one, so that it can be told from our own voice also by whoever reads the page's source.
    private void sentences(Markup page, String element, String name, List<Sentence> sentences) {
        page.open(element, "class", name);
        for (int i = 0; i < sentences.size(); i++) {
            if (i > 0) page.text(" ");
            page.open("span", "class", sentences.get(i) instanceof Sentence.Claim ? "claim" : "own-voice");
            say(sentences.get(i).phrase(), new HtmlInk(page));
            page.close();
        }
        page.close().line();
    }

    /// Where words and terms are set.
    private interface Ink {
        void words(String text);

        /// @param isolated whether it must not be mixed up with the direction of what stands around it
        void term(String text, boolean isolated);

        void day(String text, LocalDate day);

        void moment(String text, Instant instant);

        void link(String url);
    }

    private final class PlainInk implements Ink {
        private final StringBuilder text = new StringBuilder();

        @Override
        public void words(String words) {
            text.append(words);
        }

        @Override
        public void term(String term, boolean isolated) {
            if (isolated) text.append(FIRST_STRONG_ISOLATE).append(term).append(POP_ISOLATE);
            else text.append(term);
        }

        @Override
        public void day(String words, LocalDate day) {
            term(words, language.rightToLeft());
        }

        @Override
        public void moment(String words, Instant instant) {
            term(words, language.rightToLeft());
        }

        @Override
        public void link(String url) {
            term(url, language.rightToLeft());
        }
    }

    private final class HtmlInk implements Ink {
        private final Markup page;

        HtmlInk(Markup page) {
            this.page = page;
        }

        @Override
        public void words(String words) {
            page.text(words);
        }

        @Override
        public void term(String term, boolean isolated) {
            if (isolated) page.element("bdi", term);
            else page.text(term);
        }

        @Override
        public void day(String words, LocalDate day) {
            time(words, day.toString());
        }

        @Override
        public void moment(String words, Instant instant) {
            time(words, instant.toString());
        }

        private void time(String words, String machine) {
            if (language.rightToLeft()) page.open("bdi");
            page.element("time", words, "datetime", machine);
            if (language.rightToLeft()) page.close();
        }

        @Override
        public void link(String url) {
            page.open("bdi");
            page.element("a", url, "href", url, "rel", "external nofollow noreferrer");
            page.close();
        }
    }

    private void say(Phrase phrase, Ink ink) {
        var values = new HashMap<String, Object>();
        var terms = new ArrayList<Term>();
        phrase.terms().forEach((name, term) -> {
            if (term instanceof Term.Choice choice) {
                values.put(name, choice.number());
            } else {
                values.put(name, String.valueOf((char) (FIRST_MARK + terms.size())));
                terms.add(term);
            }
        });
        String said = words.say(phrase.key(), values);
        int from = 0;
        for (int i = 0; i < said.length(); i++) {
            char c = said.charAt(i);
            if (c < FIRST_MARK || c > LAST_MARK) continue;
            ink.words(said.substring(from, i));
            say(terms.get(c - FIRST_MARK), ink);
            from = i + 1;
        }
        ink.words(said.substring(from));
    }

    private void say(Term term, Ink ink) {
        switch (term) {
            case Term.Figure(long number) -> ink.term(figure(number), language.rightToLeft());
            case Term.Choice _ -> {}
            case Term.Called called -> name(called.names().in(language), ink);
            case Term.Capitals capitals -> name(capitals.names().in(language).toUpperCase(language.locale()), ink);
            case Term.Day(LocalDate day) -> ink.day(times.day(day), day);
            case Term.Moment(Instant instant, ZoneId zone) -> ink.moment(times.moment(instant, zone), instant);
            case Term.Told(Occurred occurred) -> told(occurred, ink);
            case Term.Clock clock -> ink.term(times.clock(clock.time()), language.rightToLeft());
            case Term.Zone(ZoneId zone, Instant instant) -> zone(zone, instant, ink);
            case Term.Code code -> ink.term(clean(code.text()), language.rightToLeft());
            case Term.Link link -> ink.link(link.reference().url());
            case Term.Word word -> ink.words(words.say(word.value()));
            case Term.Said said -> say(said.phrase(), ink);
            case Term.Listing listing -> list(listing, ink);
        }
    }

    private void told(Occurred occurred, Ink ink) {
        String words = times.told(occurred);
        switch (occurred.precision()) {
            case DAY -> ink.day(words, occurred.from().atZone(occurred.zone()).toLocalDate());
            case EXACT, MINUTES -> ink.moment(words, occurred.from());
            case HOURS, WEEK, MONTH, YEAR -> ink.term(words, language.rightToLeft());
        }
    }

    private void zone(ZoneId zone, Instant instant, Ink ink) {
        Optional<String> place = times.place(zone);
        if (place.isPresent()) {
            say(
                    Phrase.of("bulletin.zone-of-time")
                            .with("place", new Term.Code(place.get()))
                            .with("offset", new Term.Code(TimeWords.offset(zone, instant))),
                    ink);
        } else {
            say(new Term.Code(TimeWords.offset(zone, instant)), ink);
        }
    }

    private void list(Term.Listing listing, Ink ink) {
        boolean figures = listing.terms().stream().allMatch(Term.Figure.class::isInstance);
        for (int i = 0; i < listing.terms().size(); i++) {
            if (i > 0) ink.words(separator(listing, figures, i));
            say(listing.terms().get(i), ink);
        }
    }

    /// What stands before the member at `next`. Separators stand in quotation marks in the catalogues, for their
    /// blanks.
    private String separator(Term.Listing listing, boolean figures, int next) {
        boolean last = next == listing.terms().size() - 1;
        String key = switch (listing.joined()) {
            case AND -> {
                if (figures) yield last ? "bulletin.list.last-figure" : "bulletin.list.next-figure";
                if (last && next == 1) yield "bulletin.list.two";
                yield last ? "bulletin.list.last" : "bulletin.list.next";
            }
            case COMMA -> "bulletin.list.comma";
            case SEMICOLON -> "bulletin.list.semicolon";
        };
        String quoted = words.say(key);
        return quoted.substring(1, quoted.length() - 1);
    }

    private void name(String name, Ink ink) {
        String clean = clean(name);
        ink.term(clean, language.rightToLeft() ? !isRightToLeftOnly(clean) : hasRightToLeft(clean));
    }

    private static String figure(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /// Without marks of ours and without signs that turn the direction of what follows.
    private static String clean(String text) {
        return text.replaceAll(
                "[\\x{E000}-\\x{F8FF}\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}\\x{200E}\\x{200F}\\x{061C}]", "");
    }

    private static boolean hasRightToLeft(String text) {
        return text.codePoints().anyMatch(Typesetter::isRightToLeft);
    }

    private static boolean isRightToLeftOnly(String text) {
        return hasRightToLeft(text)
                && text.codePoints().noneMatch(c -> Character.isDigit(c) || Character.isLetter(c) && !isRightToLeft(c));
    }

    private static boolean isRightToLeft(int c) {
        byte direction = Character.getDirectionality(c);
        return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }
}
