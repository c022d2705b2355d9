// SPDX-License-Identifier: Apache-2.0
package org.clearway.access;

import java.util.EnumSet;
import java.util.Set;

/// What somebody may be allowed to do: the columns of `access/grants.csv`.
public enum Deed {
    READ_PUBLISHED,
    READ_BOARD,
    READ_MAP,
    READ_LEDGERS,
    READ_BULLETIN_DRAFT,
    READ_RESTRICTED_NOTES,
    READ_ACCESS_LOG,
    READ_NODE_HEALTH,
    BACK_UP,
    RECORD_PLACE,
    RECORD_AGREEMENT,
    RECORD_CONTROL,
    RECORD_LEDGER,
    OBSERVE_FIRE,
    READ_FIRE_POSITION,
    RECORD_CORRIDOR,
    READ_ROUTE,
    RECORD_HAZARD,
    NOTIFY,
    READ_NOTIFICATIONS,
    READ_NOTIFICATION_POSITIONS,
    RECORD_ANNOUNCEMENT,
    RECORD_ASSURANCE,
    RECORD_TALLY,
    READ_COUNTS,
    DECIDE_GATE,
    CLOSE_SHIFT,
    OWN_ALARM,
    ISSUE_CARD,
    CHECK_CARD,
    READ_HOUSEHOLD,
    READ_CHOICES,
    RAISE_CONCERN,
    READ_CONCERNS,
    RECORD_SERVICE_POINT,
    RECORD_SERVICE,
    READ_SERVICES,
    RECORD_STOCK,
    READ_STOCK,
    RECORD_VEHICLE,
    TELL_VEHICLE,
    READ_VEHICLES,
    READ_PLATES,
    RECORD_SAFE_AREA,
    TELL_PLACES,
    BOARD,
    SIGN_MANIFEST,
    SHOW_DAY_KEY,
    READ_TRIPS,
    RUN_CONVOY,
    WAIVE_REST,
    RECEIVE,
    ACCEPT_SENDER,
    CORRECT_BOARDING,
    COUNT_OWN_WAYS,
    KEEP_ARMS,
    CHECK_ARMS_RECEIPT,
    READ_ARMS_FIGURES,
    FILE_COMPLAINT,
    READ_COMPLAINT,
    READ_SENSITIVE_COMPLAINT,
    MAKE_BULLETIN,
    APPROVE_BULLETIN,
    TAKE_OUT_TABLE,
    EXPORT_JOURNAL,
    ERASE,
    MANAGE_ACCOUNTS,
    RESET_PASSWORD,
    STAND_DUTY,
    READ_DUTY,
    SET_UP,
    STEP_SCENARIO;

    /// What gives power over others' accounts, reveals what could hurt somebody, takes something out of the node, or
    /// speaks for it in public: a short PIN, which somebody may have seen, does not open it.
    private static final Set<Deed> WANTING_PASSWORD = EnumSet.of(
            READ_ACCESS_LOG,
            READ_NOTIFICATION_POSITIONS,
            READ_CONCERNS,
            READ_SENSITIVE_COMPLAINT,
            SHOW_DAY_KEY,
            ACCEPT_SENDER,
            APPROVE_BULLETIN,
            TAKE_OUT_TABLE,
            EXPORT_JOURNAL,
            ERASE,
            MANAGE_ACCOUNTS,
            RESET_PASSWORD,
            SET_UP);

    /// Whether a short PIN is not enough for it.
    public boolean wantsPassword() {
        return WANTING_PASSWORD.contains(this);
    }
}
