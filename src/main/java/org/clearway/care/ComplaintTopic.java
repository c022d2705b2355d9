// SPDX-License-Identifier: Apache-2.0
package org.clearway.care;

/// What a complaint is about.
public enum ComplaintTopic {
    WATER(false),
    FOOD(false),
    HEALTH(false),
    GOODS(false),
    SHELTER(false),
    HYGIENE(false),
    TRANSPORT(false),
    INFORMATION(false),
    LEFT_OUT(false),
    LONG_WAIT(false),
    USE_OF_DATA(false),
    OTHER(false),
    MONEY_DEMANDED(true),
    PRESSED_TO_LEAVE_OR_STAY(true),
    FAMILY_PARTED(true),
    STAFF_CONDUCT(true),
    EXPLOITATION_OR_ABUSE(true),
    VIOLENCE(true);

    private final boolean sensitive;

    ComplaintTopic(boolean sensitive) {
        this.sensitive = sensitive;
    }

    /// Whether it always passes the staff of the site by.
    public boolean sensitive() {
        return sensitive;
    }
}
