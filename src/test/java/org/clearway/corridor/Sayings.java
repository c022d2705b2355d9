// SPDX-License-Identifier: Apache-2.0
package org.clearway.corridor;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clearway.agreement.ClaimId;
import org.clearway.agreement.CorridorId;
import org.clearway.agreement.PartyId;
import org.clearway.geo.AreaId;
import org.clearway.geo.Position;
import org.clearway.language.Language;
import org.clearway.language.Names;
import org.clearway.places.Basis;
import org.clearway.places.Reference;
import org.clearway.places.Source;
import org.clearway.time.Occurred;
import org.clearway.time.Span;

/// What is said of one corridor in tests: short ways to say it.
public final class Sayings {
    public static final ZoneId ZONE = ZoneId.of("Asia/Damascus");
    public static final CorridorId CORRIDOR = new CorridorId("south-gate");
    public static final PartyId GOVERNMENT = new PartyId("government");
    public static final PartyId GROUPS = new PartyId("armed-groups");
    public static final PartyId CENTRE = new PartyId("centre");
    public static final PartyId OBSERVATORY = new PartyId("observatory");
    public static final AreaId TOWN = new AreaId("town");

    private Sayings() {}

    public static Source source(LocalDate published) {
        return new Source(
                Names.of(Language.EN, "The Daily"),
                Occurred.on(published, ZONE),
                Optional.of(new Reference("https://daily.example/" + published)),
                Basis.STATED);
    }

    public static LocalDate september(int day) {
        return LocalDate.of(2019, 9, day);
    }

    public static Span since(LocalDate day) {
        return Span.since(Occurred.on(day, ZONE));
    }

    public static Span from(LocalDate day, LocalDate last) {
        return Span.of(Occurred.on(day, ZONE), Occurred.on(last, ZONE));
    }

    /// Damascus time.
    public static java.time.Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZONE).toInstant();
    }

    public static Corridor corridor() {
        return corridor(Optional.empty(), september(1));
    }

    public static Corridor corridor(Optional<PartyId> initiator, LocalDate published) {
        return new Corridor(
                CORRIDOR,
                Names.of(Language.EN, "South gate"),
                Optional.empty(),
                initiator,
                List.of(GOVERNMENT, GROUPS),
                List.of(Names.of(Language.EN, "village elders")),
                Set.of(PermittedFlow.PERSONS_LAYING_DOWN_ARMS, PermittedFlow.CIVILIANS_OUT),
                List.of(new CrossingPoint(
                        new CrossingId("south-crossing"),
                        Names.of(Language.EN, "South crossing"),
                        TOWN,
                        Optional.of(Position.parse("35.736912", "37.116449")))),
                source(published));
    }

    public static Announcement announcement(
            PartyId announcer, AnnouncedStatus status, Span valid, LocalDate published) {
        return announcement(announcer, status, valid, published, List.of());
    }

    public static Announcement announcement(
            PartyId announcer, AnnouncedStatus status, Span valid, LocalDate published, List<Reason> reasons) {
        return new Announcement(
                CORRIDOR,
                announcer,
                status,
                valid,
                true,
                Optional.empty(),
                List.of(Service.TRANSPORT, Service.EMERGENCY_CARE),
                Set.of(PermittedFlow.CIVILIANS_OUT),
                reasons,
                source(published));
    }

    public static UseClaim people(PartyId claimant, Span covers, Count people, LocalDate published) {
        return use(claimant, covers, Map.of(Counted.PEOPLE, people), List.of(), published);
    }

    public static UseClaim use(
            PartyId claimant, Span covers, Map<Counted, Count> counts, List<Reason> reasons, LocalDate published) {
        return new UseClaim(CORRIDOR, claimant, covers, counts, reasons, source(published));
    }

    /// On record as the `number`th entry, known from the day it was published.
    public static <C extends Claim> OnRecord<C> onRecord(int number, C claim) {
        var id = ClaimId.parse("0199a1b2-c3d4-7000-8000-%012d".formatted(number));
        return new OnRecord<>(id, claim.source().published().from(), claim, Optional.empty());
    }
}
