// SPDX-License-Identifier: Apache-2.0
package org.clearway.agreement;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clearway.access.AccountId;
import org.clearway.access.Actor;
import org.clearway.access.Role;
import org.clearway.geo.Area;
import org.clearway.geo.AreaId;
import org.clearway.geo.AreaKind;
import org.clearway.journal.TestNode;
import org.clearway.language.Language;
import org.clearway.language.Names;
import org.clearway.places.Basis;
import org.clearway.places.Places;
import org.clearway.places.Reference;
import org.clearway.places.Source;
import org.clearway.time.Occurred;

/// What tests of claims need on record before anybody can claim anything: areas, parties, who acts and who publishes.
public final class Setting {
    public static final java.time.ZoneId ZONE = java.time.ZoneId.of("Asia/Damascus");
    public static final Actor COORDINATION = actor(Role.COORDINATION);
    public static final Actor DUTY = actor(Role.DUTY);

    private Setting() {}

    public static Actor actor(Role role) {
        return new Actor(
                new AccountId(role.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-') + "-1"), Set.of(role));
    }

    public static void areas(TestNode node, String... ids) {
        var places = new Places(node.journal());
        for (String id : ids) {
            var area = new Area(
                    new AreaId(id),
                    AreaKind.ADM1,
                    Optional.empty(),
                    Names.of(Language.EN, id),
                    List.of(),
                    Optional.empty());
            places.name(COORDINATION, node.act(), area, Optional.empty());
        }
    }

    public static void parties(TestNode node, String... ids) {
        var agreements = new Agreements(node.journal());
        for (String id : ids) {
            agreements.name(
                    COORDINATION,
                    node.act(),
                    new Party(new PartyId(id), PartyKind.OFFICE, Names.of(Language.EN, id), Optional.empty()));
        }
    }

    /// Something an agency published on a day.
    public static Source published(LocalDate day) {
        return new Source(
                Names.of(Language.EN, "An Agency"),
                Occurred.on(day, ZONE),
                Optional.of(new Reference("https://agency.example/" + day)),
                Basis.STATED);
    }
}
