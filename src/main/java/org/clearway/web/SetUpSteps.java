// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clearway.access.Role;
import org.clearway.accounts.Account;
import org.clearway.accounts.Accounts;
import org.clearway.agreement.Agreement;
import org.clearway.agreement.Agreements;
import org.clearway.care.ServicePoints;
import org.clearway.corridor.Corridor;
import org.clearway.corridor.Corridors;
import org.clearway.corridor.Routes;
import org.clearway.journal.Journal;
import org.clearway.journal.Reading;
import org.clearway.language.Language;
import org.clearway.places.Places;
import org.clearway.places.Reference;
import org.clearway.places.Source;
import org.clearway.transport.SafeAreas;
import org.clearway.transport.Vehicles;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/// How far the node is set up: each step says so by what is on record, and nothing else is kept of it.
@Component
final class SetUpSteps {
    /// Desks without which nobody can work at a corridor.
    private static final Set<Role> NEEDED = Set.of(Role.GATE, Role.COORDINATION);

    private final Journal journal;
    private final Places places;
    private final Agreements agreements;
    private final Corridors corridors;
    private final Routes routes;
    private final ServicePoints points;
    private final SafeAreas safeAreas;
    private final Vehicles vehicles;
    private final Accounts accounts;

    SetUpSteps(
            Journal journal,
            Places places,
            Agreements agreements,
            Corridors corridors,
            Routes routes,
            ServicePoints points,
            SafeAreas safeAreas,
            Vehicles vehicles,
            Accounts accounts) {
        this.journal = journal;
        this.places = places;
        this.agreements = agreements;
        this.corridors = corridors;
        this.routes = routes;
        this.points = points;
        this.safeAreas = safeAreas;
        this.vehicles = vehicles;
        this.accounts = accounts;
    }

    /// Whether no corridor is on record yet.
    boolean nothingYet() {
        return Corridors.all(journal.now()).isEmpty();
    }

    /// Every step with how it stands.
    List<Line> lines(Visit visit) {
        return Arrays.stream(SetUpStep.values())
                .map(step -> line(visit, step, standing(visit, step)))
                .toList();
    }

    /// What is missing first, of what the visitor may do; else the last step.
    static Line next(List<Line> lines) {
        return lines.stream()
                .filter(line -> line.may() && line.state() == State.MISSING)
                .findFirst()
                .orElse(lines.getLast());
    }

    /// A page of one step, with the ways on and back.
    ModelAndView page(String template, Visit visit, SetUpStep step) {
        return fill(new ModelAndView("set-up/" + template), visit, step);
    }

    ModelAndView fill(ModelAndView page, Visit visit, SetUpStep step) {
        Words words = visit.words();
        return page.addObject(
                "way",
                new Way(
                        words.say(
                                "web.set-up.step",
                                Map.of("number", step.ordinal() + 1, "of", SetUpStep.values().length)),
                        words.say(step.word()),
                        words.say(step.word() + "-rule"),
                        step.path(),
                        step.before().map(SetUpStep::path).orElse(SetUpStep.PATH),
                        step.before().map(one -> words.say(one.word())).orElseGet(() -> words.say("web.set-up")),
                        step.after().map(SetUpStep::path).orElse(SetUpStep.PATH),
                        step.after().map(one -> words.say(one.word())).orElseGet(() -> words.say("web.set-up")),
                        standing(visit, step).state() == State.MISSING));
    }

    private static Line line(Visit visit, SetUpStep step, Standing standing) {
        Words words = visit.words();
        boolean may = visit.may(step.deed());
        String said = switch (standing.state()) {
            case DONE -> words.say("web.set-up.done", "number", standing.number());
            case MISSING -> words.say("web.set-up.missing");
            case OPTIONAL -> words.say("web.set-up.optional");
            case ELSEWHERE -> words.say("web.set-up.elsewhere");
        };
        return new Line(
                step.path(), words.say(step.word()), words.say(step.word() + "-hint"), standing.state(), said, may);
    }

    private Standing standing(Visit visit, SetUpStep step) {
        Reading now = journal.now();
        if (!visit.may(step.deed())) return new Standing(State.ELSEWHERE, 0);
        List<Corridor> planned = Corridors.all(now);
        return switch (step) {
            case LANGUAGES -> needed(places.askedIn(now).size());
            case PLACES -> needed(places.list(now).size());
            case PARTIES -> needed(agreements.parties(now).size());
            case AGREEMENT -> optional(agreements.agreements(now).size());
            case CORRIDOR -> needed(planned.size());
            case CROSSINGS ->
                of(
                        planned.stream()
                                .mapToLong(one -> one.crossings().size())
                                .sum(),
                        planned.stream().noneMatch(one -> one.crossings().isEmpty()));
            case HOURS -> {
                long told = planned.stream()
                        .filter(one -> routes.hours(visit.actor(), now, one.id())
                                .filter(hours -> !hours.isEmpty())
                                .isPresent())
                        .count();
                yield of(told, told == planned.size());
            }
            case POINTS ->
                needed(planned.stream()
                        .mapToLong(one ->
                                points.points(visit.actor(), now, one.id()).size())
                        .sum());
            case SAFE_AREAS -> needed(safeAreas.list(visit.actor(), now).size());
            case VEHICLES -> optional(vehicles.list(visit.actor(), now).size());
            case ACCOUNTS -> {
                List<Account> open = accounts.list(visit.actor(), now).stream()
                        .filter(Account::isOpen)
                        .toList();
                yield of(
                        open.size(),
                        NEEDED.stream()
                                .allMatch(role -> open.stream()
                                        .anyMatch(account -> account.roles().contains(role))));
            }
            case CHECK -> new Standing(State.OPTIONAL, 0);
        };
    }

    private static Standing needed(long number) {
        return of(number, true);
    }

    private static Standing optional(long number) {
        return new Standing(number > 0 ? State.DONE : State.OPTIONAL, number);
    }

    /// @param whole whether none of them lacks anything
    private static Standing of(long number, boolean whole) {
        return new Standing(number > 0 && whole ? State.DONE : State.MISSING, number);
    }

    /// What has its own pages leads back here, where somebody came from here.
    /// @param otherwise where it leads those who did not
    static String after(Form form, SetUpStep step, String otherwise) {
        return form.was("set-up") ? step.path() + "?saved" : otherwise;
    }

    /// The publisher of what is on record, or the last one that was cited here: it need not be typed again.
    Map<String, String> cited(Optional<Source> before) {
        Reading now = journal.now();
        Optional<Source> last = before.or(
                        () -> Corridors.all(now).stream().map(Corridor::source).findFirst())
                .or(() -> agreements.agreements(now).stream()
                        .map(Agreement::source)
                        .findFirst());
        var fields = new HashMap<String, String>();
        last.ifPresent(source -> {
            Map<Language, String> names = source.publisher().byLanguage();
            fields.put("publisher", names.getOrDefault(Language.EN, ""));
            fields.put("publisher-ar", names.getOrDefault(Language.AR, ""));
        });
        before.ifPresent(source -> {
            fields.put("published", source.publishedOn().toString());
            fields.put("url", source.url().map(Reference::url).orElse(""));
        });
        return fields;
    }

    enum State {
        DONE,
        MISSING,
        OPTIONAL,
        /// Another desk does it.
        ELSEWHERE
    }

    private record Standing(State state, long number) {}

    /// Something on record, and where it is corrected.
    record OnRecord(String name, String details, String path) {}

    /// @param said how it stands, in words
    record Line(String path, String name, String hint, State state, String said, boolean may) {
        public boolean isDone() {
            return state == State.DONE;
        }
    }

    /// @param step such as "Step 3 of 12"
    /// @param missing whether the step still asks for something: then that comes before the next step
    record Way(
            String step,
            String title,
            String rule,
            String path,
            String back,
            String backTo,
            String next,
            String nextTo,
            boolean missing) {}
}
