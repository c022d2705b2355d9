// SPDX-License-Identifier: Apache-2.0
package org.clearway.journal;

import org.clearway.language.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// A turn without a lock of its own: that of a database which is opened only by the program that
/// has the journal's turn. Whoever opens it begins a new epoch, and the one before writes nothing
/// more.
record Claim(TransactionTemplate transaction, long epoch) implements Turn {
    Claim(SingleConnectionDataSource source, long epoch) {
        this(new TransactionTemplate(new JdbcTransactionManager(source)), epoch);
    }

    @Override
    public void check(JdbcClient rows) {
        if (!Tenure.isOf(epoch, rows)) throw Problem.of("journal.displaced");
    }

    @Override
    public void write(JdbcClient rows, Runnable work) {
        transaction.executeWithoutResult(any -> {
            check(rows);
            work.run();
        });
    }
}
