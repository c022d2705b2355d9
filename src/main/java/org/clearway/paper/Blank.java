// SPDX-License-Identifier: Apache-2.0
package org.clearway.paper;

import static org.clearway.paper.Field.number;
import static org.clearway.paper.Field.one;
import static org.clearway.paper.Field.pick;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.clearway.access.Deed;
import org.clearway.access.Grants;
import org.clearway.access.Role;
import org.clearway.agreement.AssuranceStatus;
import org.clearway.care.ComplaintTopic;
import org.clearway.care.Equipment;
import org.clearway.care.Lack;
import org.clearway.care.MoveKind;
import org.clearway.care.PatientAge;
import org.clearway.care.ServiceState;
import org.clearway.care.StockReason;
import org.clearway.care.TriageColour;
import org.clearway.care.WhyTurnedAway;
import org.clearway.ceasefire.CountingUnit;
import org.clearway.ceasefire.FireKind;
import org.clearway.ceasefire.Noticed;
import org.clearway.ceasefire.Reckoning;
import org.clearway.ceasefire.Stretch;
import org.clearway.corridor.AnnouncedStatus;
import org.clearway.corridor.HazardKind;
import org.clearway.corridor.HazardState;
import org.clearway.corridor.PermittedFlow;
import org.clearway.corridor.Qualifier;
import org.clearway.corridor.Service;
import org.clearway.gate.Band;
import org.clearway.gate.Decision;
import org.clearway.gate.DecisionReason;
import org.clearway.gate.Direction;
import org.clearway.gate.Passing;
import org.clearway.gate.TurnedBackTold;
import org.clearway.language.Language;
import org.clearway.language.Problem;
import org.clearway.transport.HeldReason;
import org.clearway.transport.TravelWay;
import org.clearway.transport.VehicleStanding;

/// The blank forms that a node prints, each of one deed. What it asks for is data, and {@link Filings} says which act
/// of which desk is made of it. None has a line for a name or for words.
public enum Blank {
    GATE_HOURS(
            Deed.RECORD_TALLY,
            lines(
                    16,
                    List.of(gate(), day()),
                    hour(),
                    one("direction", Direction.values()),
                    number("households", Passing.MOST),
                    count(Band.FEMALE_FROM_18),
                    count(Band.MALE_FROM_18),
                    count(Band.FROM_60),
                    count(Band.UNDER_5),
                    count(Band.FROM_5),
                    count(Band.FROM_12),
                    count(Band.NOT_TOLD))),
    TURNED_BACK(
            Deed.RECORD_TALLY,
            lines(
                    12,
                    List.of(gate(), day()),
                    hour(),
                    one("direction", Direction.values()),
                    number("people", Passing.MOST),
                    one("told", TurnedBackTold.values()),
                    pick("party", Thing.PARTY).maybe(),
                    pick("claimant", Thing.PARTY).maybe())),
    CHILD_HANDED_OVER(
            Deed.RECORD_TALLY,
            head(
                    gate(),
                    day(),
                    hour(),
                    one("direction", Direction.values()),
                    one("child", children()),
                    pick("to-protection", Thing.PARTY))),
    GATE_DECISION(
            Deed.DECIDE_GATE,
            head(
                    corridor(),
                    day(),
                    clock(),
                    sure(),
                    one("decision", Decision.values()),
                    one("because", DecisionReason.values()),
                    pick("claimant", Thing.PARTY).maybe())),
    OWN_WAY_OUT(Deed.COUNT_OWN_WAYS, lines(16, List.of(gate(), day()), ownWay())),
    OWN_WAY_IN(Deed.COUNT_OWN_WAYS, lines(16, List.of(safeArea(), day()), ownWay())),
    BOARDING(
            Deed.BOARD,
            lines(
                    18,
                    List.of(
                            gate(),
                            pick("vehicle", Thing.VEHICLE),
                            pick("destination", Thing.SAFE_AREA),
                            sign("driver", 64).maybe(),
                            day(),
                            clock("opened")),
                    clock(),
                    sign("card", 20).maybe(),
                    number("adults", Passing.MOST),
                    number("children", Passing.MOST),
                    number("wheelchairs", Passing.MOST),
                    number("lying", Passing.MOST))),
    CONVOY_LOG(
            Deed.RUN_CONVOY,
            lines(
                    18,
                    List.of(pick("vehicle", Thing.VEHICLE), day()),
                    clock(),
                    one("what", OnTheWay.values()),
                    pick("near", Thing.PLACE).maybe(),
                    number("people", Passing.MOST),
                    one("held-because", HeldReason.values()).maybe())),
    VEHICLES(
            Deed.TELL_VEHICLE,
            lines(
                    18,
                    List.of(day()),
                    clock(),
                    pick("vehicle", Thing.VEHICLE),
                    one("standing", VehicleStanding.values()))),
    RECEPTION(
            Deed.RECEIVE,
            lines(
                    20,
                    List.of(pick("vehicle", Thing.VEHICLE), day(), clock("came")),
                    Field.of("manifest-line", new Field.Kind.Number(999)),
                    Field.of("came-in", new Field.Kind.Number(Passing.MOST)))),
    SERVICE_HOURS(
            Deed.RECORD_SERVICE,
            lines(
                    18,
                    List.of(point(), day()),
                    hour(),
                    one("service", Service.values()),
                    Field.of("people", new Field.Kind.Number(5_000)))),
    TURNED_AWAY(
            Deed.RECORD_SERVICE,
            lines(
                    16,
                    List.of(point(), day()),
                    hour(),
                    one("service", Service.values()),
                    one("why-without", WhyTurnedAway.values()),
                    Field.of("people", new Field.Kind.Number(5_000)))),
    TRIAGE(
            Deed.RECORD_SERVICE,
            lines(
                    16,
                    List.of(point(), day()),
                    hour(),
                    one("colour", TriageColour.values()),
                    one("age", PatientAge.values()),
                    one("sex", org.clearway.gate.Sex.values()),
                    Field.of("people", new Field.Kind.Number(5_000)))),
    POINT_CHECK(Deed.RECORD_SERVICE, pointCheck()),
    STOCK(
            Deed.RECORD_STOCK,
            lines(
                    14,
                    List.of(point(), day()),
                    clock(),
                    pick("item", Thing.ITEM),
                    one("move", MoveKind.values()),
                    Field.of("quantity", new Field.Kind.Number(1_000_000)),
                    sign("batch", 32).maybe(),
                    new Field("expires", new Field.Kind.Day(), false),
                    one("why-moved", StockReason.values()).maybe())),
    COMPLAINT(
            Deed.FILE_COMPLAINT,
            head(
                    corridor(),
                    pick("point", Thing.POINT).maybe(),
                    day(),
                    one("topic", ComplaintTopic.values()),
                    one("sensitive", YesNo.values()).maybe(),
                    one("answer-in", Language.offered().toArray(Language[]::new)))),
    FIRE(
            Deed.OBSERVE_FIRE,
            lines(
                    10,
                    List.of(corridor(), day()),
                    clock().maybe(),
                    sure(),
                    one("fire", FireKind.values()),
                    one("noticed", Noticed.values()),
                    one("reckoning", Reckoning.values()).maybe(),
                    number("times", 1_000_000))),
    LEDGER(
            Deed.RECORD_LEDGER,
            lines(
                    10,
                    List.of(
                            pick("reporter", Thing.PARTY),
                            Field.of("covered-day", new Field.Kind.Day()),
                            one("covers", Stretch.values()),
                            one("unit", CountingUnit.values()),
                            number("total", 1_000_000),
                            publisher(),
                            published()),
                    pick("area", Thing.PLACE),
                    Field.of("count", new Field.Kind.Number(1_000_000)))),
    ANNOUNCEMENT(
            Deed.RECORD_ANNOUNCEMENT,
            head(
                    corridor(),
                    pick("announcer", Thing.PARTY),
                    one("status", AnnouncedStatus.values()),
                    from(),
                    until(),
                    one("voluntary", YesNo.values()).maybe(),
                    several("services", Service.values()),
                    several("flows", PermittedFlow.values()),
                    publisher(),
                    published())),
    ASSURANCE(
            Deed.RECORD_ASSURANCE,
            head(
                    corridor(),
                    pick("party", Thing.PARTY),
                    one("promise", AssuranceStatus.values()),
                    from(),
                    until(),
                    publisher(),
                    published())),
    HAZARD(
            Deed.RECORD_HAZARD,
            lines(
                    12,
                    List.of(corridor(), day()),
                    clock().maybe(),
                    sure(),
                    one("hazard", HazardKind.values()),
                    one("hazard-state", HazardState.values()),
                    pick("near", Thing.PLACE).maybe(),
                    pick("claimant", Thing.PARTY).maybe()));

    /// A box for yes, and one for no.
    public enum YesNo {
        YES,
        NO
    }

    /// What a leader of a convoy says on the radio.
    public enum OnTheWay {
        LEFT,
        ON_THE_MOVE,
        HELD,
        GOES_ON
    }

    private final Deed deed;
    private final Layout layout;

    Blank(Deed deed, Layout layout) {
        this.deed = deed;
        this.layout = layout;
    }

    /// What whoever enters it does.
    public Deed deed() {
        return deed;
    }

    public Layout layout() {
        return layout;
    }

    /// The desks that write on it.
    public Set<Role> desks() {
        return Arrays.stream(Role.values())
                .filter(role -> Grants.TABLE.allows(role, deed) && Grants.TABLE.allows(role, Deed.USE_PAPER))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
    }

    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// @throws Problem `paper.blank-unknown`
    public static Blank ofSlug(String slug) {
        return Arrays.stream(values())
                .filter(blank -> blank.slug().equals(slug))
                .findFirst()
                .orElseThrow(() -> Problem.of("paper.blank-unknown", "blank", slug));
    }

    private static Layout head(Field... fields) {
        return new Layout(List.of(fields), List.of(), 0);
    }

    private static Layout lines(int lines, List<Field> head, Field... columns) {
        return new Layout(head, List.of(columns), lines);
    }

    private static Layout pointCheck() {
        var head = new java.util.ArrayList<Field>(List.of(point(), day(), clock(), sure()));
        for (Service service : Service.values()) {
            head.add(one(of(service), ServiceState.values()).maybe());
        }
        for (Equipment equipment : Equipment.values()) head.add(number(of(equipment), 10_000_000));
        head.add(several("lacks", Lack.values()));
        return new Layout(head, List.of(), 0);
    }

    /// The field of one value of an enumeration, which has its own word.
    static String of(Enum<?> value) {
        return value.getDeclaringClass().getSimpleName() + "." + value.name();
    }

    private static Field count(Enum<?> value) {
        return Field.number(of(value), Passing.MOST);
    }

    private static Field[] ownWay() {
        return new Field[] {
            hour(),
            one("way", TravelWay.values()),
            number("people", 100_000),
            number("vehicles", 100_000),
            one("counted-how", Qualifier.values())
        };
    }

    private static Band[] children() {
        return Arrays.stream(Band.values()).filter(band -> band.age().child()).toArray(Band[]::new);
    }

    private static Field corridor() {
        return pick("corridor", Thing.CORRIDOR);
    }

    private static Field gate() {
        return pick("gate", Thing.GATE);
    }

    private static Field point() {
        return pick("point", Thing.POINT);
    }

    private static Field safeArea() {
        return pick("safe-area", Thing.SAFE_AREA);
    }

    private static Field day() {
        return Field.of("day", new Field.Kind.Day());
    }

    private static Field from() {
        return Field.of("from", new Field.Kind.Day());
    }

    private static Field until() {
        return new Field("until", new Field.Kind.Day(), false);
    }

    private static Field published() {
        return Field.of("published", new Field.Kind.Day());
    }

    private static Field publisher() {
        return Field.of("publisher", new Field.Kind.Publisher());
    }

    private static Field hour() {
        return Field.of("hour", new Field.Kind.Hour());
    }

    private static Field clock() {
        return clock("clock");
    }

    private static Field clock(String name) {
        return Field.of(name, new Field.Kind.Clock());
    }

    private static Field sure() {
        return one("sure", Sure.values());
    }

    private static Field sign(String name, int longest) {
        return Field.of(name, new Field.Kind.Sign(longest));
    }

    @SafeVarargs
    private static <E extends Enum<E>> Field several(String name, E... of) {
        return new Field(name, new Field.Kind.Several(Arrays.asList(of)), false);
    }

    /// Whether a form has a place that can be printed into it.
    public Optional<Thing> placedAt() {
        return layout.place()
                .map(field -> ((Field.Kind.Pick) field.kind()).of())
                .filter(thing -> thing != Thing.PARTY && thing != Thing.VEHICLE);
    }
}
