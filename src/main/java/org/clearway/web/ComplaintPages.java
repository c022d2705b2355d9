// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.clearway.access.Deed;
import org.clearway.agreement.CorridorId;
import org.clearway.care.Complaint;
import org.clearway.care.ComplaintChannel;
import org.clearway.care.ComplaintOnRecord;
import org.clearway.care.ComplaintPlace;
import org.clearway.care.ComplaintRef;
import org.clearway.care.ComplaintState;
import org.clearway.care.ComplaintTopic;
import org.clearway.care.Complaints;
import org.clearway.care.PointId;
import org.clearway.corridor.Corridors;
import org.clearway.journal.FreeText;
import org.clearway.journal.Journal;
import org.clearway.journal.Unsealed;
import org.clearway.language.Language;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/// Complaints: anyone makes one, without signing in, and asks later what became of it; those who deal with them read
/// them here. The reference stands in no address, so that no history of a borrowed telephone keeps it.
@Controller
final class ComplaintPages implements Door.Keeper {
    private final Complaints complaints;
    private final Corridors corridors;
    private final Journal journal;
    private final NodeFacts node;

    ComplaintPages(Complaints complaints, Corridors corridors, Journal journal, NodeFacts node) {
        this.complaints = complaints;
        this.corridors = corridors;
        this.journal = journal;
        this.node = node;
    }

    @Override
    public List<Door> doors() {
        return List.of(
                new Door("/complaints", "web.complaints", Deed.READ_COMPLAINT, 60),
                new Door("/complain", "web.complain", Deed.FILE_COMPLAINT, 90));
    }

    @Needs(Deed.FILE_COMPLAINT)
    @GetMapping("/complain")
    ModelAndView complain(Visit visit, Form form) {
        return complaining(visit, form);
    }

    /// The answer to a complaint is a page with its reference; sent again, it is the same act and the same answer.
    @Needs(Deed.FILE_COMPLAINT)
    @PostMapping("/complain")
    ModelAndView complained(Visit visit, Form form) {
        Optional<About> about = form.one("about", "web.form.choose", About::parse);
        Optional<ComplaintTopic> topic = form.one("topic", "web.form.choose", ComplaintTopic::valueOf);
        Optional<Language> language = form.one("language", "web.form.choose", ComplaintPages::language);
        Optional<FreeText> text = form.maybe("words", "web.complain.words-rule", FreeText::new);
        Optional<ComplaintChannel> channel = form.maybe("channel", "web.form.choose", ComplaintChannel::valueOf)
                .filter(told -> visit.signedIn());
        boolean sensitive = form.ticked("sensitive", "yes");
        return form.make(() -> complaints.file(
                        visit.actor(),
                        form.act(),
                        new Complaint(
                                about.orElseThrow().corridor(),
                                about.orElseThrow().point(),
                                channel.orElse(ComplaintChannel.PAGE),
                                language.orElseThrow(),
                                topic.orElseThrow(),
                                sensitive,
                                text),
                        node.zone()))
                .map(reference -> new ModelAndView("complaints/filed")
                        .addObject("reference", reference.toString())
                        .addObject("sensitive", sensitive || topic.orElseThrow().sensitive()))
                .orElseGet(() -> Pages.again(complaining(visit, form)));
    }

    private static Language language(String tag) {
        return Language.ofTag(tag).orElseThrow(() -> new IllegalArgumentException("Not a language: " + tag));
    }

    private ModelAndView complaining(Visit visit, Form form) {
        Words words = visit.words();
        return new ModelAndView("complaints/file")
                .addObject("form", form)
                .addObject("places", places(visit))
                .addObject("topics", topics(words, false))
                .addObject("sensitiveTopics", topics(words, true))
                .addObject("channels", Catalogue.Option.of(ComplaintChannel.class, words))
                .addObject(
                        "languages",
                        Language.offered().stream()
                                .map(one -> new Catalogue.Option(one.tag(), words.say("web.language." + one.tag())))
                                .toList());
    }

    /// Corridors, each with its points.
    private List<Catalogue.Option> places(Visit visit) {
        Words words = visit.words();
        return complaints.places(visit.actor(), journal.now()).stream()
                .map(place -> new Catalogue.Option(
                        About.of(place).toString(),
                        place.pointNames()
                                .map(point -> words.say(
                                        "web.complain.point-at",
                                        Map.of(
                                                "point",
                                                words.name(point),
                                                "corridor",
                                                words.name(place.corridorNames()))))
                                .orElseGet(() -> words.name(place.corridorNames()))))
                .toList();
    }

    private static List<Catalogue.Option> topics(Words words, boolean sensitive) {
        return List.of(ComplaintTopic.values()).stream()
                .filter(topic -> topic.sensitive() == sensitive)
                .map(topic -> new Catalogue.Option(topic.name(), words.say(topic)))
                .toList();
    }

    /// What became of a complaint, for whoever has its reference.
    @Needs(Deed.FILE_COMPLAINT)
    @GetMapping("/complain/state")
    ModelAndView state(Visit visit, Form form) {
        return new ModelAndView("complaints/state").addObject("form", form).addObject("state", "");
    }

    @Needs(Deed.FILE_COMPLAINT)
    @PostMapping("/complain/state")
    ModelAndView asked(Visit visit, Form form) {
        Optional<ComplaintState> state = form.one("reference", "web.form.not-understood", ComplaintRef::parse)
                .flatMap(reference -> form.make(() -> complaints.state(visit.actor(), journal.now(), reference)));
        ModelAndView page = new ModelAndView("complaints/state")
                .addObject("form", form)
                .addObject(
                        "state",
                        state.map(told -> visit.words().say("web.complain.state." + told))
                                .orElse(""));
        return state.isPresent() ? page : Pages.again(page);
    }

    /// Every complaint that is the visitor's to see.
    @Needs(Deed.READ_COMPLAINT)
    @GetMapping("/complaints")
    ModelAndView all(Visit visit, Form form) {
        List<Line> lines =
                onRecord(visit).map(complaint -> line(visit, complaint)).toList();
        return new ModelAndView("complaints/list")
                .addObject("lines", lines)
                .addObject("said", form.was("handled") ? "web.care.given" : "");
    }

    @Needs(Deed.READ_COMPLAINT)
    @GetMapping("/complaints/{reference}")
    ModelAndView one(Visit visit, Form form, @PathVariable String reference) {
        return page(visit, form, found(visit, reference), "");
    }

    /// Opens the words. That they were read is on record.
    @Needs(Deed.READ_COMPLAINT)
    @PostMapping("/complaints/{reference}/words")
    ModelAndView words(Visit visit, Form form, @PathVariable String reference) {
        ComplaintOnRecord complaint = found(visit, reference);
        Optional<Unsealed<FreeText>> read =
                form.make(() -> complaints.read(visit.actor(), form.act(), complaint.reference()));
        String words = read.map(unsealed -> switch (unsealed) {
                    case Unsealed.Opened<FreeText> opened -> opened.value().text();
                    case Unsealed.Erased<FreeText> erased -> visit.words().say("web.complaints.erased");
                })
                .orElse("");
        return page(visit, form, complaint, words);
    }

    @Needs(Deed.READ_COMPLAINT)
    @PostMapping("/complaints/{reference}")
    ModelAndView handle(Visit visit, Form form, @PathVariable String reference) {
        ComplaintOnRecord complaint = found(visit, reference);
        Optional<ComplaintState> state = form.one("state", "web.form.choose", ComplaintState::valueOf);
        boolean done = form.attempt(
                () -> complaints.handle(visit.actor(), form.act(), complaint.reference(), state.orElseThrow()));
        return done ? Pages.seeOther("/complaints?handled") : Pages.again(page(visit, form, complaint, ""));
    }

    private Stream<ComplaintOnRecord> onRecord(Visit visit) {
        return corridors.list(visit.actor(), journal.now()).stream()
                .flatMap(corridor -> complaints.list(visit.actor(), journal.now(), corridor.id()).stream());
    }

    private ComplaintOnRecord found(Visit visit, String reference) {
        return onRecord(visit)
                .filter(complaint -> complaint.reference().toString().equals(reference))
                .findFirst()
                .orElseThrow(Pages::notFound);
    }

    private ModelAndView page(Visit visit, Form form, ComplaintOnRecord complaint, String words) {
        return new ModelAndView("complaints/one")
                .addObject("form", form)
                .addObject("line", line(visit, complaint))
                .addObject("opened", words)
                .addObject(
                        "next",
                        List.of(ComplaintState.values()).stream()
                                .filter(state -> state.compareTo(complaint.state()) > 0)
                                .map(state -> new Next(
                                        state.name(),
                                        "web.complaints.to." + state,
                                        journal.ids().next().toString()))
                                .toList());
    }

    private Line line(Visit visit, ComplaintOnRecord complaint) {
        Words words = visit.words();
        String where = places(visit).stream()
                .filter(place -> place.value().equals(new About(complaint.corridor(), complaint.point()).toString()))
                .findFirst()
                .map(Catalogue.Option::name)
                .orElse(complaint.corridor().slug());
        return new Line(
                complaint.reference().toString(),
                words.day(complaint.received().atZone(node.zone()).toLocalDate()),
                words.say(complaint.topic()),
                where,
                words.say("web.language." + complaint.language().tag()),
                words.say(complaint.channel()),
                complaint.sensitive(),
                complaint.worded(),
                words.say(complaint.state()));
    }

    /// What a complaint is about, as a form sends it: a corridor, or a point at it.
    private record About(CorridorId corridor, Optional<PointId> point) {
        static About of(ComplaintPlace place) {
            return new About(place.corridor(), place.point());
        }

        static About parse(String text) {
            String[] parts = text.split("/", 2);
            return new About(
                    new CorridorId(parts[0]),
                    parts.length == 1 ? Optional.empty() : Optional.of(new PointId(parts[1])));
        }

        @Override
        public String toString() {
            return point.map(at -> corridor + "/" + at).orElseGet(corridor::toString);
        }
    }

    /// @param worded whether there are words to it, which are opened one by one
    record Line(
            String reference,
            String day,
            String topic,
            String where,
            String language,
            String channel,
            boolean sensitive,
            boolean worded,
            String state) {}

    /// What can be said of it next, with what that act is named.
    record Next(String state, String word, String act) {}
}
