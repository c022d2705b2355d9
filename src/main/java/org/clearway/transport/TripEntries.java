// SPDX-License-Identifier: Apache-2.0
package org.clearway.transport;

import static org.clearway.access.Retention.FOR_EVER;
import static org.clearway.access.Sensitivity.RESTRICTED;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.clearway.agreement.CorridorId;
import org.clearway.corridor.CrossingId;
import org.clearway.geo.AreaId;
import org.clearway.journal.Body;
import org.clearway.journal.EntryKind;
import org.clearway.journal.Kept;
import org.clearway.journal.VerifyingKey;
import org.clearway.language.Names;

/// The entries of trips, from the first who boards to the last who is accounted for. Where an entry
/// is about a household with a card, its subject is the ticket of their journey, a pseudonym that
/// dies with the key of their data: the entry says how many they are, and must not hang that on
/// anything that lasts.
final class TripEntries {
    private TripEntries() {}

    static List<EntryKind> kinds() {
        return List.of(
                new EntryKind("transport.trip-opened", 1, TripOpened.class),
                new EntryKind("transport.household-boarded", 1, HouseholdBoarded.class),
                new EntryKind("transport.people-boarded", 1, PeopleBoarded.class),
                new EntryKind("transport.household-came-out", 1, HouseholdCameOut.class),
                new EntryKind("transport.people-came-out", 1, PeopleCameOut.class),
                new EntryKind("transport.luggage-counted", 1, LuggageCounted.class),
                new EntryKind("transport.places-confirmed", 1, PlacesConfirmed.class),
                new EntryKind("transport.trip-cancelled", 1, TripCancelled.class),
                new EntryKind("transport.manifest-sealed", 1, ManifestSealed.class),
                new EntryKind("transport.manifest-signed", 1, ManifestSigned.class),
                new EntryKind("transport.manifest-reopened", 1, ManifestReopened.class),
                new EntryKind("transport.people-moved", 1, PeopleMoved.class),
                new EntryKind("transport.convoy-formed", 1, ConvoyFormed.class),
                new EntryKind("transport.driver-drove", 1, DriverDrove.class),
                new EntryKind("transport.departed", 1, Departed.class),
                new EntryKind("transport.checked-in", 1, CheckedIn.class),
                new EntryKind("transport.held", 1, Held.class),
                new EntryKind("transport.released", 1, Released.class),
                new EntryKind("transport.trip-arrived", 1, TripArrived.class),
                new EntryKind("transport.people-received", 1, PeopleReceived.class),
                new EntryKind("transport.extra-came", 1, ExtraCame.class),
                new EntryKind("transport.difference-explained", 1, DifferenceExplained.class),
                new EntryKind("transport.account-taken-back", 1, AccountTakenBack.class),
                new EntryKind("transport.extra-explained", 1, ExtraExplained.class),
                new EntryKind("transport.extra-found", 1, ExtraFound.class),
                new EntryKind("transport.difference-owned", 1, DifferenceOwned.class),
                new EntryKind("transport.trip-closed", 1, TripClosed.class),
                new EntryKind("transport.people-went-on", 1, PeopleWentOn.class),
                new EntryKind("transport.sender-accepted", 1, SenderAccepted.class),
                new EntryKind("transport.sender-withdrawn", 1, SenderWithdrawn.class),
                new EntryKind("transport.manifest-taken-in", 1, ManifestTakenIn.class),
                new EntryKind("transport.manifest-set-aside", 1, ManifestSetAside.class),
                new EntryKind("transport.manifest-awaited-again", 1, ManifestAwaitedAgain.class),
                new EntryKind("transport.day-key-shown", 1, DayKeyShown.class),
                new EntryKind("transport.own-way-out", 1, OwnWayOut.class),
                new EntryKind("transport.own-way-in", 1, OwnWayIn.class),
                new EntryKind("transport.own-way-undone", 1, OwnWayUndone.class));
    }

    /// @param capacity the vehicle's at that moment, so that a trip stays what it was when the
    ///     vehicle is restated
    record TripOpened(
            @Kept(as = RESTRICTED, until = FOR_EVER) CorridorId corridor,
            @Kept(as = RESTRICTED, until = FOR_EVER) CrossingId crossing,
            @Kept(as = RESTRICTED, until = FOR_EVER) VehicleId vehicle,
            @Kept(as = RESTRICTED, until = FOR_EVER) Capacity capacity,
            @Kept(as = RESTRICTED, until = FOR_EVER) SafeAreaId destination,
            @Kept(as = RESTRICTED, until = FOR_EVER) Optional<DriverId> driver)
            implements Body {}

    /// A household with a card boarded, whole or a part of it that it chose to send this way.
    record HouseholdBoarded(
            @Kept(as = RESTRICTED, until = FOR_EVER) TripId trip,
            @Kept(as = RESTRICTED, until = FOR_EVER) Mark mark,
            @Kept(as = RESTRICTED, until = FOR_EVER) Load load,
            @Kept(as = RESTRICTED, until = FOR_EVER) boolean part)
            implements Body {}

    /// People without a card boarded.
    record PeopleBoarded(
            @Kept(as = RESTRICTED, until = FOR_EVER) TripId trip,
            @Kept(as = RESTRICTED, until = FOR_EVER) Load load) implements Body {}

    /// A household came out again before the vehicle left, or was never there. Why is not asked.
    record HouseholdCameOut(
            @Kept(as = RESTRICTED, until = FOR_EVER) PassageId passage) implements Body {}

    record PeopleCameOut(
            @Kept(as = RESTRICTED, until = FOR_EVER) TripId trip,
            @Kept(as = RESTRICTED, until = FOR_EVER) Load load) implements Body {}

    /// Pieces of luggage came into a vehicle, or off it. They are counted and are nobody's.
    record LuggageCounted(
            @Kept(as = RESTRICTED, until = FOR_EVER) TripId trip,
            @Kept(as = RESTRICTED, until = FOR_EVER) long pieces,
            @Kept(as = RESTRICTED, until = FOR_EVER) boolean off)
            implements Body {}

    /// The safe area has places for those who come with a trip.
    record PlacesConfirmed(
            @Kept(as = RESTRICTED, until = FOR_EVER) TripId trip,
            @Kept(as = RESTRICTED, until = FOR_EVER) long people) implements Body {}

    record TripCancelled(
            @Kept(as = RESTRICTED, until = FOR_EVER) TripId trip) implements Body {}

    record ManifestSealed(
            @Kept(as = RESTRICTED, until = FOR_EVER) TripId trip,
            @Kept(as = RESTRICTED, until = FOR_EVER) long version,
            @Kept(as = RESTRICTED, until = FOR_EVER) ManifestDigest digest,
            @Kept(as = RESTRICTED, until = FOR_EVER) long people)
            implements Body {}

    /// A second account signed it, having the same manifest before it.
    record ManifestSigned(
            @Kept(as = RESTRICTED, until = FOR_EVER) TripId trip,
            @Kept(as = RESTRICTED, until = FOR_EVER) ManifestDigest digest)
            implements Body {}

    record ManifestReopened(
            @Kept(as = RESTRICTED, until = FOR_EVER) TripId trip,
            @Kept(as = RESTRICTED, until = FOR_EVER) Amendment why)
            implements Body {}

    /// People went on in another vehicle, on the road or before it; or were found to have.
    record PeopleMoved(
            @Kept(as = RESTRICTED, until = FOR_EVER) TripId from,
            @Kept(as = RESTRICTED, until = FOR_EVER) TripId to,
            @Kept(as = RESTRICTED, until = FOR_EVER) List<PassageId> households,
            @Kept(as = RESTRICTED, until = FOR_EVER) Load counted,
            @Kept(as = RESTRICTED, until = FOR_EVER) Amendment why)
            implements Body {}

    /// Tells a convoy, or restates it whole before it leaves.
    record ConvoyFormed(
            @Kept(as = RESTRICTED, until = FOR_EVER) ConvoyId convoy,
            @Kept(as = RESTRICTED, until = FOR_EVER) List<TripId> order,
            @Kept(as = RESTRICTED, until = FOR_EVER) List<Halt> halts,
            @Kept(as = RESTRICTED, until = FOR_EVER) long checkInMinutes,
            @Kept(as = RESTRICTED, until = FOR_EVER) Optional<Long> plannedMinutes)
            implements Body {}

    /// A driver says that they drove elsewhere, in the time of the entry.
    record DriverDrove(
            @Kept(as = RESTRICTED, until = FOR_EVER) DriverId driver) implements Body {}

    /// @param waived why it leaves although a driver is due to rest
    record Departed(
            @Kept(as = RESTRICTED, until = FOR_EVER) ConvoyId convoy,
            @Kept(as = RESTRICTED, until = FOR_EVER) Optional<RestWaived> waived)
            implements Body {}

    /// The leader spoke on the radio.
    record CheckedIn(
            @Kept(as = RESTRICTED, until = FOR_EVER) ConvoyId convoy,
            @Kept(as = RESTRICTED, until = FOR_EVER) Optional<AreaId> near,
            @Kept(as = RESTRICTED, until = FOR_EVER) Optional<Long> people)
            implements Body {}

    record Held(
            @Kept(as = RESTRICTED, until = FOR_EVER) ConvoyId convoy,
            @Kept(as = RESTRICTED, until = FOR_EVER) Optional<AreaId> near,
            @Kept(as = RESTRICTED, until = FOR_EVER) HeldReason reason)
            implements Body {}

    record Released(@Kept(as = RESTRICTED, until = FOR_EVER) ConvoyId convoy) implements Body {}

    record TripArrived(
            @Kept(as = RESTRICTED, until = FOR_EVER) TripId trip) implements Body {}

    /// People who were on a trip came in.
    record PeopleReceived(
            @Kept(as = RESTRICTED, until = FOR_EVER) PassageId passage,
            @Kept(as = RESTRICTED, until = FOR_EVER) long people)
            implements Body {}

    /// People came in with a trip whose manifest does not have them.
    record ExtraCame(
            @Kept(as = RESTRICTED, until = FOR_EVER) TripId trip,
            @Kept(as = RESTRICTED, until = FOR_EVER) Load load,
            @Kept(as = RESTRICTED, until = FOR_EVER) boolean card)
            implements Body {}

    /// Where people who did not come in are, as far as that is known.
    record DifferenceExplained(
            @Kept(as = RESTRICTED, until = FOR_EVER) PassageId passage,
            @Kept(as = RESTRICTED, until = FOR_EVER) long people,
            @Kept(as = RESTRICTED, until = FOR_EVER) DifferenceReason reason)
            implements Body {}

    /// What was told of people of a passage was not so.
    ///
    /// @param reason where they were said to be; empty for received
    record AccountTakenBack(
            @Kept(as = RESTRICTED, until = FOR_EVER) PassageId passage,
            @Kept(as = RESTRICTED, until = FOR_EVER) Optional<DifferenceReason> reason,
            @Kept(as = RESTRICTED, until = FOR_EVER) long people)
            implements Body {}

    /// Why people came in who were on no manifest.
    record ExtraExplained(
            @Kept(as = RESTRICTED, until = FOR_EVER) PassageId passage,
            @Kept(as = RESTRICTED, until = FOR_EVER) ExtraReason reason)
            implements Body {}

    /// Extra people of one trip are those who were missing on another.
    record ExtraFound(
            @Kept(as = RESTRICTED, until = FOR_EVER) PassageId extra,
            @Kept(as = RESTRICTED, until = FOR_EVER) PassageId missing,
            @Kept(as = RESTRICTED, until = FOR_EVER) long people)
            implements Body {}

    /// Somebody looks for those who are missing, until a moment.
    record DifferenceOwned(
            @Kept(as = RESTRICTED, until = FOR_EVER) PassageId passage,
            @Kept(as = RESTRICTED, until = FOR_EVER) java.time.Instant deadline)
            implements Body {}

    record TripClosed(
            @Kept(as = RESTRICTED, until = FOR_EVER) TripId trip) implements Body {}

    /// People went on from a safe area.
    record PeopleWentOn(
            @Kept(as = RESTRICTED, until = FOR_EVER) SafeAreaId from,
            @Kept(as = RESTRICTED, until = FOR_EVER) Optional<AreaId> to,
            @Kept(as = RESTRICTED, until = FOR_EVER) long people)
            implements Body {}

    /// Somebody compared the key of another node with what that node shows, and it is the same: from
    /// now on its manifests are taken in.
    record SenderAccepted(
            @Kept(as = RESTRICTED, until = FOR_EVER) VerifyingKey key,
            @Kept(as = RESTRICTED, until = FOR_EVER) Names names)
            implements Body {}

    /// The manifests of a node are taken in no longer, until its key is compared again.
    record SenderWithdrawn(
            @Kept(as = RESTRICTED, until = FOR_EVER) VerifyingKey key) implements Body {}

    /// A manifest that another node sealed came with its vehicle, or ahead of it. It is kept whole, so that its
    /// signature can be checked again. Its marks mean nothing any more when the keys of its days are forgotten.
    record ManifestTakenIn(
            @Kept(as = RESTRICTED, until = FOR_EVER) SignedManifest document) implements Body {}

    /// The vehicle of a manifest that was taken in does not come here. The manifest stays on
    /// record as it is.
    record ManifestSetAside(
            @Kept(as = RESTRICTED, until = FOR_EVER) TripId trip,
            @Kept(as = RESTRICTED, until = FOR_EVER) NotComing why,
            @Kept(as = RESTRICTED, until = FOR_EVER) ToldBy toldBy)
            implements Body {}

    /// It comes after all.
    record ManifestAwaitedAgain(
            @Kept(as = RESTRICTED, until = FOR_EVER) TripId trip) implements Body {}

    /// Somebody was shown the key of a day, to hand it on.
    record DayKeyShown(
            @Kept(as = RESTRICTED, until = FOR_EVER) LocalDate day) implements Body {}

    record OwnWayOut(
            @Kept(as = RESTRICTED, until = FOR_EVER) CorridorId corridor,
            @Kept(as = RESTRICTED, until = FOR_EVER) CrossingId crossing,
            @Kept(as = RESTRICTED, until = FOR_EVER) OwnWay counted)
            implements Body {}

    record OwnWayIn(
            @Kept(as = RESTRICTED, until = FOR_EVER) SafeAreaId area,
            @Kept(as = RESTRICTED, until = FOR_EVER) OwnWay counted)
            implements Body {}

    /// @param counted named after the act that counted them
    record OwnWayUndone(
            @Kept(as = RESTRICTED, until = FOR_EVER) PassageId counted) implements Body {}
}
