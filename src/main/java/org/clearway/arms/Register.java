// SPDX-License-Identifier: Apache-2.0
package org.clearway.arms;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
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
import org.clearway.journal.DayBook.Line;
import org.clearway.journal.EntryKind;
import org.clearway.language.Problem;

/// What the weapons' journal comes to. The lines of a day are in no order, and none is needed: an item's steps follow
/// one another by what they are, and a seal names the one that was broken for it.
final class Register {
    private static final List<Class<? extends Body>> ORDER = ArmsEntries.kinds().stream()
            .<Class<? extends Body>>map(EntryKind::body)
            .toList();

    private final Map<ItemTag, Item> items = new TreeMap<>();
    private final Map<PremisesId, Premises> premises = new TreeMap<>();
    private final Map<PremisesId, Set<StoreSeal>> seals = new HashMap<>();
    private final Map<PremisesId, Set<StoreSeal>> broken = new HashMap<>();
    private final List<StoreCount> counts = new ArrayList<>();
    private final Map<DifferenceKey, HowSettled> settled = new HashMap<>();

    private record DifferenceKey(CountId count, Optional<ItemTag> item) {}

    private Register() {}

    static Register of(List<Line> lines) {
        var register = new Register();
        lines.stream()
                .sorted(Comparator.comparing(Line::day)
                        .thenComparing(line -> ORDER.indexOf(line.body().getClass())))
                .forEach(register::take);
        register.counts.sort(Comparator.comparing(StoreCount::day)
                .reversed()
                .thenComparing(count -> count.id().text()));
        return register;
    }

    private void take(Line line) {
        switch (line.body()) {
            case PremisesSet set ->
                premises.put(set.premises(), new Premises(set.premises(), set.kind(), set.names(), set.metresApart()));
            case WeaponHandedOver handed -> begin(line, handed.item(), handed.at(), new What.Weapon(handed.category()));
            case AmmunitionHandedOver handed ->
                begin(line, handed.item(), handed.at(), new What.Ammunition(handed.kind()));
            case MadeSafe safe -> step(line, safe.item(), ItemState.MADE_SAFE, Optional.empty());
            case WeaponRegistered registered -> {
                step(line, registered.item(), ItemState.REGISTERED, Optional.empty());
                items.computeIfPresent(
                        registered.item(),
                        (tag, item) -> with(item, Optional.of(registered.weapon()), Optional.empty()));
            }
            case AmmunitionRegistered registered -> {
                step(line, registered.item(), ItemState.REGISTERED, Optional.empty());
                items.computeIfPresent(
                        registered.item(),
                        (tag, item) -> with(item, Optional.empty(), Optional.of(registered.ammunition())));
            }
            case ItemStored stored -> step(line, stored.item(), ItemState.STORED, Optional.of(stored.store()));
            case ItemTransferred gone -> step(line, gone.item(), ItemState.TRANSFERRED, Optional.empty());
            case ItemDestroyed gone -> step(line, gone.item(), ItemState.DESTROYED, Optional.empty());
            case LossReported gone -> step(line, gone.item(), ItemState.LOST_REPORTED, Optional.empty());
            case StoreSealed sealed -> {
                seals.computeIfAbsent(sealed.store(), store -> new HashSet<>()).add(sealed.seal());
                sealed.broken()
                        .ifPresent(seal -> broken.computeIfAbsent(sealed.store(), store -> new HashSet<>())
                                .add(seal));
            }
            case StoreCounted counted ->
                counts.add(new StoreCount(
                        counted.count(),
                        line.day(),
                        line.hands(),
                        counted.store(),
                        counted.found(),
                        counted.missing(),
                        counted.untagged(),
                        counted.because()));
            case DifferenceSettled end -> settled.put(new DifferenceKey(end.count(), end.item()), end.how());
            default -> {
                // Of a newer program: kept in the book, and in nothing that this one knows.
            }
        }
    }

    private void begin(Line line, ItemTag tag, PremisesId at, What what) {
        var step = new Item.Step(ItemState.HANDED_OVER, line.day(), line.hands());
        items.put(
                tag, new Item(tag, what, ItemState.HANDED_OVER, at, Optional.empty(), Optional.empty(), List.of(step)));
    }

    private void step(Line line, ItemTag tag, ItemState state, Optional<PremisesId> to) {
        items.computeIfPresent(tag, (known, item) -> {
            var steps = new ArrayList<>(item.steps());
            steps.add(new Item.Step(state, line.day(), line.hands()));
            return new Item(tag, item.what(), state, to.orElse(item.at()), item.weapon(), item.ammunition(), steps);
        });
    }

    private static Item with(Item item, Optional<Weapon> weapon, Optional<Ammunition> ammunition) {
        return new Item(item.tag(), item.what(), item.state(), item.at(), weapon, ammunition, item.steps());
    }

    /// By tag.
    List<Item> items() {
        return List.copyOf(items.values());
    }

    List<Premises> premises() {
        return List.copyOf(premises.values());
    }

    /// The latest first.
    List<StoreCount> counts() {
        return List.copyOf(counts);
    }

    /// @throws Problem `arms.item-unknown`
    Item item(ItemTag tag) {
        Item item = items.get(tag);
        if (item == null) throw Problem.of("arms.item-unknown", "value", tag);
        return item;
    }

    Optional<Premises> find(PremisesId id) {
        return Optional.ofNullable(premises.get(id));
    }

    /// @throws Problem `arms.premises-unknown`
    Premises at(PremisesId id) {
        return find(id).orElseThrow(() -> Problem.of("arms.premises-unknown", "value", id));
    }

    /// @throws Problem `arms.premises-unknown`, `arms.not-a-store`
    Premises store(PremisesId id) {
        Premises store = at(id);
        if (!store.kind().isStore()) throw Problem.of("arms.not-a-store", "value", id);
        return store;
    }

    List<Item> in(PremisesId store) {
        return items.values().stream()
                .filter(item -> item.state() == ItemState.STORED && item.at().equals(store))
                .toList();
    }

    /// The seal that nobody has broken yet.
    Optional<StoreSeal> seal(PremisesId store) {
        Set<StoreSeal> gone = broken.getOrDefault(store, Set.of());
        return seals.getOrDefault(store, Set.of()).stream()
                .filter(seal -> !gone.contains(seal))
                .findFirst();
    }

    boolean knows(PremisesId store, StoreSeal seal) {
        return seals.getOrDefault(store, Set.of()).contains(seal);
    }

    /// Everything that counts found otherwise, the latest first.
    List<Difference> differences() {
        var all = new ArrayList<Difference>();
        for (StoreCount count : counts) {
            for (Missing missing : count.missing()) {
                all.add(difference(count, Optional.of(missing.item()), 0, missing.because()));
            }
            count.because()
                    .ifPresent(because -> all.add(difference(count, Optional.empty(), count.untagged(), because)));
        }
        return all;
    }

    private Difference difference(StoreCount count, Optional<ItemTag> item, long untagged, WhyDiffers because) {
        LocalDate day = count.day();
        Optional<HowSettled> how = Optional.ofNullable(settled.get(new DifferenceKey(count.id(), item)));
        return new Difference(count.id(), day, count.store(), item, untagged, because, how);
    }
}
