// SPDX-License-Identifier: Apache-2.0
package org.clearway.journal;

import org.springframework.jdbc.core.simple.JdbcClient;

/// Changes rows that stand beside the journal: no entry tells of them, so that nothing can remake them. Rows that
/// follow
/// from entries are a {@link View}'s. Those that belong to an act are on disk with its entries or not at all: they are
/// changed once, after its rule and its entries, on the writer's thread.
@FunctionalInterface
public interface Beside {
    Beside NOTHING = rows -> {};

    void keep(JdbcClient rows);
}
