// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import java.util.Locale;
import java.util.Optional;
import org.clearway.access.Deed;

/// The steps in which a node is set up, in the order in which one needs what another has put on record.
enum SetUpStep {
    LANGUAGES(Deed.RECORD_PLACE),
    PLACES(Deed.RECORD_PLACE),
    PARTIES(Deed.RECORD_AGREEMENT),
    AGREEMENT(Deed.RECORD_AGREEMENT),
    CORRIDOR(Deed.RECORD_CORRIDOR),
    CROSSINGS(Deed.RECORD_CORRIDOR),
    HOURS(Deed.RECORD_CORRIDOR),
    POINTS(Deed.RECORD_SERVICE_POINT),
    SAFE_AREAS(Deed.RECORD_SAFE_AREA),
    VEHICLES(Deed.RECORD_VEHICLE),
    ACCOUNTS(Deed.MANAGE_ACCOUNTS),
    CHECK(Deed.SET_UP);

    static final String PATH = "/set-up";

    private final Deed deed;

    SetUpStep(Deed deed) {
        this.deed = deed;
    }

    Deed deed() {
        return deed;
    }

    String path() {
        return PATH + "/" + slug();
    }

    /// The key of what it is called; with `-hint` that of what it is for.
    String word() {
        return "web.set-up." + slug();
    }

    Optional<SetUpStep> before() {
        return ordinal() == 0 ? Optional.empty() : Optional.of(values()[ordinal() - 1]);
    }

    Optional<SetUpStep> after() {
        return ordinal() + 1 == values().length ? Optional.empty() : Optional.of(values()[ordinal() + 1]);
    }

    private String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
