// SPDX-License-Identifier: Apache-2.0
package org.clearway.arms;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.clearway.access.Actor;
import org.clearway.access.Deed;
import org.clearway.arms.ArmsEntries.AmmunitionHandedOver;
import org.clearway.arms.ArmsEntries.AmmunitionRegistered;
import org.clearway.arms.ArmsEntries.DifferenceSettled;
import org.clearway.arms.ArmsEntries.ItemDestroyed;
import org.clearway.arms.ArmsEntries.ItemStored;
import org.clearway.arms.ArmsEntries.ItemTransferred;
import org.clearway.arms.ArmsEntries.LossReported;
import org.clearway.arms.ArmsEntries.MadeSafe;
import org.clearway.arms.ArmsEntries.PremisesSet;
import org.clearway.arms.ArmsEntries.StoreCounted;
import org.clearway.arms.ArmsEntries.StoreSealed;
import org.clearway.arms.ArmsEntries.WeaponHandedOver;
import org.clearway.arms.ArmsEntries.WeaponRegistered;
import org.clearway.journal.Body;
import org.clearway.journal.DayBook;
import org.clearway.journal.EntryKind;
import org.clearway.language.Base32;
import org.clearway.language.Problem;

/// The register of weapons and ammunition that people hand in, kept by two at each step: taken in, made safe,
/// registered, stored, and in the end transferred, destroyed or reported lost. It stands in a journal of its own and
/// writes in no other; a request is named by chance alone, and what is asked again is answered again. Whoever is under
/// 18 never comes to it. Safe for use by many threads.
public final class Weapons {
    /// More is not laid on a table at once.
    private static final int MOST_AT_ONCE = 40;

    private static final long MOST_COUNTED = 100_000;

    private final DayBook book;
    private final Receipts receipts;
    private Known known = new Known(List.of(), Register.of(List.of()));

    /// The register as those lines make it.
    private record Known(List<DayBook.Line> lines, Register register) {}

    public Weapons(DayBook book) {
        this.book = book;
        this.receipts = new Receipts(book);
    }

    /// What its journal holds.
    public static List<EntryKind> kinds() {
        return ArmsEntries.kinds();
    }

    /// Puts a place of the desk on record. What a place is for never changes.
    /// @throws Problem `arms.premises-known`
    public void open(Hands hands, UUID request, Premises premises) {
        var body = new PremisesSet(premises.id(), premises.kind(), premises.names(), premises.metresApart());
        act(
                hands,
                request,
                body,
                register -> register.find(premises.id()).ifPresent(there -> {
                    throw Problem.of("arms.premises-known", "value", premises.id());
                }));
    }

    /// Takes in what lies on the table. Each thing has a tag of its own, and nothing says that they came together but
    /// the receipt.
    ///
    /// @return a receipt, of which nothing is kept: its bearer takes it or leaves it
    /// @throws Problem `arms.unsafe` where something may not be touched, and nothing is written;
    ///     `arms.nothing-handed-over`, `arms.premises-unknown`, `arms.not-a-collection-point`
    public Receipt takeIn(Hands hands, UUID request, PremisesId at, List<HandedOver> things) {
        if (things.stream().anyMatch(thing -> thing.hazard() == AmmunitionHazard.UNSAFE_DO_NOT_MOVE)) {
            throw Problem.of("arms.unsafe");
        }
        if (things.isEmpty() || things.size() > MOST_AT_ONCE) {
            throw Problem.of("arms.nothing-handed-over", "most", MOST_AT_ONCE);
        }
        hands.must(Deed.KEEP_ARMS);
        var tags = new ArrayList<ItemTag>();
        var bodies = new ArrayList<Body>();
        for (HandedOver thing : things) {
            var tag = new ItemTag(drawn(request, "item " + tags.size()));
            tags.add(tag);
            bodies.add(
                    switch (thing.what()) {
                        case What.Weapon(WeaponCategory category) -> new WeaponHandedOver(tag, at, category);
                        case What.Ammunition(AmmunitionKind kind) -> new AmmunitionHandedOver(tag, at, kind);
                    });
        }
        List<DayBook.Line> lines = act(hands, request, bodies, register -> {
            if (register.at(at).kind() != PremisesKind.COLLECTION_POINT) {
                throw Problem.of("arms.not-a-collection-point", "value", at);
            }
        });
        return receipts.make(request, lines.getFirst().day(), at, tags);
    }

    /// The safe check by two. What is not safe stays as it is, and nothing is written of it.
    /// @throws Problem `arms.item-unknown`, `arms.not-now`
    public SafeCheck check(Hands hands, UUID request, ItemTag item, AmmunitionHazard found) {
        if (found == AmmunitionHazard.UNSAFE_DO_NOT_MOVE) {
            hands.must(Deed.KEEP_ARMS);
            register().item(item);
            return new SafeCheck.CallTechnician();
        }
        step(hands, request, new MadeSafe(item), item, ItemState.MADE_SAFE);
        return new SafeCheck.Safe();
    }

    /// @throws Problem `arms.item-unknown`, `arms.not-now`, `arms.not-a-weapon`
    public void register(Hands hands, UUID request, ItemTag item, Weapon weapon) {
        act(hands, request, WeaponRegistered.of(item, weapon), register -> {
            mustLead(register.item(item), ItemState.REGISTERED);
            if (!(register.item(item).what() instanceof What.Weapon)) {
                throw Problem.of("arms.not-a-weapon", "value", item);
            }
        });
    }

    /// @throws Problem `arms.unsafe` where it may not be moved, and nothing is written; `arms.item-unknown`,
    ///     `arms.not-now`, `arms.not-ammunition`
    public void register(Hands hands, UUID request, ItemTag item, Ammunition lot) {
        if (lot.hazard() == AmmunitionHazard.UNSAFE_DO_NOT_MOVE) throw Problem.of("arms.unsafe");
        act(hands, request, AmmunitionRegistered.of(item, lot), register -> {
            mustLead(register.item(item), ItemState.REGISTERED);
            if (!(register.item(item).what() instanceof What.Ammunition)) {
                throw Problem.of("arms.not-ammunition", "value", item);
            }
        });
    }

    /// Puts an item into the store that is for its kind.
    /// @throws Problem `arms.item-unknown`, `arms.not-now`, `arms.premises-unknown`, `arms.wrong-store`
    public void store(Hands hands, UUID request, ItemTag item, PremisesId store) {
        act(hands, request, new ItemStored(item, store), register -> {
            mustLead(register.item(item), ItemState.STORED);
            PremisesKind wanted = register.item(item).what().store();
            if (register.at(store).kind() != wanted) {
                throw new Problem(
                        "arms.wrong-store", java.util.Map.of("value", store.slug(), "wanted", Problem.detail(wanted)));
            }
        });
    }

    /// @throws Problem `arms.item-unknown`, `arms.not-now`
    public void transfer(Hands hands, UUID request, ItemTag item, TransferTo to) {
        step(hands, request, new ItemTransferred(item, to), item, ItemState.TRANSFERRED);
    }

    /// @throws Problem `arms.item-unknown`, `arms.not-now`
    public void destroy(Hands hands, UUID request, ItemTag item, WayDestroyed how) {
        step(hands, request, new ItemDestroyed(item, how), item, ItemState.DESTROYED);
    }

    /// @throws Problem `arms.item-unknown`, `arms.not-now`
    public void reportLost(Hands hands, UUID request, ItemTag item, WayLost how) {
        step(hands, request, new LossReported(item, how), item, ItemState.LOST_REPORTED);
    }

    /// Closes a store with a new seal.
    ///
    /// @param broken the seal that was on its door; absent the first time
    /// @throws Problem `arms.seal-differs` where another one was to be there; `arms.seal-used`,
    ///     `arms.premises-unknown`, `arms.not-a-store`
    public void seal(Hands hands, UUID request, PremisesId store, Optional<StoreSeal> broken, StoreSeal seal) {
        act(hands, request, new StoreSealed(store, seal, broken), register -> {
            register.store(store);
            if (!register.seal(store).equals(broken)) {
                String there = register.seal(store).map(StoreSeal::number).orElse("–");
                throw Problem.of("arms.seal-differs", "value", there);
            }
            if (register.knows(store, seal)) throw Problem.of("arms.seal-used", "value", seal);
        });
    }

    /// A count of a store: each thing that is to be there was looked for.
    ///
    /// @param found what was there
    /// @param missing what was not, each with why as far as is known
    /// @param untagged how many things were there that have no tag
    /// @param because why, where there were any
    /// @throws Problem `arms.count`, `arms.difference-unexplained`, `arms.premises-unknown`, `arms.not-a-store`;
    ///     `arms.moved-on` where these are not the items that are to be there
    public CountId count(
            Hands hands,
            UUID request,
            PremisesId store,
            Set<ItemTag> found,
            List<Missing> missing,
            long untagged,
            Optional<WhyDiffers> because) {
        if (untagged < 0 || untagged > MOST_COUNTED) throw Problem.of("arms.count", "value", untagged);
        if (untagged > 0 != because.isPresent()) throw Problem.of("arms.difference-unexplained");
        hands.must(Deed.KEEP_ARMS);
        var id = new CountId(drawn(request, "count"));
        act(hands, request, new StoreCounted(id, store, found.size(), missing, untagged, because), register -> {
            register.store(store);
            var looked = new ArrayList<>(found);
            missing.forEach(one -> looked.add(one.item()));
            List<ItemTag> there = register.in(store).stream().map(Item::tag).toList();
            if (!looked.stream().sorted().toList().equals(there)) throw Problem.of("arms.moved-on");
        });
        return id;
    }

    /// Ends a difference that a count found.
    ///
    /// @param item absent for the things without a tag
    /// @throws Problem `arms.count-unknown`, `arms.settled-already`
    public void settle(Hands hands, UUID request, CountId count, Optional<ItemTag> item, HowSettled how) {
        act(hands, request, new DifferenceSettled(count, item, how), register -> {
            Difference difference = register.differences().stream()
                    .filter(one -> one.count().equals(count) && one.item().equals(item))
                    .findFirst()
                    .orElseThrow(() -> Problem.of("arms.count-unknown", "value", count));
            if (difference.settled().isPresent()) throw Problem.of("arms.settled-already");
        });
    }

    /// Checks what a bearer shows. Nothing is kept of it, neither that it was asked nor by whom, and what is genuine
    /// stays so.
    public ReceiptCheck check(Actor actor, String number, String code) {
        actor.must(Deed.CHECK_ARMS_RECEIPT);
        return receipts.check(number, code);
    }

    /// The item with that tag.
    /// @throws Problem `arms.item-unknown`
    public Item item(Actor actor, ItemTag tag) {
        actor.must(Deed.KEEP_ARMS);
        return register().item(tag);
    }

    /// Every item, by tag.
    public List<Item> items(Actor actor) {
        actor.must(Deed.KEEP_ARMS);
        return register().items();
    }

    /// Every place of the desk, by id.
    public List<Premises> premises(Actor actor) {
        actor.must(Deed.KEEP_ARMS);
        return register().premises();
    }

    /// The seal on the door of a store, where there is one.
    public Optional<StoreSeal> seal(Actor actor, PremisesId store) {
        actor.must(Deed.KEEP_ARMS);
        return register().seal(store);
    }

    /// Every count, the latest day first.
    public List<StoreCount> counts(Actor actor) {
        actor.must(Deed.KEEP_ARMS);
        return register().counts();
    }

    /// Everything that counts found otherwise, the latest day first.
    public List<Difference> differences(Actor actor) {
        actor.must(Deed.KEEP_ARMS);
        return register().differences();
    }

    /// What may be published, and nothing else.
    public HandoverFigures figures(Actor actor) {
        actor.must(Deed.READ_ARMS_FIGURES);
        return HandoverFigures.of(register().items(), book.today());
    }

    private void step(Hands hands, UUID request, Body body, ItemTag item, ItemState to) {
        act(hands, request, body, register -> mustLead(register.item(item), to));
    }

    private static void mustLead(Item item, ItemState to) {
        if (item.state().leadsTo(to)) return;
        throw new Problem(
                "arms.not-now",
                java.util.Map.of(
                        "value", item.tag().toString(),
                        "state", Problem.detail(item.state()),
                        "wanted", Problem.detail(to)));
    }

    private void act(Hands hands, UUID request, Body body, Consumer<Register> rule) {
        act(hands, request, List.of(body), rule);
    }

    private List<DayBook.Line> act(Hands hands, UUID request, List<Body> bodies, Consumer<Register> rule) {
        hands.must(Deed.KEEP_ARMS);
        return book.record(request, hands.accounts(), bodies, () -> rule.accept(register()));
    }

    private String drawn(UUID request, String purpose) {
        return Base32.write(HexFormat.of().parseHex(book.drawn(request, purpose), 0, 2 * ItemTag.BYTES));
    }

    private Register register() {
        List<DayBook.Line> lines = book.lines();
        synchronized (this) {
            if (known.lines() != lines) known = new Known(lines, Register.of(lines));
            return known.register();
        }
    }
}
