// SPDX-License-Identifier: Apache-2.0
package org.clearway.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.clearway.language.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostTest {
    @ParameterizedTest
    @CsvSource({
        "Gate.Corridor.INTERNAL, gate.corridor.internal",
        "' laptop-7.local ', laptop-7.local",
        "192.168.1.20, 192.168.1.20",
        "FD00:0:0:0:0:0:0:2, fd00::2",
        "fd12::ab:0:0:1, fd12::ab:0:0:1",
        "::1, ::1",
        "bücher.internal, xn--bcher-kva.internal",
    })
    void aHostHasOneForm(String typed, String form) {
        assertThat(Host.typed(typed).text()).isEqualTo(form);
        assertThat(new Host(form).text()).isEqualTo(form);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "https://gate.internal",
                "gate.internal:8443",
                "gate internal",
                "*.internal",
                "-gate.internal",
                "gate..internal",
                "192.168.1",
                "192.168.1.256",
                "[::1]",
                "fe80::1%eth0",
                "gate.internal/enrol",
                "<b>",
            })
    void whatIsNeitherNameNorAddressIsRefused(String typed) {
        assertThatThrownBy(() -> Host.typed(typed))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("neither a name nor an address");
    }

    @ParameterizedTest
    @CsvSource({
        "gate.internal, gate.internal",
        "gate.internal:8443, gate.internal",
        "127.0.0.1:8080, 127.0.0.1",
        "[fd00::2]:8443, fd00::2",
        "[::1], ::1",
    })
    void whatABrowserAsksForIsReadWithoutItsPort(String header, String form) {
        assertThat(Host.asked(header).map(Host::text)).contains(form);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ":80", "gate.internal:", "a:b", "[::1", "gate.internal@evil", "gate.internal,evil"})
    void aHeaderThatNamesNoHostNamesNone(String header) {
        assertThat(Host.asked(header)).isEqualTo(Optional.empty());
    }

    @Test
    void theMachineItselfIsKnownUnderEachOfItsNames() {
        assertThat(new Host("localhost").isLoopback()).isTrue();
        assertThat(new Host("127.0.0.9").isLoopback()).isTrue();
        assertThat(new Host("::1").isLoopback()).isTrue();
        assertThat(new Host("gate.internal").isLoopback()).isFalse();
        assertThat(new Host("192.168.1.20").isLoopback()).isFalse();
    }
}
