// SPDX-License-Identifier: Apache-2.0
package org.clearway.access;

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
    RECORD_PLACE,
    RECORD_AGREEMENT,
    RECORD_CONTROL,
    RECORD_LEDGER,
    RECORD_CORRIDOR,
    RECORD_ANNOUNCEMENT,
    RECORD_ASSURANCE,
    RECORD_TALLY,
    MAKE_BULLETIN,
    APPROVE_BULLETIN,
    EXPORT_JOURNAL,
    ERASE,
    MANAGE_ACCOUNTS,
    STEP_SCENARIO
}
