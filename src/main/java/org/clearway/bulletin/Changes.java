// SPDX-License-Identifier: Apache-2.0
package org.clearway.bulletin;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clearway.agreement.PartyId;
import org.clearway.agreement.Relation;
import org.clearway.agreement.Standing;
import org.clearway.bulletin.Bulletin.Change;
import org.clearway.bulletin.Bulletin.CorridorTold;
import org.clearway.bulletin.Bulletin.Difference;
import org.clearway.bulletin.Bulletin.Item;
import org.clearway.bulletin.Bulletin.LedgerTold;
import org.clearway.bulletin.Bulletin.ZoneTold;
import org.clearway.ceasefire.Count;
import org.clearway.ceasefire.CountingUnit;
import org.clearway.ceasefire.Covers;
import org.clearway.language.Names;
import org.clearway.places.Source;
import org.clearway.time.Span;

/// What differs between two versions of a bulletin, claim by claim.
final class Changes {
    private Changes() {}

    /// One claim of a bulletin: what makes it the same claim in both versions, and what may differ in it.
    private record Line(
            Item item,
            Object sameness,
            Object content,
            Optional<Names> whose,
            Optional<Names> of,
            Optional<Covers> covers,
            Optional<Count> total) {}

    private record Key(Item item, Object sameness) {}

    static List<Change> between(Bulletin before, Bulletin after) {
        Map<Key, Line> was = lines(before);
        Map<Key, Line> is = lines(after);
        var changes = new ArrayList<Change>();
        is.forEach((key, line) -> {
            Line old = was.get(key);
            if (old == null) {
                changes.add(change(Difference.ADDED, line, Optional.empty(), Optional.empty()));
            } else if (!old.content().equals(line.content())) {
                boolean otherTotal = !old.total().equals(line.total());
                changes.add(change(
                        Difference.CHANGED,
                        line,
                        otherTotal ? old.total() : Optional.empty(),
                        otherTotal ? line.total() : Optional.empty()));
            }
        });
        was.forEach((key, line) -> {
            if (!is.containsKey(key)) {
                changes.add(change(Difference.REMOVED, line, Optional.empty(), Optional.empty()));
            }
        });
        if (!background(before).equals(background(after))) changes.add(whole(Item.BACKGROUND));
        if (renamed(before, after)) changes.add(whole(Item.NAMES));
        return List.copyOf(changes);
    }

    private static Change change(Difference difference, Line line, Optional<Count> before, Optional<Count> after) {
        return new Change(difference, line.item(), line.whose(), line.of(), line.covers(), before, after);
    }

    private static Change whole(Item item) {
        return new Change(
                Difference.CHANGED,
                item,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Map<Key, Line> lines(Bulletin bulletin) {
        var lines = new ArrayList<Line>();
        bulletin.ledgers().forEach(told -> lines.add(ledger(bulletin, told)));
        bulletin.corridors().forEach(corridor -> corridor(bulletin, corridor, lines));
        bulletin.zones().forEach(zone -> control(bulletin, zone, lines));
        var byKey = new LinkedHashMap<Key, Line>();
        for (Line line : lines) byKey.put(new Key(line.item(), line.sameness()), line);
        return byKey;
    }

    private static Line ledger(Bulletin bulletin, LedgerTold told) {
        record Sameness(PartyId reporter, Covers covers, CountingUnit unit) {}
        var stated = told.stated();
        return new Line(
                Item.LEDGER,
                new Sameness(stated.reporter(), stated.covers(), stated.unit()),
                told,
                Optional.of(bulletin.called(stated.reporter())),
                Optional.empty(),
                Optional.of(stated.covers()),
                stated.total());
    }

    private static void corridor(Bulletin bulletin, CorridorTold corridor, List<Line> lines) {
        record OfParty(Object corridor, PartyId party) {}
        record Use(Object corridor, PartyId claimant, Span covers) {}
        record Assured(Standing standing, Optional<Span> valid, Optional<Source> source) {}
        corridor.announcements()
                .forEach(told -> lines.add(line(
                        bulletin,
                        Item.ANNOUNCEMENT,
                        new OfParty(corridor.corridor(), told.announcer()),
                        told,
                        told.announcer(),
                        corridor.names())));
        corridor.assurances()
                .forEach(told -> lines.add(line(
                        bulletin,
                        Item.ASSURANCE,
                        new OfParty(corridor.corridor(), told.party()),
                        new Assured(told.standing(), told.valid(), told.source()),
                        told.party(),
                        corridor.names())));
        corridor.uses()
                .forEach(told -> lines.add(line(
                        bulletin,
                        Item.USE,
                        new Use(corridor.corridor(), told.claimant(), told.covers()),
                        told,
                        told.claimant(),
                        corridor.names())));
    }

    private static void control(Bulletin bulletin, ZoneTold zone, List<Line> lines) {
        record OfZone(Object zone, PartyId claimant) {}
        record Held(Relation relation, Optional<PartyId> holder, Span valid, Source source) {}
        zone.control()
                .forEach(told -> lines.add(line(
                        bulletin,
                        Item.CONTROL,
                        new OfZone(zone.zone(), told.claimant()),
                        new Held(told.relation(), told.holder(), told.valid(), told.source()),
                        told.claimant(),
                        zone.names())));
    }

    private static Line line(Bulletin bulletin, Item item, Object sameness, Object content, PartyId whose, Names of) {
        return new Line(
                item,
                sameness,
                content,
                Optional.of(bulletin.called(whose)),
                Optional.of(of),
                Optional.empty(),
                Optional.empty());
    }

    private static Object background(Bulletin bulletin) {
        record Ground(Object zone, Object parts, Source source) {}
        return List.of(
                bulletin.agreements().stream()
                        .map(told ->
                                List.of(told.agreement(), told.signed(), told.guarantors(), told.term(), told.source()))
                        .toList(),
                bulletin.zones().stream()
                        .map(zone -> new Ground(zone.zone(), zone.parts(), zone.source()))
                        .toList());
    }

    /// Whether something that both versions speak of is called otherwise.
    private static boolean renamed(Bulletin before, Bulletin after) {
        Map<Object, Names> was = names(before);
        Map<Object, Names> is = names(after);
        return was.entrySet().stream()
                .anyMatch(entry ->
                        is.containsKey(entry.getKey()) && !entry.getValue().equals(is.get(entry.getKey())));
    }

    private static Map<Object, Names> names(Bulletin bulletin) {
        var names = new LinkedHashMap<Object, Names>();
        names.put("issuer", bulletin.issuer());
        names.put("place", bulletin.place());
        bulletin.country().ifPresent(country -> names.put("country", country));
        bulletin.parties().forEach(named -> names.put(named.party(), named.names()));
        bulletin.areas().forEach(named -> names.put(named.area(), named.names()));
        bulletin.corridors().forEach(told -> names.put(told.corridor(), told.names()));
        bulletin.agreements().forEach(told -> names.put(told.agreement(), told.names()));
        bulletin.zones().forEach(told -> names.put(told.zone(), told.names()));
        return names;
    }
}
