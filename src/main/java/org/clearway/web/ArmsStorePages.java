// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clearway.access.Deed;
import org.clearway.arms.CountId;
import org.clearway.arms.Difference;
import org.clearway.arms.HowSettled;
import org.clearway.arms.Item;
import org.clearway.arms.ItemState;
import org.clearway.arms.ItemTag;
import org.clearway.arms.Missing;
import org.clearway.arms.Premises;
import org.clearway.arms.PremisesId;
import org.clearway.arms.PremisesKind;
import org.clearway.arms.StoreSeal;
import org.clearway.arms.Weapons;
import org.clearway.arms.WhyDiffers;
import org.clearway.language.Names;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/// The places of the weapons desk: what lies in each store, the seal on its door, its counts and what they found.
@Controller
final class ArmsStorePages {
    private static final String THERE = "THERE";

    private final Weapons weapons;
    private final ArmsHands armsHands;

    ArmsStorePages(Weapons weapons, ArmsHands armsHands) {
        this.weapons = weapons;
        this.armsHands = armsHands;
    }

    @Needs(Deed.KEEP_ARMS)
    @GetMapping("/arms/stores")
    ModelAndView list(Visit visit, Form form) {
        Words words = visit.words();
        return page("arms/stores", form)
                .addObject("said", form.was("done") ? "web.arms.done" : "")
                .addObject("names", NameFields.of(form, Optional.empty()))
                .addObject("kinds", Catalogue.Option.of(PremisesKind.class, words))
                .addObject(
                        "lines",
                        weapons.premises(visit.actor()).stream()
                                .map(premises -> new Line(
                                        premises.id().slug(),
                                        words.name(premises.names()),
                                        words.say(premises.kind()),
                                        premises.kind().isStore(),
                                        words.say(
                                                "web.arms.stores.holds",
                                                "count",
                                                held(visit, premises.id()).size()),
                                        seal(visit, premises.id())))
                                .toList());
    }

    @Needs(Deed.KEEP_ARMS)
    @PostMapping("/arms/stores")
    ModelAndView open(Visit visit, Form form, HttpServletRequest http) {
        Optional<PremisesId> id = form.one("id", "web.form.not-understood", PremisesId::new);
        Optional<PremisesKind> kind = form.one("kind", "web.form.choose", PremisesKind::valueOf);
        Optional<Names> names = NameFields.read(form, Optional.empty());
        Optional<Long> metres = form.maybe("metres", "web.form.figure", Long::parseLong);
        boolean done = armsHands.attempt(
                visit,
                form,
                http,
                (hands, request) -> weapons.open(
                        hands,
                        request,
                        new Premises(id.orElseThrow(), kind.orElseThrow(), names.orElseThrow(), metres)));
        return done ? Pages.seeOther("/arms/stores?done") : Pages.again(list(visit, form));
    }

    @Needs(Deed.KEEP_ARMS)
    @GetMapping("/arms/stores/{store}")
    ModelAndView store(Visit visit, Form form, @PathVariable String store) {
        Words words = visit.words();
        Premises premises = find(visit, store);
        List<Difference> differences = weapons.differences(visit.actor()).stream()
                .filter(one -> one.store().equals(premises.id()))
                .toList();
        var reasons = new ArrayList<Catalogue.Option>();
        reasons.add(new Catalogue.Option(THERE, words.say("web.arms.count.there")));
        reasons.addAll(Catalogue.Option.of(WhyDiffers.class, words));
        return page("arms/store", form)
                .addObject("said", form.was("counted") ? "web.arms.counted" : form.was("done") ? "web.arms.done" : "")
                .addObject("id", premises.id().slug())
                .addObject("name", words.name(premises.names()))
                .addObject("kind", words.say(premises.kind()))
                .addObject("seal", seal(visit, premises.id()))
                .addObject(
                        "held",
                        held(visit, premises.id()).stream()
                                .map(item -> new Held(item.tag().toString(), ArmsPages.name(item.what(), words)))
                                .toList())
                .addObject("there", reasons)
                .addObject("reasons", Catalogue.Option.of(WhyDiffers.class, words))
                .addObject(
                        "counts",
                        weapons.counts(visit.actor()).stream()
                                .filter(count -> count.store().equals(premises.id()))
                                .map(count -> new Counted(
                                        words.day(count.day()),
                                        words.say(
                                                "web.arms.count.result",
                                                Map.of(
                                                        "found", count.found(),
                                                        "missing",
                                                                count.missing().size(),
                                                        "untagged", count.untagged())),
                                        ArmsPages.hands(count.hands())))
                                .toList())
                .addObject(
                        "differences",
                        differences.stream().map(one -> line(one, words)).toList())
                .addObject(
                        "open",
                        differences.stream()
                                .filter(one -> one.settled().isEmpty())
                                .map(one -> new Catalogue.Option(key(one), told(one, words)))
                                .toList())
                .addObject("settlings", Catalogue.Option.of(HowSettled.class, words));
    }

    @Needs(Deed.KEEP_ARMS)
    @PostMapping("/arms/stores/{store}/seal")
    ModelAndView seal(Visit visit, Form form, HttpServletRequest http, @PathVariable String store) {
        Premises premises = find(visit, store);
        Optional<StoreSeal> broken = form.maybe("broken", "web.form.not-understood", StoreSeal::new);
        Optional<StoreSeal> seal = form.one("seal", "web.form.not-understood", StoreSeal::new);
        boolean done = armsHands.attempt(
                visit,
                form,
                http,
                (hands, request) -> weapons.seal(hands, request, premises.id(), broken, seal.orElseThrow()));
        return done ? back(premises, "done") : Pages.again(store(visit, form, store));
    }

    @Needs(Deed.KEEP_ARMS)
    @PostMapping("/arms/stores/{store}/count")
    ModelAndView count(Visit visit, Form form, HttpServletRequest http, @PathVariable String store) {
        Premises premises = find(visit, store);
        Set<ItemTag> found = new HashSet<>();
        var missing = new ArrayList<Missing>();
        for (ItemTag tag : form.several("tag", "web.form.not-understood", ItemTag::parse)) {
            String field = "is-" + tag;
            if (form.text(field).equals(THERE)) found.add(tag);
            else
                form.one(field, "web.form.choose", WhyDiffers::valueOf)
                        .ifPresent(because -> missing.add(new Missing(tag, because)));
        }
        long untagged =
                form.maybe("untagged", "web.form.figure", Long::parseLong).orElse(0L);
        Optional<WhyDiffers> because = form.maybe("because", "web.form.choose", WhyDiffers::valueOf);
        boolean done = armsHands.attempt(
                visit,
                form,
                http,
                (hands, request) -> weapons.count(hands, request, premises.id(), found, missing, untagged, because));
        return done ? back(premises, "counted") : Pages.again(store(visit, form, store));
    }

    @Needs(Deed.KEEP_ARMS)
    @PostMapping("/arms/stores/{store}/settle")
    ModelAndView settle(Visit visit, Form form, HttpServletRequest http, @PathVariable String store) {
        Premises premises = find(visit, store);
        Optional<String> which = form.one("which", "web.form.choose", text -> text);
        Optional<HowSettled> how = form.one("how", "web.form.choose", HowSettled::valueOf);
        boolean done = armsHands.attempt(visit, form, http, (hands, request) -> {
            String[] parts = which.orElseThrow().split(" ", 2);
            Optional<ItemTag> item = parts.length == 2 ? Optional.of(ItemTag.parse(parts[1])) : Optional.empty();
            weapons.settle(hands, request, new CountId(parts[0]), item, how.orElseThrow());
        });
        return done ? back(premises, "done") : Pages.again(store(visit, form, store));
    }

    private static ModelAndView back(Premises premises, String said) {
        return Pages.seeOther("/arms/stores/" + premises.id() + "?" + said);
    }

    private Premises find(Visit visit, String id) {
        return weapons.premises(visit.actor()).stream()
                .filter(premises -> premises.id().slug().equals(id))
                .filter(premises -> premises.kind().isStore())
                .findFirst()
                .orElseThrow(Pages::notFound);
    }

    private List<Item> held(Visit visit, PremisesId store) {
        return weapons.items(visit.actor()).stream()
                .filter(item -> item.state() == ItemState.STORED && item.at().equals(store))
                .toList();
    }

    private String seal(Visit visit, PremisesId store) {
        return weapons.seal(visit.actor(), store).map(StoreSeal::number).orElse("");
    }

    private static String key(Difference one) {
        return one.count() + one.item().map(tag -> " " + tag).orElse("");
    }

    private static String told(Difference one, Words words) {
        return one.item()
                .map(ItemTag::toString)
                .orElseGet(() -> words.say("web.arms.differences.untagged", "untagged", one.untagged()));
    }

    private static Differs line(Difference one, Words words) {
        return new Differs(
                words.day(one.day()),
                told(one, words),
                words.say(one.because()),
                one.settled()
                        .map(how -> words.say("web.arms.settled", "how", words.say(how)))
                        .orElse(""));
    }

    private ModelAndView page(String view, Form form) {
        return new ModelAndView(view).addObject("form", form).addObject("request", armsHands.request(form));
    }

    record Line(String id, String name, String kind, boolean store, String holds, String seal) {}

    record Held(String tag, String what) {}

    record Counted(String day, String result, String hands) {}

    record Differs(String day, String told, String because, String settled) {}
}
