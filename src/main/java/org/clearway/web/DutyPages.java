// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clearway.access.AccountId;
import org.clearway.access.Deed;
import org.clearway.access.Role;
import org.clearway.accounts.Duties;
import org.clearway.accounts.Handover;
import org.clearway.accounts.HandoverId;
import org.clearway.accounts.OnDuty;
import org.clearway.coordination.Alarm;
import org.clearway.coordination.Board;
import org.clearway.coordination.Boards;
import org.clearway.coordination.Owner;
import org.clearway.journal.FreeText;
import org.clearway.journal.Journal;
import org.clearway.journal.Reading;
import org.clearway.journal.Unsealed;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Who is on duty now, by desk, and desks that are handed over with a note.
@Controller
final class DutyPages implements Door.Keeper {
    private static final String PATH = "/on-duty";
    private static final Set<Role> DESKS = EnumSet.complementOf(EnumSet.of(Role.PUBLIC, Role.ARMS));
    private static final List<Long> HOURS = List.of(2L, 4L, 6L, 8L, 10L, 12L, 14L, 16L);
    private static final String USUAL = "8";
    private static final int SHOWN = 50;

    private final Duties duties;
    private final Boards boards;
    private final Journal journal;

    DutyPages(Duties duties, Boards boards, Journal journal) {
        this.duties = duties;
        this.boards = boards;
        this.journal = journal;
    }

    @Override
    public List<Door> doors() {
        return List.of(new Door(PATH, "accounts.duty", Deed.STAND_DUTY, 75));
    }

    @Needs(Deed.STAND_DUTY)
    @GetMapping(PATH)
    ModelAndView list(Visit visit, Form form, @RequestParam(required = false) Optional<String> done) {
        return page(visit, form)
                .addObject("notice", done.map(any -> "accounts.duty.noted").orElse(""));
    }

    @Needs(Deed.STAND_DUTY)
    @PostMapping(PATH)
    ModelAndView begin(Visit visit, Form form) {
        Optional<Role> desk = desk(form);
        boolean noted = form.attempt(() -> duties.begin(visit.actor(), form.act(), desk.orElseThrow(), until(form)));
        return noted ? Pages.seeOther(PATH + "?done") : Pages.again(page(visit, form));
    }

    @Needs(Deed.STAND_DUTY)
    @PostMapping(PATH + "/end")
    ModelAndView end(Visit visit, Form form) {
        Optional<Role> desk = desk(form);
        boolean noted = form.attempt(() -> duties.end(visit.actor(), form.act(), desk.orElseThrow()));
        return noted ? Pages.seeOther(PATH + "?done") : Pages.again(page(visit, form));
    }

    @Needs(Deed.STAND_DUTY)
    @GetMapping(PATH + "/leave")
    ModelAndView leaving(Visit visit, Form form) {
        return leavePage(visit, form);
    }

    @Needs(Deed.STAND_DUTY)
    @PostMapping(PATH + "/leave")
    ModelAndView leave(Visit visit, Form form) {
        Optional<Role> desk = desk(form);
        Optional<FreeText> note = form.one("note", "accounts.handover.note-rule", FreeText::new);
        boolean noted =
                form.attempt(() -> duties.leave(visit.actor(), form.act(), desk.orElseThrow(), note.orElseThrow()));
        return noted ? Pages.seeOther(PATH + "?done") : Pages.again(leavePage(visit, form));
    }

    @Needs(Deed.STAND_DUTY)
    @GetMapping(PATH + "/{handover}")
    ModelAndView one(Visit visit, Form form, @PathVariable String handover) {
        return onePage(visit, form, HandoverId.parse(handover), "");
    }

    @Needs(Deed.STAND_DUTY)
    @PostMapping(PATH + "/{handover}/read")
    ModelAndView read(Visit visit, Form form, @PathVariable String handover) {
        HandoverId id = HandoverId.parse(handover);
        String note = form.make(() -> duties.read(visit.actor(), form.act(), id))
                .map(unsealed -> switch (unsealed) {
                    case Unsealed.Opened<FreeText> opened -> opened.value().text();
                    case Unsealed.Erased<FreeText> erased -> visit.words().say("accounts.handover.erased");
                })
                .orElse("");
        return onePage(visit, form, id, note);
    }

    @Needs(Deed.STAND_DUTY)
    @PostMapping(PATH + "/{handover}/take")
    ModelAndView take(Visit visit, Form form, @PathVariable String handover) {
        HandoverId id = HandoverId.parse(handover);
        if (form.attempt(() -> duties.take(visit.actor(), form.act(), id, until(form)))) {
            return Pages.seeOther(PATH + "?done");
        }
        return Pages.again(onePage(visit, form, id, ""));
    }

    private static Optional<Role> desk(Form form) {
        return form.one("desk", "web.form.not-understood", Role::valueOf);
    }

    /// So many whole hours from this minute: a form sent twice at once says the same.
    private Instant until(Form form) {
        long hours = form.figure("hours");
        Instant now = journal.clock().instant().truncatedTo(ChronoUnit.MINUTES);
        return now.plus(Duration.ofHours(Math.clamp(hours, 0, 1_000)));
    }

    private ModelAndView page(Visit visit, Form form) {
        Reading now = journal.now();
        Words words = visit.words();
        List<OnDuty> onDuty = duties.now(visit.actor(), now);
        List<DeskNow> desks = DESKS.stream()
                .filter(desk ->
                        visit.may(Deed.READ_DUTY) || visit.actor().roles().contains(desk))
                .map(desk -> new DeskNow(
                        words.say(desk),
                        onDuty.stream()
                                .filter(one -> one.desk() == desk)
                                .map(one -> new There(one.account().name(), told(words, one, now.knownAt())))
                                .toList()))
                .toList();
        List<Own> own = DESKS.stream()
                .filter(desk -> visit.actor().roles().contains(desk))
                .map(desk -> new Own(
                        desk.name(),
                        words.say(desk),
                        onDuty.stream()
                                .anyMatch(one -> one.desk() == desk
                                        && one.account().equals(visit.actor().account())),
                        journal.ids().next().toString(),
                        journal.ids().next().toString()))
                .toList();
        return new ModelAndView("accounts/duty")
                .addObject("form", form)
                .addObject("notice", "")
                .addObject("desks", desks)
                .addObject("own", own)
                .addObject("hours", hours(words))
                .addObject("usual", USUAL)
                .addObject(
                        "handovers",
                        duties.handovers(visit.actor(), now, SHOWN).stream()
                                .map(one -> left(words, one))
                                .toList());
    }

    private ModelAndView leavePage(Visit visit, Form form) {
        Words words = visit.words();
        String desk = form.text("desk");
        return new ModelAndView("accounts/leave")
                .addObject("form", form)
                .addObject("desk", desk)
                .addObject(
                        "deskName",
                        DESKS.stream()
                                .filter(one -> one.name().equals(desk))
                                .map(words::say)
                                .findFirst()
                                .orElseThrow(Pages::notFound))
                .addObject("mayCloseShift", visit.may(Deed.CLOSE_SHIFT))
                .addObject("open", visit.may(Deed.READ_BOARD) ? open(visit) : List.of());
    }

    /// The alarms that this account has taken on, and those that nobody has.
    private List<Open> open(Visit visit) {
        Reading now = journal.now();
        return boards.boards(visit.actor(), now, now.knownAt()).stream()
                .flatMap(board -> board.alarms().stream()
                        .filter(alarm -> owner(board, alarm)
                                .map(owner ->
                                        owner.account().equals(visit.actor().account()))
                                .orElse(true))
                        .map(alarm -> new Open(
                                alarm.in(visit.words().wording(), party -> board.name(party, visit.language())),
                                owner(board, alarm).isPresent())))
                .toList();
    }

    private static Optional<Owner> owner(Board board, Alarm alarm) {
        return Optional.ofNullable(board.owners().get(alarm.id()));
    }

    private ModelAndView onePage(Visit visit, Form form, HandoverId id, String note) {
        Handover handover = duties.handover(visit.actor(), journal.now(), id);
        AccountId here = visit.actor().account();
        boolean mayTake = handover.takenBy().isEmpty()
                && visit.actor().roles().contains(handover.desk())
                && !handover.leftBy().equals(here);
        boolean mayRead = visit.actor().roles().contains(handover.desk())
                || visit.actor().roles().contains(Role.COORDINATION);
        return new ModelAndView("accounts/handover")
                .addObject("form", form)
                .addObject("id", id.toString())
                .addObject("desk", visit.words().say(handover.desk()))
                .addObject("told", left(visit.words(), handover).told())
                .addObject("note", note)
                .addObject("mayRead", mayRead)
                .addObject("mayTake", mayTake)
                .addObject("readAct", journal.ids().next().toString())
                .addObject("takeAct", journal.ids().next().toString())
                .addObject("hours", hours(visit.words()))
                .addObject("usual", USUAL);
    }

    private static List<Catalogue.Option> hours(Words words) {
        return HOURS.stream()
                .map(hours ->
                        new Catalogue.Option(String.valueOf(hours), words.say("accounts.duty.hours", "hours", hours)))
                .toList();
    }

    private static String told(Words words, OnDuty one, Instant now) {
        Map<String, String> times = Map.of(
                "since",
                words.moment(one.since()),
                "until",
                words.moment(one.until()),
                "unknown",
                one.unknownSince().map(words::moment).orElse(""));
        if (one.unknownSince().isPresent()) return words.say("accounts.duty.unknown", times);
        return words.say(one.until().isAfter(now) ? "accounts.duty.there" : "accounts.duty.overdue", times);
    }

    private static Left left(Words words, Handover one) {
        Map<String, String> facts = Map.of(
                "by",
                one.leftBy().name(),
                "when",
                words.moment(one.left()),
                "taker",
                one.takenBy().map(AccountId::name).orElse(""),
                "taken",
                one.taken().map(words::moment).orElse(""));
        return new Left(
                one.id().toString(),
                words.say(one.desk()),
                words.say(one.takenBy().isEmpty() ? "accounts.handover.waits" : "accounts.handover.taken", facts),
                one.takenBy().isEmpty());
    }

    /// @param there empty where nobody is on duty
    record DeskNow(String desk, List<There> there) {}

    record There(String account, String told) {}

    record Own(String desk, String name, boolean onDuty, String act, String endAct) {}

    record Left(String id, String desk, String told, boolean waits) {}

    /// @param own whether this account has taken it on
    record Open(String told, boolean own) {}
}
