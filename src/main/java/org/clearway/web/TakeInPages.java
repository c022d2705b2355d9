// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clearway.access.Deed;
import org.clearway.journal.Journal;
import org.clearway.journal.VerifyingKey;
import org.clearway.language.Names;
import org.clearway.transport.Brought;
import org.clearway.transport.CarriedManifest;
import org.clearway.transport.CodesRead;
import org.clearway.transport.Manifests;
import org.clearway.transport.TripId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/// Where a manifest that came with its vehicle, or ahead of it, is taken in: its file, or its square codes
/// one after the other. What was read so far goes with the form, so that nothing is kept of it here
/// before it is taken in.
@Controller
final class TakeInPages {
    private static final String PATH = "/reception/take-in";

    private final Manifests manifests;
    private final Forms forms;
    private final Journal journal;

    TakeInPages(Manifests manifests, Forms forms, Journal journal) {
        this.manifests = manifests;
        this.forms = forms;
        this.journal = journal;
    }

    @Needs(Deed.RECEIVE)
    @GetMapping(PATH)
    ModelAndView begin(Visit visit, Form form) {
        return page(visit, form, List.of(), Optional.empty());
    }

    /// Who comes back to the address of a step, in another language or by going back, begins anew.
    @Needs(Deed.RECEIVE)
    @GetMapping({PATH + "/file", PATH + "/codes", PATH + "/sender", PATH + "/withdrawal"})
    ModelAndView beginAgain() {
        return Pages.seeOther(PATH);
    }

    @Needs(Deed.RECEIVE)
    @PostMapping(PATH + "/file")
    ModelAndView file(Visit visit, Form form, @RequestParam(required = false) @Nullable MultipartFile file) {
        if (file == null || file.isEmpty()) {
            form.complain("file", visit.words().say("web.form.required"));
            return Pages.again(begin(visit, form));
        }
        return looked(visit, form, Pages.bytes(file), List.of());
    }

    /// Reads one code more, or several at once. One that is refused changes nothing of what was read before.
    @Needs(Deed.RECEIVE)
    @PostMapping(PATH + "/codes")
    ModelAndView codes(Visit visit, Form form) {
        List<String> sound = form.all("read");
        CodesRead read = manifests.read(visit.actor(), sound);
        // What went with the form was read before; if somebody changed it, it begins anew.
        if (!(read instanceof CodesRead.Missing)) {
            sound = List.of();
            read = new CodesRead.Missing(0, List.of());
        }
        if (form.text("code").isBlank()) form.complain("code", visit.words().say("web.form.required"));
        for (String code : each(form.text("code"))) {
            var more = new ArrayList<>(sound);
            more.add(code.strip());
            CodesRead with =
                    manifests.read(visit.actor(), more.stream().distinct().toList());
            Optional<String> wrong = wrong(with, visit.words());
            if (wrong.isPresent()) {
                form.complain("code", wrong.get());
            } else {
                read = with;
                sound = more.stream().distinct().toList();
            }
        }
        if (read instanceof CodesRead.Whole whole) return looked(visit, form, whole.document(), sound);
        ModelAndView page =
                page(visit, form, sound, Optional.empty()).addObject("progress", progress(read, visit.words()));
        return form.sound() ? page : Pages.again(page);
    }

    /// Scanners that end with no new line write one code behind the other.
    private static List<String> each(String codes) {
        return Arrays.stream(codes.split("(?i)(?=CLEARWAY:)|\\R", -1))
                .filter(one -> !one.isBlank())
                .toList();
    }

    private static Optional<String> wrong(CodesRead read, Words words) {
        return switch (read) {
            case CodesRead.Whole whole -> Optional.empty();
            case CodesRead.Missing missing -> Optional.empty();
            case CodesRead.Cut cut -> Optional.of(words.say("web.take-in.code.cut"));
            case CodesRead.OtherDocument other -> Optional.of(words.say("web.take-in.code.other"));
            case CodesRead.NotAPage none -> Optional.of(words.say("web.take-in.code.none"));
            case CodesRead.Spoilt spoilt -> Optional.of(words.say("web.take-in.code.spoilt"));
        };
    }

    /// Such as "2 of 5 codes are read. Still to be read: 1, 3 and 5."
    private static String progress(CodesRead read, Words words) {
        return read instanceof CodesRead.Missing(int of, List<Integer> numbers) && of > 0
                ? words.say(
                        "web.take-in.progress",
                        Map.of(
                                "read",
                                of - numbers.size(),
                                "of",
                                of,
                                "numbers",
                                words.list(numbers.stream()
                                        .map(number -> words.number(number))
                                        .toList())))
                : "";
    }

    /// Accepts the node that signed a manifest, whose key somebody compared.
    @Needs(Deed.ACCEPT_SENDER)
    @PostMapping(PATH + "/sender")
    ModelAndView accept(Visit visit, Form form) {
        byte[] document = document(form);
        Optional<Names> names = NameFields.read(form, Optional.empty());
        Brought brought = manifests.look(visit.actor(), journal.now(), document);
        Optional<VerifyingKey> key = switch (brought) {
            case Brought.FromUnknown unknown -> Optional.of(unknown.key());
            case Brought.FromWithdrawn withdrawn ->
                Optional.of(withdrawn.sender().key());
            default -> Optional.empty();
        };
        if (!form.ticked("compared", "yes")) {
            form.complain("compared", visit.words().say("web.take-in.compare-first"));
        }
        boolean done = key.isPresent()
                && form.attempt(() -> manifests.accept(visit.actor(), form.act(), key.get(), names.orElseThrow()));
        // What is asked for next is another act.
        return looked(visit, done ? forms.fresh(visit) : form, document, List.of());
    }

    /// Takes back that a node was accepted.
    @Needs(Deed.ACCEPT_SENDER)
    @PostMapping(PATH + "/withdrawal")
    ModelAndView withdraw(Visit visit, Form form) {
        Optional<VerifyingKey> key = form.one("key", "web.form.not-understood", VerifyingKey::new);
        boolean done = form.attempt(() -> manifests.withdraw(visit.actor(), form.act(), key.orElseThrow()));
        return done ? Pages.seeOther(PATH) : Pages.again(begin(visit, form));
    }

    @Needs(Deed.RECEIVE)
    @PostMapping(PATH)
    ModelAndView take(Visit visit, Form form) {
        byte[] document = document(form);
        var trip = new ArrayList<TripId>();
        boolean done = form.attempt(() -> trip.add(manifests.takeIn(visit.actor(), form.act(), document)));
        return done
                ? Pages.seeOther("/reception/" + trip.getFirst() + "?taken-in")
                : looked(visit, form, document, List.of());
    }

    private static byte[] document(Form form) {
        try {
            return Base64.getDecoder().decode(form.text("document"));
        } catch (IllegalArgumentException somebodyChangedIt) {
            return new byte[0];
        }
    }

    private ModelAndView looked(Visit visit, Form form, byte[] document, List<String> read) {
        Brought brought = manifests.look(visit.actor(), journal.now(), document);
        ModelAndView page = page(visit, form, read, Optional.of(brought))
                .addObject("document", Base64.getEncoder().encodeToString(document));
        boolean sound = brought instanceof Brought.Sound || brought instanceof Brought.FromUnknown;
        return sound && form.sound() ? page : Pages.again(page);
    }

    /// What is to be seen of a manifest before it is taken in.
    ///
    /// @param refused why it cannot be taken in; empty where it can, or where its node is to be accepted first
    record Looked(
            String kind,
            String refused,
            String key,
            String sender,
            String vehicle,
            String type,
            String gate,
            String area,
            String people,
            long version,
            String why,
            String sealed,
            String digest,
            String convoy) {}

    private static Looked looked(Brought brought, Words words) {
        return switch (brought) {
            case Brought.Sound(CarriedManifest manifest, var sender) ->
                looked("sound", "", "", words.name(sender.names()), manifest, words);
            case Brought.FromUnknown(CarriedManifest manifest, VerifyingKey key) ->
                looked("unknown", "", key.groups(), "", manifest, words);
            case Brought.FromWithdrawn(CarriedManifest manifest, var sender) ->
                looked("withdrawn", "", sender.key().groups(), words.name(sender.names()), manifest, words);
            case Brought.OfThisNode(CarriedManifest manifest) ->
                refused("problem.transport.manifest-ours", manifest, words);
            case Brought.OfAnotherKind(CarriedManifest manifest) ->
                refused("problem.transport.manifest-of-another-kind", manifest, words);
            case Brought.Changed changed -> none(words.say("problem.transport.manifest-changed"));
            case Brought.NotAManifest none -> none(words.say("problem.transport.not-a-manifest"));
        };
    }

    private static Looked refused(String key, CarriedManifest manifest, Words words) {
        String why = words.say(key, "vehicle", manifest.manifest().vehicle().slug());
        return looked("refused", why, "", "", manifest, words);
    }

    private static Looked none(String refused) {
        return new Looked("refused", refused, "", "", "", "", "", "", "", 0, "", "", "", "");
    }

    private static Looked looked(
            String kind, String refused, String key, String sender, CarriedManifest carried, Words words) {
        var manifest = carried.manifest();
        return new Looked(
                kind,
                refused,
                key,
                sender,
                manifest.vehicle().slug(),
                carried.type().map(words::say).orElse(""),
                words.name(carried.crossing()),
                words.name(carried.area()),
                LoadWords.of(manifest.load(), words),
                manifest.version(),
                manifest.why().map(words::say).orElse(""),
                words.day(carried.sealed()),
                carried.digest().brief(),
                carried.convoy()
                        .map(convoy -> words.say(
                                "web.take-in.convoy",
                                Map.of(
                                        "place", convoy.place(),
                                        "of", convoy.of(),
                                        "leader", convoy.leader().slug())))
                        .orElse(""));
    }

    /// @param name what a node is called here, and the groups of its key
    /// @param base64 the key itself
    record Known(String name, String key, String base64, boolean withdrawn) {}

    private ModelAndView page(Visit visit, Form form, List<String> read, Optional<Brought> brought) {
        Words words = visit.words();
        return new ModelAndView("reception/take-in")
                .addObject("form", form)
                .addObject("read", read)
                .addObject("progress", "")
                .addObject("document", "")
                .addObject("looked", brought.map(one -> looked(one, words)))
                .addObject("names", NameFields.of(form, Optional.empty()))
                .addObject(
                        "senders",
                        manifests.senders(visit.actor(), journal.now()).stream()
                                .map(one -> new Known(
                                        words.name(one.names()),
                                        one.key().groups(),
                                        one.key().base64(),
                                        one.withdrawn()))
                                .toList());
    }
}
