// SPDX-License-Identifier: Apache-2.0
package org.clearway.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KeepingConnectionTest {
    private static final String NUMBERS = "select number from line where number >= ? order by number";
    private Connection connection;

    @BeforeEach
    void open() throws SQLException {
        connection = SqliteStore.inMemory();
        try (var statement = connection.createStatement()) {
            statement.execute("create table line (number bigint not null primary key)");
            statement.execute("insert into line (number) values (1), (2), (3)");
        }
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void aSentenceIsPreparedOnceAndOneThatIsBeingReadIsLeftAlone() throws SQLException {
        PreparedStatement first = connection.prepareStatement(NUMBERS);
        first.setLong(1, 2);
        try (ResultSet row = first.executeQuery()) {
            assertThat(row.next()).isTrue();
            assertThat(numbers(1)).containsExactly(1L, 2L, 3L);
            assertThat(row.next()).isTrue();
            assertThat(row.getLong(1)).isEqualTo(3);
        }
        first.close();
        first.close();
        try (PreparedStatement again = connection.prepareStatement(NUMBERS);
                PreparedStatement beside = connection.prepareStatement(NUMBERS)) {
            assertThat(again).isSameAs(first);
            assertThat(beside).isNotSameAs(first);
        }
    }

    @Test
    void whoeverSaysItNextFindsNothingOfTheOneBefore() throws SQLException {
        try (PreparedStatement limited = connection.prepareStatement(NUMBERS)) {
            limited.setMaxRows(1);
            limited.setLong(1, 1);
            limited.executeQuery();
        }
        assertThat(numbers(1)).containsExactly(1L, 2L, 3L);
        try (PreparedStatement unset = connection.prepareStatement(NUMBERS);
                ResultSet row = unset.executeQuery()) {
            assertThat(row.next()).isFalse();
        }
    }

    @Test
    void whatWasRefusedOnceCanBeSaidAgain() throws SQLException {
        assertThatThrownBy(() -> insert(1)).isInstanceOf(SQLException.class);
        insert(4);
        assertThat(numbers(3)).containsExactly(3L, 4L);
    }

    @Test
    void aTableThatChangesIsSeenByWhatWasPreparedBefore() throws SQLException {
        assertThat(numbers(3)).containsExactly(3L);
        try (var statement = connection.createStatement()) {
            statement.execute("drop table line");
            statement.execute("create table line (colour text, number bigint)");
            statement.execute("insert into line (colour, number) values ('red', 5)");
        }
        assertThat(numbers(3)).containsExactly(5L);
    }

    @Test
    void moreSentencesThanAreKeptAreSaidAllTheSame() throws SQLException {
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 1_000; i++) {
                try (PreparedStatement one = connection.prepareStatement("select " + i);
                        ResultSet row = one.executeQuery()) {
                    row.next();
                    assertThat(row.getInt(1)).isEqualTo(i);
                }
            }
        }
    }

    private void insert(long number) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into line (number) values (?)")) {
            insert.setLong(1, number);
            insert.executeUpdate();
        }
    }

    private List<Long> numbers(long from) throws SQLException {
        var numbers = new ArrayList<Long>();
        try (PreparedStatement select = connection.prepareStatement(NUMBERS)) {
            select.setLong(1, from);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) numbers.add(row.getLong("number"));
            }
        }
        return numbers;
    }
}
