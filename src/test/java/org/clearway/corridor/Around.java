// SPDX-License-Identifier: Apache-2.0
package org.clearway.corridor;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clearway.access.AccountId;
import org.clearway.access.Actor;
import org.clearway.access.Role;
import org.clearway.agreement.Agreements;
import org.clearway.agreement.Party;
import org.clearway.agreement.PartyId;
import org.clearway.agreement.PartyKind;
import org.clearway.geo.Area;
import org.clearway.geo.AreaKind;
import org.clearway.journal.Chapter;
import org.clearway.journal.TestNode;
import org.clearway.language.Language;
import org.clearway.language.Names;
import org.clearway.places.Places;

/// What is on record around the corridor of {@link Sayings}: a town, and everybody who speaks.
public final class Around {
    private static final Actor COORDINATION = new Actor(new AccountId("coordination-1"), Set.of(Role.COORDINATION));

    private Around() {}

    /// A new node on which nothing is planned yet.
    public static TestNode node(Path folder, Chapter... more) {
        var chapters = new ArrayList<>(List.of(Places.chapter(), Agreements.chapter(), Corridors.chapter()));
        chapters.addAll(List.of(more));
        TestNode node = TestNode.in(folder, chapters.toArray(Chapter[]::new));
        people(node);
        return node;
    }

    /// Puts the town and everybody who speaks on record.
    public static void people(TestNode node) {
        var area = new Area(
                Sayings.TOWN,
                AreaKind.SETTLEMENT,
                Optional.empty(),
                Names.of(Language.EN, "Town"),
                List.of(),
                Optional.empty());
        new Places(node.journal()).name(COORDINATION, node.act(), area, Optional.empty());
        name(node, Sayings.GOVERNMENT, PartyKind.GOVERNMENT, "Government", "الحكومة");
        name(node, Sayings.GROUPS, PartyKind.ARMED_GROUPS, "armed groups", "الجماعات المسلحة");
        name(node, Sayings.CENTRE, PartyKind.OFFICE, "Centre", "المركز");
        name(node, Sayings.OBSERVATORY, PartyKind.CIVIL_SOCIETY, "Observatory", "المرصد");
    }

    private static void name(TestNode node, PartyId party, PartyKind kind, String english, String arabic) {
        var names = new Names(Map.of(Language.EN, english, Language.AR, arabic));
        new Agreements(node.journal()).name(COORDINATION, node.act(), new Party(party, kind, names, Optional.empty()));
    }
}
