// SPDX-License-Identifier: Apache-2.0
package org.clearway.gate;

import java.util.Arrays;

/// A cell of the count of people: a sex and a band of ages, each perhaps not told.
public enum Band {
    FEMALE_UNDER_5(Sex.FEMALE, AgeBand.UNDER_5),
    FEMALE_FROM_5(Sex.FEMALE, AgeBand.FROM_5),
    FEMALE_FROM_12(Sex.FEMALE, AgeBand.FROM_12),
    FEMALE_FROM_18(Sex.FEMALE, AgeBand.FROM_18),
    FEMALE_FROM_60(Sex.FEMALE, AgeBand.FROM_60),
    FEMALE(Sex.FEMALE, AgeBand.NOT_TOLD),
    MALE_UNDER_5(Sex.MALE, AgeBand.UNDER_5),
    MALE_FROM_5(Sex.MALE, AgeBand.FROM_5),
    MALE_FROM_12(Sex.MALE, AgeBand.FROM_12),
    MALE_FROM_18(Sex.MALE, AgeBand.FROM_18),
    MALE_FROM_60(Sex.MALE, AgeBand.FROM_60),
    MALE(Sex.MALE, AgeBand.NOT_TOLD),
    UNDER_5(Sex.NOT_TOLD, AgeBand.UNDER_5),
    FROM_5(Sex.NOT_TOLD, AgeBand.FROM_5),
    FROM_12(Sex.NOT_TOLD, AgeBand.FROM_12),
    FROM_18(Sex.NOT_TOLD, AgeBand.FROM_18),
    FROM_60(Sex.NOT_TOLD, AgeBand.FROM_60),
    NOT_TOLD(Sex.NOT_TOLD, AgeBand.NOT_TOLD);

    private final Sex sex;
    private final AgeBand age;

    Band(Sex sex, AgeBand age) {
        this.sex = sex;
        this.age = age;
    }

    public Sex sex() {
        return sex;
    }

    public AgeBand age() {
        return age;
    }

    public static Band of(Sex sex, AgeBand age) {
        return Arrays.stream(values())
                .filter(band -> band.sex == sex && band.age == age)
                .findFirst()
                .orElseThrow();
    }
}
