// SPDX-License-Identifier: Apache-2.0
package org.clearway.scenario;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.clearway.gate.AgeBand;
import org.clearway.gate.Band;
import org.clearway.gate.Livestock;
import org.clearway.gate.MovementNeed;
import org.clearway.gate.Passing;
import org.clearway.gate.Sex;
import org.clearway.gate.VehicleKind;
import org.clearway.geo.AreaId;

/// Some people who come together, by chance.
///
/// @param number its own on this day
/// @param comes when they reach the gate
/// @param childAlone true where the one who comes is a child
record Family(int number, Instant comes, Passing passing, boolean childAlone, Course course) {
    /// Of families of 1, 2, 3 … people, how many of a hundred: 4.5 people in the mean, as practice
    /// §11.3 takes it.
    private static final int[] SIZES = {9, 11, 14, 18, 17, 12, 8, 5, 3, 2, 1};

    /// A child alone among so many families.
    private static final int CHILD_ALONE_OF = 250;

    /// Of a thousand people, so many bring a vehicle; practice §11.3 tells of 0.1 a person and of
    /// 1.2 head.
    private static final int VEHICLES_OF_1000 = 100;

    private static final int HEAD_OF_1000 = 1_200;

    /// @param destinations where people can choose to go
    static Family by(SplittableRandom chance, int number, Instant comes, List<AreaId> destinations) {
        if (chance.nextInt(CHILD_ALONE_OF) == 0) {
            Band child = Band.of(
                    chance.nextBoolean() ? Sex.FEMALE : Sex.MALE,
                    chance.nextBoolean() ? AgeBand.FROM_12 : AgeBand.FROM_5);
            var passing = Passing.household(Map.of(child, 1L));
            return new Family(number, comes, passing, true, Course.ofChild(chance.split(), passing));
        }
        int size = size(chance);
        var people = new EnumMap<Band, Long>(Band.class);
        int adults = size == 1 || chance.nextInt(5) == 0 ? 1 : 2;
        for (int i = 0; i < adults; i++) {
            Sex sex = i == 0 ? Sex.FEMALE : Sex.MALE;
            if (adults == 1 && chance.nextInt(3) == 0) sex = Sex.MALE;
            people.merge(Band.of(sex, chance.nextInt(9) == 0 ? AgeBand.FROM_60 : AgeBand.FROM_18), 1L, Long::sum);
        }
        for (int i = adults; i < size; i++) people.merge(child(chance), 1L, Long::sum);
        var passing = new Passing(1, people, needs(chance, size), vehicles(chance, size), livestock(chance, size));
        return new Family(number, comes, passing, false, Course.by(chance.split(), passing, destinations));
    }

    private static int size(SplittableRandom chance) {
        int drawn = chance.nextInt(100);
        for (int i = 0; i < SIZES.length; i++) {
            drawn -= SIZES[i];
            if (drawn < 0) return i + 1;
        }
        return SIZES.length;
    }

    /// Beside the first adults: mostly children, some grown up or old.
    private static Band child(SplittableRandom chance) {
        AgeBand age = switch (chance.nextInt(10)) {
            case 0, 1, 2 -> AgeBand.UNDER_5;
            case 3, 4, 5 -> AgeBand.FROM_5;
            case 6, 7 -> AgeBand.FROM_12;
            case 8 -> AgeBand.FROM_18;
            default -> AgeBand.FROM_60;
        };
        return Band.of(chance.nextBoolean() ? Sex.FEMALE : Sex.MALE, age);
    }

    private static Map<MovementNeed, Long> needs(SplittableRandom chance, int size) {
        var needs = new EnumMap<MovementNeed, Long>(MovementNeed.class);
        MovementNeed[] all = MovementNeed.values();
        for (int i = 0; i < size; i++) {
            if (chance.nextInt(12) == 0) needs.merge(all[chance.nextInt(all.length)], 1L, Long::sum);
        }
        return needs;
    }

    private static Map<VehicleKind, Long> vehicles(SplittableRandom chance, int size) {
        if (chance.nextInt(1_000) >= VEHICLES_OF_1000 * size) return Map.of();
        VehicleKind[] all = VehicleKind.values();
        return Map.of(all[chance.nextInt(all.length)], 1L);
    }

    /// One family in ten brings a herd.
    private static Map<Livestock, Long> livestock(SplittableRandom chance, int size) {
        if (chance.nextInt(10) != 0) return Map.of();
        long head = (long) size * HEAD_OF_1000 / 100;
        return Map.of(chance.nextInt(5) == 0 ? Livestock.CATTLE : Livestock.SHEEP_AND_GOATS, Math.max(1, head));
    }
}
