// SPDX-License-Identifier: Apache-2.0
package org.clearway.journal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseTest {
    @Test
    void anAddressIsReadAsPsqlReadsItAndWrittenTheSame() {
        String address = "postgresql://clearway@db.example.org:5433/centre?sslrootcert=/etc/ca.pem";
        Database database = Database.parse(address);
        assertThat(database.host()).isEqualTo("db.example.org");
        assertThat(database.port()).isEqualTo(5433);
        assertThat(database.name()).isEqualTo("centre");
        assertThat(database).hasToString(address);
        String spaced = "postgresql://ann@localhost/centre?passfile=" + "/a%20folder/pass%3Dwords%26more";
        Database kept = Database.parse(Database.parse(spaced).toString());
        assertThat(kept.options()).containsEntry("passfile", "/a folder/pass=words&more");
        assertThat(Database.parse("jdbc:postgresql://clearway@localhost/clearway"))
                .hasToString("postgresql://clearway@localhost:5432/clearway");
    }

    @Test
    void whatIsKeptApartHasADatabaseAndAUserOfItsOwn() {
        assertThat(Database.parse("postgresql://ann@localhost/centre").apart("keys"))
                .hasToString("postgresql://ann_keys@localhost:5432/centre_keys");
    }

    @Test
    void overANetworkTheServerProvesWhoItIs() {
        assertThat(Database.parse("postgresql://ann@db.example.org/centre").properties("x"))
                .containsEntry("sslmode", "verify-full");
        assertThat(Database.parse("postgresql://ann@localhost/centre").properties("x"))
                .containsEntry("sslmode", "prefer");
        NodeCase.refused(
                "journal.not-a-database",
                () -> Database.parse("postgresql://ann@db.example.org/centre?sslmode=disable"));
    }

    @Test
    void aPasswordInAnAddressIsRefusedAndNotRepeated() {
        NodeCase.refused(
                        "journal.password-in-address", () -> Database.parse("postgresql://ann:secret@localhost/centre"))
                .hasMessageNotContaining("secret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "centre",
                "mysql://ann@localhost/centre",
                "postgresql://localhost/centre",
                "postgresql://ann@localhost",
                "postgresql://ann@localhost/",
                "postgresql://ann@localhost/Centre",
                "postgresql://ann@localhost/centre?x",
                "postgresql://ann@localhost/centre?a=1",
                "postgresql://ann@localhost/centre?passfile=a&passfile=b",
                "postgresql://ann@localhost/a'b",
                "postgresql://ann@local host/centre"
            })
    void whatIsNoAddressIsToldSo(String address) {
        NodeCase.refused("journal.not-a-database", () -> Database.parse(address));
    }
}
