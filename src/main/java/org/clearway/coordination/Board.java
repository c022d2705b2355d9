// SPDX-License-Identifier: Apache-2.0
package org.clearway.coordination;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.clearway.agreement.Assured;
import org.clearway.agreement.PartyAssurance;
import org.clearway.agreement.PartyId;
import org.clearway.corridor.Announced;
import org.clearway.corridor.Announcement;
import org.clearway.corridor.Claim;
import org.clearway.corridor.Corridor;
import org.clearway.corridor.Counted;
import org.clearway.corridor.OnRecord;
import org.clearway.corridor.Opening;
import org.clearway.corridor.UseClaim;
import org.clearway.corridor.Used;
import org.clearway.gate.GateState;
import org.clearway.language.Language;
import org.clearway.language.Names;
import org.clearway.language.Wording;
import org.clearway.time.Span;
import org.clearway.time.TimeWords;
import org.clearway.transport.PlacesLeft;

/// A corridor at an instant. Whether it is open is three questions with three answers, and none follows from another.
///
/// @param at the instant that is looked at
/// @param known the instant whose knowledge this is
/// @param announced what is announced of it, by whom
/// @param assured whether every relevant party's promise stands
/// @param used what was counted, and what is claimed of its use
/// @param gate whether our own gates may take people in
/// @param openings the hours of those who announce it open
/// @param alarms what calls for attention, in the order of {@link Alarm}
/// @param owners who has taken which alarm on
/// @param flow how people flow through each gate
/// @param points what the service points give, and what they are short of
/// @param safeAreas where people go on to, and the places left there
/// @param journeys where those are who went on by vehicle, as far as whoever reads this may know
/// @param parties what everybody who is named on this board is called
public record Board(
        Corridor corridor,
        Instant at,
        Instant known,
        Announced announced,
        Assured assured,
        Used used,
        GateState gate,
        List<Opening> openings,
        List<Alarm> alarms,
        Map<AlarmId, Owner> owners,
        List<GateFlow> flow,
        List<PointNow> points,
        List<PlacesNow> safeAreas,
        Journeys journeys,
        Map<PartyId, Names> parties) {
    /// Claims of use that end longer ago are of earlier times: a corridor that is announced open again is not used
    /// because it was used once.
    public static final Duration RECENT = Duration.ofDays(30);

    public Board {
        openings = List.copyOf(openings);
        alarms = List.copyOf(alarms);
        owners = Map.copyOf(owners);
        flow = List.copyOf(flow);
        safeAreas = List.copyOf(safeAreas);
        parties = Map.copyOf(parties);
    }

    /// What `party` is called in `language`; its id where no name is on record.
    public String name(PartyId party, Language language) {
        return Optional.ofNullable(parties.get(party))
                .map(names -> names.in(language))
                .orElse(party.slug());
    }

    /// The names of parties in `language`, for the sentences that name them.
    public Function<PartyId, String> names(Language language) {
        return party -> name(party, language);
    }

    /// Whether it is proposed that the gates be stopped: there was fire near the corridor, they are open, and nobody
    /// has
    /// decided anything since that became known. Nothing stops by itself.
    public boolean suspensionProposed() {
        return alarms.stream().anyMatch(alarm -> alarm instanceof Alarm.FireNear fire && proposes(fire));
    }

    private boolean proposes(Alarm.FireNear fire) {
        return undecidedSince(fire.latest().knownFrom());
    }

    /// Whether it is proposed that the gates be paused: there is no place left in any safe area, and nobody has
    /// decided anything since that was told.
    public boolean pauseProposed() {
        return !safeAreas.isEmpty()
                && safeAreas.stream().allMatch(PlacesNow::full)
                && safeAreas.stream()
                        .flatMap(one -> one.left().stream())
                        .map(PlacesLeft.Told::at)
                        .max(Comparator.naturalOrder())
                        .filter(this::undecidedSince)
                        .isPresent();
    }

    /// Whether the gates are open and nobody has decided anything of them since an instant.
    private boolean undecidedSince(Instant instant) {
        return switch (gate) {
            case GateState.NotOpened never -> false;
            case GateState.Stopped stopped -> false;
            case GateState.Working working -> working.last().at().isBefore(instant);
            case GateState.OutOfHours out -> out.last().at().isBefore(instant);
            case GateState.NotAssured lapsed -> lapsed.last().at().isBefore(instant);
        };
    }

    /// How many of the relevant parties have given a promise that stands.
    public int assurancesGiven() {
        return switch (assured) {
            case Assured.ByAll all -> all.parties().size();
            case Assured.NotByAll some -> some.given();
        };
    }

    /// How many parties are relevant.
    public int assurancesNeeded() {
        return switch (assured) {
            case Assured.ByAll all -> all.parties().size();
            case Assured.NotByAll some -> some.of();
        };
    }

    /// Each relevant party's promise.
    public List<PartyAssurance> assurances() {
        return assured.parties();
    }

    /// The figures that are claimed of the last {@link #RECENT}, zeros among them.
    public List<OnRecord<UseClaim>> uses() {
        return figures().filter(told -> isRecent(told.claim())).toList();
    }

    /// The figures that are claimed of before.
    public List<OnRecord<UseClaim>> earlierUses() {
        return figures().filter(told -> !isRecent(told.claim())).toList();
    }

    private Stream<OnRecord<UseClaim>> figures() {
        return used.claims().stream().filter(told -> !told.claim().counts().isEmpty());
    }

    private boolean isRecent(UseClaim claim) {
        return claim.covers().ends().orElseThrow().isAfter(at.minus(RECENT));
    }

    /// The announcements that name services, each with its own in the announced order.
    public List<OnRecord<Announcement>> services() {
        return announced.current().stream()
                .filter(told -> !told.claim().services().isEmpty())
                .toList();
    }

    /// What each claimant says hinders the corridor, or keeps people from using it: their newest claim that gives a
    /// reason, whether they announce or speak of use; who spoke last comes first.
    public List<OnRecord<? extends Claim>> reasons() {
        var heard = new HashSet<PartyId>();
        return Stream.<OnRecord<? extends Claim>>concat(
                        announced.current().stream()
                                .filter(told -> !told.claim().reasons().isEmpty()),
                        used.withReasons().stream())
                .sorted(Comparator.<OnRecord<? extends Claim>, Instant>comparing(
                                told -> told.claim().source().published().from())
                        .reversed())
                .filter(told -> heard.add(told.claim().claimant()))
                .toList();
    }

    /// The three answers in one line, such as "announced open by A; assurances: 1 of 2; nobody through (0), according
    /// to B".
    public String line(Language language) {
        Wording words = Wording.of(language);
        return words.say(
                "coordination.line",
                Map.of(
                        "announced", announcedLine(words),
                        "assured",
                                words.say(
                                        "coordination.line.assurances",
                                        Map.of("given", assurancesGiven(), "relevant", assurancesNeeded())),
                        "used", usedLine(words)));
    }

    private String announcedLine(Wording words) {
        return switch (announced) {
            case Announced.NeverAnnounced never -> words.say("coordination.line.never-announced");
            case Announced.NoneNow none -> words.say("coordination.line.none-now");
            case Announced.By by ->
                words.list(by.statuses().stream()
                        .map(status -> words.say(
                                "coordination.line.announced",
                                Map.of(
                                        "status",
                                        words.say(status),
                                        "announcers",
                                        names(
                                                by.announcements().stream()
                                                        .filter(told ->
                                                                told.claim().status() == status),
                                                words))))
                        .toList());
        };
    }

    /// What our own gates count comes before what others claim.
    private String usedLine(Wording words) {
        return switch (used) {
            case Used.Counted counted ->
                counted.day()
                        .map(day -> words.say("coordination.line.counted-today", Map.of("people", day.people())))
                        .orElseGet(() -> words.say(
                                "coordination.line.counted-in-all",
                                Map.of("people", counted.inAll().people())));
            case Used.NotCounted none -> claimedLine(words);
        };
    }

    private String claimedLine(Wording words) {
        List<OnRecord<UseClaim>> nobody =
                used.nobody().stream().filter(told -> isRecent(told.claim())).toList();
        if (!nobody.isEmpty()) {
            return words.say("coordination.line.nobody", Map.of("claimants", names(nobody.stream(), words)));
        }
        return uses().stream()
                .filter(told -> told.claim().count(Counted.PEOPLE).isPresent())
                .findFirst()
                .map(told -> words.say(
                        "coordination.line.used",
                        Map.of(
                                "people",
                                told.claim().figures(words).getFirst(),
                                "period",
                                period(told.claim().covers(), words),
                                "claimant",
                                name(told.claim().claimant(), words.language()))))
                .orElseGet(() -> words.say(
                        earlierUses().isEmpty() ? "coordination.line.not-counted" : "coordination.line.none-lately"));
    }

    /// Each claimant once, who spoke of the latest time first.
    private String names(Stream<? extends OnRecord<? extends Claim>> told, Wording words) {
        return words.list(told.map(one -> one.claim().claimant())
                .distinct()
                .map(party -> name(party, words.language()))
                .toList());
    }

    private static String period(Span covers, Wording words) {
        TimeWords time = TimeWords.of(words.language());
        String from = time.told(covers.from());
        String to = covers.to().map(time::told).orElse(from);
        return from.equals(to) ? from : words.say("coordination.line.period", Map.of("from", from, "to", to));
    }
}
