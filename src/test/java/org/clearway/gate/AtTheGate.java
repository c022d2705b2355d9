// SPDX-License-Identifier: Apache-2.0
package org.clearway.gate;

import static org.clearway.corridor.Sayings.CORRIDOR;
import static org.clearway.corridor.Sayings.GOVERNMENT;
import static org.clearway.corridor.Sayings.GROUPS;
import static org.clearway.corridor.Sayings.ZONE;
import static org.clearway.corridor.Sayings.september;
import static org.clearway.corridor.Sayings.source;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.clearway.access.AccountId;
import org.clearway.access.Actor;
import org.clearway.access.Role;
import org.clearway.agreement.Agreements;
import org.clearway.agreement.Assurance;
import org.clearway.agreement.AssuranceStatus;
import org.clearway.agreement.Party;
import org.clearway.agreement.PartyId;
import org.clearway.agreement.PartyKind;
import org.clearway.corridor.Around;
import org.clearway.corridor.Corridors;
import org.clearway.corridor.CrossingId;
import org.clearway.corridor.Route;
import org.clearway.corridor.Routes;
import org.clearway.corridor.Sayings;
import org.clearway.geo.Position;
import org.clearway.journal.Chapter;
import org.clearway.journal.Reading;
import org.clearway.journal.TestNode;
import org.clearway.language.Language;
import org.clearway.language.Names;
import org.clearway.places.Places;
import org.clearway.time.Occurred;
import org.clearway.time.OpeningWindow;
import org.clearway.time.Span;

/// A corridor with one crossing, its desks, and short ways to act at them. Its two parties have
/// promised nothing yet.
public final class AtTheGate implements AutoCloseable {
    public static final Actor COORDINATION = desk("coordination-1", Role.COORDINATION);
    public static final Actor GATE_DESK = desk("gate-1", Role.GATE);
    public static final Actor OTHER_DESK = desk("gate-2", Role.GATE);
    public static final Actor PROTECTION = desk("protection-1", Role.PROTECTION);
    public static final Actor PRESS = desk("press-1", Role.PRESS);
    public static final Gate GATE = new Gate(CORRIDOR, new CrossingId("south-crossing"));
    public static final PartyId CHILD_CARE = new PartyId("child-care");
    public static final Passing FAMILY = Passing.household(
            Map.of(Band.MALE_FROM_18, 1L, Band.FEMALE_FROM_18, 1L, Band.FEMALE_FROM_5, 2L, Band.MALE_UNDER_5, 1L));

    public final TestNode node;
    public final Agreements agreements;
    public final Gates gates;
    public final Cards cards;
    public final Choices choices;

    /// @param more what is on record beyond the gate
    public AtTheGate(Path folder, Chapter... more) {
        this(TestNode.in(folder, chapters(more)));
        Around.people(node);
        agreements.name(
                COORDINATION,
                node.act(),
                new Party(
                        CHILD_CARE, PartyKind.CHILD_PROTECTION, Names.of(Language.EN, "Child care"), Optional.empty()));
        new Corridors(node.journal()).plan(COORDINATION, node.act(), Sayings.corridor());
    }

    private AtTheGate(TestNode node) {
        this.node = node;
        agreements = new Agreements(node.journal());
        gates = new Gates(node.journal(), new Corridors(node.journal()));
        cards = new Cards(node.journal());
        choices = new Choices(node.journal());
    }

    /// What lies in a folder already, as the program finds it when it starts again.
    public static AtTheGate reopened(Path folder, Chapter... more) {
        return new AtTheGate(TestNode.reopened(folder, chapters(more)));
    }

    private static Chapter[] chapters(Chapter... more) {
        return Stream.concat(
                        Stream.of(Places.chapter(), Agreements.chapter(), Corridors.chapter(), Gates.chapter()),
                        Stream.of(more))
                .toArray(Chapter[]::new);
    }

    private static Actor desk(String account, Role role) {
        return new Actor(new AccountId(account), Set.of(role));
    }

    /// Both parties promise until `end`, and the gate is opened.
    public void openUntil(String end) {
        promise(GOVERNMENT, Optional.of(Sayings.at(end)));
        promise(GROUPS, Optional.empty());
        decide(Decision.OPEN, DecisionReason.ASSURANCES_GIVEN);
    }

    public void promise(PartyId party, Optional<Instant> end) {
        var valid = new Span(
                Occurred.at(Sayings.at("2019-09-14T06:00"), ZONE), end.map(instant -> Occurred.at(instant, ZONE)));
        agreements.assure(
                COORDINATION,
                node.act(),
                new Assurance(CORRIDOR, party, AssuranceStatus.GIVEN, valid, source(september(14))));
    }

    /// Hours are agreed for the corridor, of every day: each from one clock to the next.
    void agree(String... clocks) {
        var hours = new ArrayList<OpeningWindow>();
        for (int i = 0; i < clocks.length; i += 2) {
            hours.add(new OpeningWindow(
                    EnumSet.allOf(DayOfWeek.class), LocalTime.parse(clocks[i]), LocalTime.parse(clocks[i + 1]), ZONE));
        }
        List<Position> way = List.of(Position.parse("35.1", "36.8"), Position.parse("35.2", "36.9"));
        new Routes(node.journal())
                .set(COORDINATION, node.act(), new Route(CORRIDOR, way, hours, source(september(13))));
    }

    public void decide(Decision decision, DecisionReason because) {
        gates.decide(COORDINATION, node.act(), new Decided(CORRIDOR, decision, because, Optional.empty()));
    }

    public TallyId count(Passing passing) {
        return TallyId.of(gates.count(GATE_DESK, node.act(), GATE, Direction.OUT, ZONE, passing)
                .act());
    }

    public Card card(Household household) {
        return cards.issue(GATE_DESK, node.act(), GATE, ZONE, EnumSet.allOf(Explained.class), household);
    }

    /// One child, handed over.
    public TallyId handOver() {
        return TallyId.of(gates.handOver(
                        GATE_DESK, node.act(), new Handover(GATE, Direction.OUT, CHILD_CARE, Band.FEMALE_FROM_5), ZONE)
                .act());
    }

    public static Household household(Map<Band, Long> people, TallyId... handovers) {
        return new Household(people, Map.of(), Language.AR, Optional.empty(), List.of(handovers));
    }

    GateState state() {
        return gates.state(GATE_DESK, now(), CORRIDOR);
    }

    public Reading now() {
        return node.journal().now();
    }

    /// Sets the clock to a local time.
    public void at(String local) {
        node.clock().set(Sayings.at(local));
    }

    @Override
    public void close() {
        node.close();
    }
}
