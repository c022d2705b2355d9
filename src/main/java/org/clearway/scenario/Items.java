// SPDX-License-Identifier: Apache-2.0
package org.clearway.scenario;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.clearway.access.Actor;
import org.clearway.access.Role;
import org.clearway.agreement.Agreement;
import org.clearway.agreement.AgreementId;
import org.clearway.agreement.Assurance;
import org.clearway.agreement.AssuranceStatus;
import org.clearway.agreement.ControlClaim;
import org.clearway.agreement.CorridorId;
import org.clearway.agreement.Extension;
import org.clearway.agreement.Held;
import org.clearway.agreement.PartyId;
import org.clearway.agreement.Relation;
import org.clearway.agreement.Term;
import org.clearway.agreement.Territory;
import org.clearway.agreement.Zone;
import org.clearway.bulletin.Edition;
import org.clearway.bulletin.Stage;
import org.clearway.ceasefire.CountingUnit;
import org.clearway.ceasefire.Covers;
import org.clearway.ceasefire.Fire;
import org.clearway.ceasefire.FireCount;
import org.clearway.ceasefire.FireKind;
import org.clearway.ceasefire.FirePosition;
import org.clearway.ceasefire.Noticed;
import org.clearway.ceasefire.PartCount;
import org.clearway.ceasefire.Reckoning;
import org.clearway.ceasefire.Stated;
import org.clearway.ceasefire.Stretch;
import org.clearway.corridor.AnnouncedStatus;
import org.clearway.corridor.Announcement;
import org.clearway.corridor.Corridor;
import org.clearway.corridor.Count;
import org.clearway.corridor.Counted;
import org.clearway.corridor.CrossingId;
import org.clearway.corridor.CrossingPoint;
import org.clearway.corridor.Hazard;
import org.clearway.corridor.HazardKind;
import org.clearway.corridor.HazardState;
import org.clearway.corridor.Notification;
import org.clearway.corridor.NotificationKind;
import org.clearway.corridor.NotifiedObject;
import org.clearway.corridor.NotifiedPlaces;
import org.clearway.corridor.OnHazard;
import org.clearway.corridor.OnNotification;
import org.clearway.corridor.PermittedFlow;
import org.clearway.corridor.Qualifier;
import org.clearway.corridor.Reason;
import org.clearway.corridor.ReasonClaimed;
import org.clearway.corridor.Route;
import org.clearway.corridor.Service;
import org.clearway.corridor.UseClaim;
import org.clearway.gate.Decided;
import org.clearway.gate.Decision;
import org.clearway.gate.DecisionReason;
import org.clearway.geo.AreaId;
import org.clearway.geo.AreaPart;
import org.clearway.geo.Extent;
import org.clearway.geo.Position;
import org.clearway.journal.Journal;
import org.clearway.places.Basis;
import org.clearway.places.Reference;
import org.clearway.places.Source;
import org.clearway.scenario.Scenario.Told;
import org.clearway.time.OpeningWindow;
import org.clearway.time.Period;
import org.clearway.time.Span;

/// Hands each item of a story to the front desk whose business it is.
final class Items {
    private final ZoneId zone;
    private final Desks desks;
    private final Journal journal;
    private final Actor cell;
    private final Actor duty = StoryPlayer.at("duty-1", Role.DUTY);
    private final Actor gateDesk = StoryPlayer.at("gate-1", Role.GATE);
    private final Map<String, Kind> kinds = new LinkedHashMap<>();

    /// Reads what an item of one kind tells, and answers with the act that hands it on.
    interface Kind {
        Runnable read(Sheet sheet, Told told, Supplier<Source> source, StoryPlayer.Acts acts);
    }

    /// @param cell who sets up what is there
    Items(ZoneId zone, Desks desks, Journal journal, Actor cell) {
        this.cell = cell;
        this.zone = zone;
        this.desks = desks;
        this.journal = journal;
        kinds.put("agreement", (sheet, told, source, acts) -> agreement(sheet, source.get(), acts));
        kinds.put("zone", (sheet, told, source, acts) -> zone(sheet, source.get(), acts));
        kinds.put("control", (sheet, told, source, acts) -> control(sheet, source.get(), acts));
        kinds.put("corridor", (sheet, told, source, acts) -> corridor(sheet, source.get(), acts));
        kinds.put("route", (sheet, told, source, acts) -> route(sheet, source.get(), acts));
        kinds.put("hazard", (sheet, told, source, acts) -> hazard(sheet, told, acts));
        kinds.put("notification", (sheet, told, source, acts) -> notification(sheet, told, acts));
        kinds.put("acknowledgement", (sheet, told, source, acts) -> acknowledgement(sheet, told, acts));
        kinds.put("announcement", (sheet, told, source, acts) -> announcement(sheet, source.get(), acts));
        kinds.put("use", (sheet, told, source, acts) -> use(sheet, source.get(), acts));
        kinds.put("assurance", (sheet, told, source, acts) -> assurance(sheet, source.get(), acts));
        kinds.put("fire", (sheet, told, source, acts) -> fire(sheet, told, acts));
        kinds.put("gate", (sheet, told, source, acts) -> gate(sheet, acts));
        kinds.putAll(new PointItems(zone, desks, cell).kinds());
        kinds.putAll(new TripItems(zone, desks, journal).kinds());
        kinds.put("ledger", (sheet, told, source, acts) -> ledger(sheet, source.get(), acts));
    }

    void tell(Told told, StoryPlayer.Acts acts) {
        Sheet item = told.sheet();
        item.text("published");
        item.optionalText(SetUpWriter.KNOWN);
        Runnable act = item.has("bulletin") ? bulletin(item.sheet("bulletin"), acts) : claim(item, told, acts);
        item.nothingLeft();
        act.run();
    }

    /// What our own desks set needs no source.
    private Runnable claim(Sheet item, Told told, StoryPlayer.Acts acts) {
        Optional<Source> cited = item.optionalSheet("source").map(sheet -> source(sheet, told));
        Supplier<Source> source = () -> cited.orElseThrow(() -> item.problem("scenario.value-missing", "source", ""));
        for (var kind : kinds.entrySet()) {
            if (item.has(kind.getKey())) return kind.getValue().read(item.sheet(kind.getKey()), told, source, acts);
        }
        throw item.problem("scenario.value-missing", String.join(", ", kinds.keySet()) + " or bulletin", "");
    }

    private Source source(Sheet sheet, Told told) {
        return new Source(
                sheet.names("publisher"),
                told.published(),
                sheet.optionally("url", Reference::new),
                sheet.one("basis", Basis.class));
    }

    private Runnable agreement(Sheet sheet, Source source, StoryPlayer.Acts acts) {
        Optional<Term> term = sheet.has("months")
                ? Optional.of(
                        new Term(Math.toIntExact(sheet.number("months")), sheet.one("extension", Extension.class)))
                : Optional.empty();
        var agreement = new Agreement(
                sheet.as("agreement", AgreementId::new),
                sheet.names("names"),
                sheet.told("signed", zone),
                sheet.list("guarantors", PartyId::new),
                term,
                source);
        return () -> desks.agreements().record(cell, acts.next(), agreement);
    }

    private Runnable zone(Sheet sheet, Source source, StoryPlayer.Acts acts) {
        List<AreaPart> parts = sheet.sheets("parts").stream()
                .map(part -> new AreaPart(part.as("area", AreaId::new), part.one("extent", Extent.class)))
                .toList();
        var defined = new Zone(
                sheet.as("zone", org.clearway.agreement.ZoneId::new),
                sheet.as("agreement", AgreementId::new),
                sheet.names("names"),
                parts,
                span(sheet),
                source);
        return () -> desks.agreements().define(cell, acts.next(), defined);
    }

    private Runnable control(Sheet sheet, Source source, StoryPlayer.Acts acts) {
        Territory territory = sheet.has("zone")
                ? new Territory.OfZone(sheet.as("zone", org.clearway.agreement.ZoneId::new))
                : new Territory.OfArea(sheet.as("area", AreaId::new));
        Held held = Held.of(sheet.one("relation", Relation.class), sheet.optionally("holder", PartyId::new));
        var claim = new ControlClaim(territory, held, span(sheet), sheet.as("claimant", PartyId::new), source);
        return () -> desks.agreements().claim(duty, acts.next(), claim);
    }

    private Runnable corridor(Sheet sheet, Source source, StoryPlayer.Acts acts) {
        List<CrossingPoint> crossings =
                sheet.sheets("crossings").stream().map(this::crossing).toList();
        var corridor = new Corridor(
                sheet.as("corridor", CorridorId::new),
                sheet.names("names"),
                sheet.optionally("zone", org.clearway.agreement.ZoneId::new),
                sheet.optionally("initiator", PartyId::new),
                sheet.list("relevant-parties", PartyId::new),
                sheet.namesList("intermediaries"),
                sheet.set("flows", PermittedFlow.class),
                crossings,
                source);
        return () -> desks.corridors().plan(cell, acts.next(), corridor);
    }

    private CrossingPoint crossing(Sheet sheet) {
        return new CrossingPoint(
                sheet.as("crossing", CrossingId::new),
                sheet.names("names"),
                sheet.as("area", AreaId::new),
                sheet.optionally("position", Items::position));
    }

    private Runnable route(Sheet sheet, Source source, StoryPlayer.Acts acts) {
        List<Position> waypoints = sheet.list("waypoints", Items::position);
        var route = new Route(
                sheet.as("corridor", CorridorId::new),
                waypoints,
                sheet.list("windows", text -> window(text, zone)),
                source);
        return () -> desks.routes().set(cell, acts.next(), route);
    }

    private Runnable hazard(Sheet sheet, Told told, StoryPlayer.Acts acts) {
        var hazard = new Hazard(
                sheet.as("corridor", CorridorId::new),
                sheet.one("kind", HazardKind.class),
                sheet.one("state", HazardState.class),
                sheet.optionally("near", AreaId::new),
                sheet.optionallyTold("checked", zone).orElseGet(told::published),
                sheet.optionally("claimant", PartyId::new));
        if (!sheet.flag("again")) return () -> desks.routes().tell(cell, acts.next(), hazard);
        return () -> {
            OnHazard before = desks.routes().hazards(cell, journal.now(), hazard.corridor(), told.at()).stream()
                    .filter(one -> one.hazard().kind() == hazard.kind()
                            && one.hazard().near().equals(hazard.near()))
                    .findFirst()
                    .orElseThrow(() -> sheet.problem("scenario.nothing-before", "again", "true"));
            desks.routes().recheck(cell, acts.next(), before.id(), hazard);
        };
    }

    /// What is told again of the same corridor, kind and object is the next version of it.
    private Runnable notification(Sheet sheet, Told told, StoryPlayer.Acts acts) {
        var notification = new Notification(
                sheet.as("corridor", CorridorId::new),
                sheet.one("kind", NotificationKind.class),
                sheet.one("what", NotifiedObject.class),
                new Period(sheet.as("from", this::minute), sheet.as("to", this::minute), zone),
                sheet.list("recipients", PartyId::new),
                new NotifiedPlaces(sheet.list("positions", Items::position)));
        if (!sheet.flag("again")) return () -> desks.notifications().tell(cell, acts.next(), notification);
        return () -> {
            OnNotification before = standing(sheet, told, notification.corridor(), notification.what());
            desks.notifications().tellAnew(cell, acts.next(), before.id(), before.version(), notification);
        };
    }

    /// A party says that it received the latest version.
    private Runnable acknowledgement(Sheet sheet, Told told, StoryPlayer.Acts acts) {
        var corridor = sheet.as("corridor", CorridorId::new);
        var what = sheet.one("what", NotifiedObject.class);
        var party = sheet.as("party", PartyId::new);
        return () -> {
            OnNotification standing = standing(sheet, told, corridor, what);
            desks.notifications()
                    .acknowledge(cell, acts.next(), standing.id(), standing.version(), party, told.published());
        };
    }

    private OnNotification standing(Sheet sheet, Told told, CorridorId corridor, NotifiedObject what) {
        return desks.notifications().list(cell, journal.now(), corridor, told.at()).stream()
                .filter(one -> one.what() == what)
                .findFirst()
                .orElseThrow(() -> sheet.problem("scenario.nothing-before", "what", what.name()));
    }

    private Instant minute(String text) {
        return LocalDateTime.parse(text).atZone(zone).toInstant();
    }

    static Position position(String text) {
        String[] parts = text.split(",", 2);
        return Position.parse(parts[0], parts.length > 1 ? parts[1] : "");
    }

    private Runnable announcement(Sheet sheet, Source source, StoryPlayer.Acts acts) {
        var announcement = new Announcement(
                sheet.as("corridor", CorridorId::new),
                sheet.as("announcer", PartyId::new),
                sheet.one("status", AnnouncedStatus.class),
                span(sheet),
                sheet.flag("as-voluntary"),
                sheet.optionally("window", text -> window(text, zone)),
                sheet.enumerated("services", Service.class),
                sheet.set("flows", PermittedFlow.class),
                reasons(sheet),
                source);
        return () -> desks.corridors().announce(cell, acts.next(), announcement);
    }

    private Runnable use(Sheet sheet, Source source, StoryPlayer.Acts acts) {
        var counts = new EnumMap<Counted, Count>(Counted.class);
        for (Counted counted : Counted.values()) {
            String key = counted.name().toLowerCase(Locale.ROOT).replace('_', '-');
            sheet.optionalSheet(key).ifPresent(count -> counts.put(counted, count(count)));
        }
        var claim = new UseClaim(
                sheet.as("corridor", CorridorId::new),
                sheet.as("claimant", PartyId::new),
                span(sheet),
                counts,
                reasons(sheet),
                source);
        return () -> desks.corridors().claimUse(duty, acts.next(), claim);
    }

    static Count count(Sheet sheet) {
        for (Qualifier qualifier : Qualifier.values()) {
            String key = qualifier.name().toLowerCase(Locale.ROOT).replace('_', '-');
            if (sheet.has(key)) return new Count(qualifier, sheet.number(key));
        }
        throw sheet.problem("scenario.value-missing", "exact, about, at-least or over", "");
    }

    private Runnable assurance(Sheet sheet, Source source, StoryPlayer.Acts acts) {
        var assurance = new Assurance(
                sheet.as("corridor", CorridorId::new),
                sheet.as("party", PartyId::new),
                sheet.one("status", AssuranceStatus.class),
                span(sheet),
                source);
        return () -> desks.agreements().assure(cell, acts.next(), assurance);
    }

    private Runnable gate(Sheet sheet, StoryPlayer.Acts acts) {
        var decided = new Decided(
                sheet.as("corridor", CorridorId::new),
                sheet.one("decision", Decision.class),
                sheet.one("because", DecisionReason.class),
                sheet.optionally("claimant", PartyId::new));
        return () -> desks.gates().decide(cell, acts.next(), decided);
    }

    /// Fire is placed by its coordinates, and by how far off they may be.
    private Runnable fire(Sheet sheet, Told told, StoryPlayer.Acts acts) {
        List<String> position = sheet.list("position", text -> text);
        if (position.size() != 2) throw sheet.problem("scenario.value-unreadable", "position", "" + position);
        var fire = new Fire(
                sheet.as("corridor", CorridorId::new),
                sheet.one("kind", FireKind.class),
                sheet.one("noticed", Noticed.class),
                sheet.optionalSheet("count").map(Items::fireCount),
                sheet.optionallyTold("at", zone).orElseGet(told::published),
                Optional.of(new FirePosition(
                        Position.parse(position.getFirst(), position.getLast()),
                        Math.toIntExact(sheet.number("within-metres")))));
        return () -> desks.fires().observe(gateDesk, acts.next(), fire);
    }

    private static FireCount fireCount(Sheet sheet) {
        for (Reckoning how : Reckoning.values()) {
            String key = how.name().toLowerCase(Locale.ROOT).replace('_', '-');
            if (sheet.has(key)) return FireCount.of(how, Math.toIntExact(sheet.number(key)));
        }
        return FireCount.uncountable();
    }

    private Runnable ledger(Sheet sheet, Source source, StoryPlayer.Acts acts) {
        Sheet covers = sheet.sheet("covers");
        Covers covered = covers.has("day")
                ? new Covers(Stretch.CALENDAR_DAY, covers.as("day", LocalDate::parse), zone)
                : new Covers(Stretch.PAST_24_HOURS, covers.as("past-24-hours-to", LocalDate::parse), zone);
        List<PartCount> parts = sheet.optionalSheet("parts").map(Items::parts).orElse(List.of());
        var stated = new Stated(
                sheet.as("reporter", PartyId::new),
                covered,
                sheet.one("unit", CountingUnit.class),
                sheet.has("total")
                        ? Optional.of(new org.clearway.ceasefire.Count(Math.toIntExact(sheet.number("total"))))
                        : Optional.empty(),
                parts,
                true,
                sheet.list("named-without-counts", AreaId::new),
                source);
        return () -> desks.ledgers().state(duty, acts.next(), stated, Optional.empty());
    }

    private static List<PartCount> parts(Sheet sheet) {
        return sheet.keys().stream()
                .map(area -> new PartCount(
                        new AreaId(area), new org.clearway.ceasefire.Count(Math.toIntExact(sheet.number(area)))))
                .toList();
    }

    /// Proposes the bulletin of a day, unless somebody has by hand, and approves it as far as
    /// nobody has.
    private Runnable bulletin(Sheet sheet, StoryPlayer.Acts acts) {
        LocalDate day = sheet.as("day", LocalDate::parse);
        Actor press = StoryPlayer.at(sheet.text("made-by"), Role.PRESS);
        Actor second = StoryPlayer.at(sheet.text("approved-by"), Role.COORDINATION);
        return () -> {
            Edition newest = desks.bulletins().newest(press, day);
            if (newest.stage() instanceof Stage.NotMade)
                newest = desks.bulletins().propose(press, acts.next(), day);
            for (Actor approver : List.of(press, second)) {
                if (newest.stage() instanceof Stage.Published) return;
                newest = desks.bulletins().approve(approver, acts.next(), day, newest.version(), newest.digest());
            }
        };
    }

    /// Hours such as `06:00-18:00` or `around-the-clock`; before them the days, where it is not every day
    /// (`MONDAY+FRIDAY`), and behind them their own zone, where they have one.
    static OpeningWindow window(String text, ZoneId zone) {
        List<String> parts = List.of(text.split(" ", -1));
        int at = parts.getFirst().matches("[A-Z+]+") ? 1 : 0;
        Set<DayOfWeek> days = at == 0
                ? EnumSet.allOf(DayOfWeek.class)
                : Arrays.stream(parts.getFirst().split("[+]", -1))
                        .map(DayOfWeek::valueOf)
                        .collect(Collectors.toSet());
        ZoneId told = parts.size() > at + 1 ? ZoneId.of(parts.get(at + 1)) : zone;
        if (parts.get(at).equals("around-the-clock")) {
            return new OpeningWindow(days, LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, told);
        }
        String[] hours = parts.get(at).split("-", 2);
        return new OpeningWindow(
                days, LocalTime.parse(hours[0]), LocalTime.parse(hours.length > 1 ? hours[1] : ""), told);
    }

    private List<Reason> reasons(Sheet sheet) {
        return sheet.sheets("reasons").stream()
                .map(reason -> new Reason(
                        reason.one("reason", ReasonClaimed.class), reason.optionally("attributed-to", PartyId::new)))
                .toList();
    }

    private Span span(Sheet sheet) {
        return new Span(sheet.told("from", zone), sheet.optionallyTold("to", zone));
    }
}
