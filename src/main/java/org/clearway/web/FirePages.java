// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clearway.access.Deed;
import org.clearway.agreement.CorridorId;
import org.clearway.ceasefire.Fire;
import org.clearway.ceasefire.FireCount;
import org.clearway.ceasefire.FireId;
import org.clearway.ceasefire.FireKind;
import org.clearway.ceasefire.FirePosition;
import org.clearway.ceasefire.Fires;
import org.clearway.ceasefire.Noticed;
import org.clearway.ceasefire.OnFire;
import org.clearway.ceasefire.Reckoning;
import org.clearway.corridor.Corridor;
import org.clearway.corridor.Corridors;
import org.clearway.geo.AreaId;
import org.clearway.geo.Position;
import org.clearway.journal.Journal;
import org.clearway.journal.Reading;
import org.clearway.journal.Unsealed;
import org.clearway.language.Problem;
import org.clearway.places.Place;
import org.clearway.places.Places;
import org.clearway.places.WithdrawalReason;
import org.clearway.time.Occurred;
import org.clearway.time.TimeWords;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/// Fire that somebody at a desk saw or heard: its entry by hand, and what was entered of late.
@Controller
final class FirePages implements Door.Keeper {
    /// How far back the page looks.
    private static final Duration OF_LATE = Duration.ofDays(1);

    /// How far off a place may be, in metres, to choose from.
    private static final List<Integer> WITHIN = List.of(100, 500, 1_000, 2_000, 5_000, 10_000);

    private static final String USUALLY_WITHIN = "1000";

    private final Fires fires;
    private final Corridors corridors;
    private final Places places;
    private final Journal journal;
    private final ClaimForms forms;
    private final NodeFacts node;

    FirePages(Fires fires, Corridors corridors, Places places, Journal journal, ClaimForms forms, NodeFacts node) {
        this.fires = fires;
        this.corridors = corridors;
        this.places = places;
        this.journal = journal;
        this.forms = forms;
        this.node = node;
    }

    @Override
    public List<Door> doors() {
        return List.of(new Door("/entry/fire", "web.fire", Deed.OBSERVE_FIRE, 14));
    }

    @Needs(Deed.OBSERVE_FIRE)
    @GetMapping("/entry/fire")
    ModelAndView fresh(Visit visit, Form form) {
        return entry(visit, form);
    }

    @Needs(Deed.OBSERVE_FIRE)
    @PostMapping("/entry/fire")
    ModelAndView observe(Visit visit, Form form) {
        return ClaimForms.save(
                form,
                read(visit, form),
                fire -> fires.observe(visit.actor(), form.act(), fire),
                fire -> "/entry/fire?saved",
                () -> entry(visit, form));
    }

    /// Takes an observation back that should never have been recorded as it was.
    @Needs(Deed.OBSERVE_FIRE)
    @PostMapping("/fire/{id}/withdraw")
    ModelAndView withdraw(Visit visit, Form form, @PathVariable String id) {
        FireId fire = FireId.parse(id);
        return ClaimForms.save(
                form,
                form.one("reason", "web.form.choose", WithdrawalReason::valueOf),
                reason -> fires.withdraw(visit.actor(), form.act(), fire, reason),
                reason -> "/entry/fire?withdrawn",
                () -> entry(visit, form));
    }

    /// Opens where it was; that it was read is itself recorded.
    @Needs(Deed.READ_FIRE_POSITION)
    @PostMapping("/fire/{id}/position")
    ModelAndView position(Visit visit, Form form, @PathVariable String id) {
        FireId fireId = FireId.parse(id);
        OnFire fire = fires.fire(visit.actor(), journal.now(), fireId)
                .orElseThrow(() -> Problem.of("ceasefire.fire-unknown", "fire", id));
        var page = new ModelAndView("fire/position").addObject("fire", line(fire, visit));
        return switch (fires.readPosition(visit.actor(), form.act(), fireId)) {
            case Unsealed.Opened<FirePosition>(FirePosition where) ->
                page.addObject("opened", true)
                        .addObject("latitude", where.position().latitude())
                        .addObject("longitude", where.position().longitude())
                        .addObject("within", visit.words().say("web.fire.metres", "metres", where.withinMetres()));
            case Unsealed.Erased<FirePosition> _ -> page.addObject("opened", false);
        };
    }

    private Optional<Fire> read(Visit visit, Form form) {
        Optional<CorridorId> corridor = forms.corridor(visit.actor(), form);
        Optional<FireKind> kind = form.one("kind", "web.form.choose", FireKind::valueOf);
        Optional<Noticed> noticed = form.one("noticed", "web.form.choose", Noticed::valueOf);
        Optional<FireCount> count = count(form, visit.words());
        Optional<Occurred> when =
                form.one("when", "web.scenario.to-rule", text -> Occurred.told(text.strip(), node.zone()));
        Optional<FirePosition> where = where(form, visit.words());
        return form.make(() -> new Fire(
                corridor.orElseThrow(), kind.orElseThrow(), noticed.orElseThrow(), count, when.orElseThrow(), where));
    }

    /// What was told: a field that is left empty is no zero, and what cannot be counted has no number.
    private static Optional<FireCount> count(Form form, Words words) {
        Reckoning how = form.maybe("how", "web.form.choose", Reckoning::valueOf).orElse(Reckoning.EXACT);
        Optional<Integer> number = form.maybe("count", "web.form.count", Integer::parseInt);
        if (how == Reckoning.UNCOUNTABLE) {
            if (number.isPresent()) form.complain("count", words.say("web.fire.no-number"));
            return Optional.of(FireCount.uncountable());
        }
        return number.flatMap(told -> form.make(() -> FireCount.of(how, told)));
    }

    /// Coordinates where they were typed, else the place that was chosen.
    private Optional<FirePosition> where(Form form, Words words) {
        Optional<Integer> within = form.maybe("within", "web.form.choose", Integer::parseInt);
        Optional<Position> position = typed(form, words).or(() -> chosen(form));
        return position.flatMap(
                at -> form.make(() -> new FirePosition(at, within.orElse(Integer.parseInt(USUALLY_WITHIN)))));
    }

    private static Optional<Position> typed(Form form, Words words) {
        String latitude = form.text("latitude").strip();
        String longitude = form.text("longitude").strip();
        if (latitude.isEmpty() && longitude.isEmpty()) return Optional.empty();
        if (latitude.isEmpty() || longitude.isEmpty()) {
            form.complain(latitude.isEmpty() ? "latitude" : "longitude", words.say("web.form.required"));
            return Optional.empty();
        }
        return form.one("latitude", "web.fire.degrees", text -> Position.parse(text, longitude));
    }

    private Optional<Position> chosen(Form form) {
        return form.maybe("place", "web.form.choose", AreaId::new)
                .flatMap(area -> places.area(journal.now(), area))
                .flatMap(Place::position);
    }

    private ModelAndView entry(Visit visit, Form form) {
        Words words = visit.words();
        return forms.corridorPage("fire/entry", visit, form)
                .addObject("kinds", Catalogue.Option.of(FireKind.class, words))
                .addObject("senses", Catalogue.Option.of(Noticed.class, words))
                .addObject("reckonings", Catalogue.Option.of(Reckoning.class, words))
                .addObject("now", words.input(node.clock().instant()))
                .addObject("places", places(words))
                .addObject("withins", withins(words))
                .addObject("usuallyWithin", USUALLY_WITHIN)
                .addObject("lines", lines(visit))
                .addObject("withdrawals", Catalogue.Option.of(WithdrawalReason.class, words))
                .addObject("notice", form.was("saved") ? "web.fire.saved" : ClaimForms.notice(form));
    }

    private List<Catalogue.Option> places(Words words) {
        return places.list(journal.now()).stream()
                .filter(place -> place.position().isPresent())
                .map(place -> new Catalogue.Option(
                        place.id().slug(), words.name(place.area().names())))
                .sorted(Catalogue.Option.byName(words))
                .toList();
    }

    private static List<Catalogue.Option> withins(Words words) {
        return WITHIN.stream()
                .map(metres -> new Catalogue.Option(metres.toString(), words.say("web.fire.metres", "metres", metres)))
                .toList();
    }

    private List<Line> lines(Visit visit) {
        Reading now = journal.now();
        Instant until = node.clock().instant();
        var found = new ArrayList<OnFire>();
        for (Corridor corridor : corridors.list(visit.actor(), now)) {
            found.addAll(fires.of(visit.actor(), now, corridor.id(), until.minus(OF_LATE), until, until));
        }
        return found.stream()
                .sorted(Comparator.comparing((OnFire fire) -> fire.when().to()).reversed())
                .map(fire -> line(fire, visit))
                .toList();
    }

    private static Line line(OnFire fire, Visit visit) {
        Words words = visit.words();
        return new Line(
                fire.id().toString(),
                TimeWords.of(words.language()).told(fire.when()),
                words.say(
                        "web.fire.what",
                        Map.of(
                                "kind", words.say(fire.kind()),
                                "noticed", words.say(fire.noticed()),
                                "count",
                                        fire.count()
                                                .map(count -> count.in(words.wording()))
                                                .orElse(""),
                                "counted", fire.count().isPresent())),
                words.say(fire.nearness()),
                fire.by().name(),
                fire.positioned() && visit.may(Deed.READ_FIRE_POSITION),
                fire.by().equals(visit.actor().account()) || visit.may(Deed.READ_FIRE_POSITION));
    }

    /// @param readable whether this visitor may open where it was
    /// @param withdrawable whether this visitor may take it back
    record Line(
            String id, String when, String what, String nearness, String by, boolean readable, boolean withdrawable) {}
}
