// SPDX-License-Identifier: Apache-2.0
package org.clearway;

import static org.clearway.BenchMeasure.P50_MS;
import static org.clearway.BenchMeasure.P95_MS;
import static org.clearway.BenchMeasure.P99_MS;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.clearway.BenchReport.Budget;
import org.clearway.access.AccountId;
import org.clearway.access.Actor;
import org.clearway.access.Role;
import org.clearway.agreement.Agreements;
import org.clearway.agreement.Assurance;
import org.clearway.agreement.AssuranceStatus;
import org.clearway.agreement.CorridorId;
import org.clearway.agreement.Party;
import org.clearway.agreement.PartyId;
import org.clearway.agreement.PartyKind;
import org.clearway.corridor.Corridor;
import org.clearway.corridor.Corridors;
import org.clearway.corridor.CrossingId;
import org.clearway.corridor.CrossingPoint;
import org.clearway.corridor.PermittedFlow;
import org.clearway.gate.Band;
import org.clearway.gate.CardNumber;
import org.clearway.gate.Cards;
import org.clearway.gate.Decided;
import org.clearway.gate.Decision;
import org.clearway.gate.DecisionReason;
import org.clearway.gate.Explained;
import org.clearway.gate.Gate;
import org.clearway.gate.Gates;
import org.clearway.gate.Household;
import org.clearway.gate.Passing;
import org.clearway.geo.Area;
import org.clearway.geo.AreaId;
import org.clearway.geo.AreaKind;
import org.clearway.journal.Journal;
import org.clearway.language.Language;
import org.clearway.language.Names;
import org.clearway.places.Basis;
import org.clearway.places.Places;
import org.clearway.places.Source;
import org.clearway.time.Occurred;
import org.clearway.time.Span;

/// A corridor with one crossing that works, for benches, and the families that come to it.
final class BenchCrossing {
    static final ZoneId ZONE = ZoneOffset.UTC;
    static final CorridorId CORRIDOR = new CorridorId("corridor-1");
    static final Gate GATE = new Gate(CORRIDOR, new CrossingId("crossing-1"));
    static final Actor CELL = desk("coordination-1", Role.COORDINATION);
    static final AreaId AREA = new AreaId("area-1");
    private static final int READINGS = 200;

    private BenchCrossing() {}

    static void open(Journal journal, Agreements agreements, Corridors corridors, Gates gates) {
        var party = new PartyId("party-1");
        Source source = new Source(
                named("Agency"), Occurred.on(LocalDate.of(2000, 1, 1), ZONE), Optional.empty(), Basis.STATED);
        new Places(journal)
                .name(
                        CELL,
                        journal.ids().next(),
                        new Area(AREA, AreaKind.ADM1, Optional.empty(), named("Area"), List.of(), Optional.empty()),
                        Optional.empty());
        agreements.name(
                CELL, journal.ids().next(), new Party(party, PartyKind.OFFICE, named("Party"), Optional.empty()));
        corridors.plan(
                CELL,
                journal.ids().next(),
                new Corridor(
                        CORRIDOR,
                        named("Corridor"),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(party),
                        List.of(),
                        Set.of(PermittedFlow.CIVILIANS_OUT),
                        List.of(new CrossingPoint(GATE.crossing(), named("Crossing"), AREA, Optional.empty())),
                        source));
        agreements.assure(
                CELL,
                journal.ids().next(),
                new Assurance(
                        CORRIDOR,
                        party,
                        AssuranceStatus.GIVEN,
                        Span.since(Occurred.on(LocalDate.of(2000, 1, 1), ZONE)),
                        source));
        gates.decide(
                CELL,
                journal.ids().next(),
                new Decided(CORRIDOR, Decision.OPEN, DecisionReason.ASSURANCES_GIVEN, Optional.empty()));
    }

    static CardNumber card(Journal journal, Cards cards, Actor desk, Passing family) {
        var household = new Household(family.people(), Map.of(), Language.AR, Optional.empty(), List.of());
        return cards.issue(desk, journal.ids().next(), GATE, ZONE, EnumSet.allOf(Explained.class), household)
                .number();
    }

    static void read(BenchReport report, String what, Runnable reading) {
        for (int i = 0; i < READINGS / 10; i++) reading.run();
        var times = new BenchTimes();
        for (int i = 0; i < READINGS; i++) {
            long begin = System.nanoTime();
            reading.run();
            times.add(System.nanoTime() - begin);
        }
        report.add("read." + what, Map.of(), waits(times), Budget.atMost(P95_MS, 300));
    }

    static Map<BenchMeasure, Double> waits(BenchTimes times) {
        var figures = new LinkedHashMap<BenchMeasure, Double>();
        figures.put(P50_MS, times.percentileMillis(50));
        figures.put(P95_MS, times.percentileMillis(95));
        figures.put(P99_MS, times.percentileMillis(99));
        return figures;
    }

    static Passing family(SplittableRandom chance) {
        return Passing.household(Map.of(
                Band.FEMALE_FROM_18,
                1L,
                Band.MALE_FROM_18,
                1L,
                Band.FEMALE_FROM_5,
                1L + chance.nextInt(3),
                Band.MALE_UNDER_5,
                (long) chance.nextInt(3)));
    }

    static Actor desk(int number) {
        return desk("gate-" + (number + 1), Role.GATE);
    }

    static Actor desk(String account, Role role) {
        return new Actor(new AccountId(account), Set.of(role));
    }

    static Names named(String english) {
        return Names.of(Language.EN, english);
    }
}
