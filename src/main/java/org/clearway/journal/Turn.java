// SPDX-License-Identifier: Apache-2.0
package org.clearway.journal;

import org.springframework.jdbc.core.simple.JdbcClient;

/// The right of a program to write to a store, until another program takes it.
interface Turn extends AutoCloseable {
    /// Of a file below a folder that a program has locked.
    Turn BY_LOCK = rows -> {};

    /// To be asked in each transaction that writes, before it is committed.
    /// @param rows of that transaction
    /// @throws org.clearway.language.Problem `journal.displaced`
    void check(JdbcClient rows);

    /// Does `work`, which is one sentence, if it is still this program's turn.
    default void write(JdbcClient rows, Runnable work) {
        work.run();
    }

    /// What is to be done once, when it is known that another program writes now, or that the store
    /// is gone.
    default void whenLost(Runnable then) {}

    @Override
    default void close() {}
}
