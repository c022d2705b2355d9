// SPDX-License-Identifier: Apache-2.0
package org.clearway.journal;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Tables that a capability derives from entries, in the transaction that appends them. Everything in them must come
/// from entries alone: they are dropped and rebuilt, and come out the same.
public interface View {
    /// The tables it owns, each with the columns that order it wholly.
    List<Table> tables();

    /// Takes in one entry; ignores what is not its business.
    void apply(Entry entry, JdbcClient rows);

    /// @param order the columns to sort by when two copies are compared, such as `area, known_from`
    record Table(String name, String order) {}
}
