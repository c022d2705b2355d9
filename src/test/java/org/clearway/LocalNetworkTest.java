// SPDX-License-Identifier: Apache-2.0
package org.clearway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicReference;
import org.clearway.journal.NodeFolder;
import org.clearway.journal.TestDatabase;
import org.clearway.journal.TestNode;
import org.clearway.trust.Authority;
import org.clearway.trust.Certificates;
import org.clearway.trust.Host;
import org.clearway.trust.Proof;
import org.clearway.web.Network;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalNetworkTest {
    private static final Host GATE = new Host("gate.corridor.internal");

    @TempDir
    Path folder;

    /// A folder of an earlier version, which has no authority, gets one.
    @Test
    void aNodeFollowsTheAddressesOfItsMachineAndRenewsWhatRunsOut() {
        NodeFolder made = TestNode.folder(folder.resolve("node"));
        TestDatabase.book(made.path(), "arms");
        var clock = new TestNode.TestClock(InstantSource.system().instant());
        try (Node node = Node.open(made, TestNode.PASSPHRASE)) {
            assertThat(node.journal().secret("authority")).isEmpty();
            var certificates = new Certificates(node.journal(), clock, new SecureRandom());
            var network = new Network(
                    InetAddress.getLoopbackAddress(), 0, OptionalInt.empty(), certificates.prove(List.of(GATE)));
            var addresses = new AtomicReference<>(List.of(GATE));
            var told = new ArrayList<Proof>();
            try (var web = WebServer.start(node, 0, Optional.of(network), Optional.empty(), Optional.empty());
                    var watch = new LocalNetworkWatch(certificates, addresses::get, web, told::add)) {
                watch.look();
                assertThat(told).as("nothing changed").isEmpty();

                addresses.set(List.of(GATE, new Host("192.168.7.31")));
                watch.look();
                assertThat(told).hasSize(1);
                assertThat(web.proof().orElseThrow().hosts()).startsWith(GATE, new Host("192.168.7.31"));

                Instant end = told.getLast().until();
                clock.set(end.minus(Duration.ofDays(29)));
                watch.look();
                watch.look();
                assertThat(told).hasSize(2);
                assertThat(told.getLast().until()).isAfter(end);

                Authority renewed = certificates.renew(List.of());
                watch.look();
                assertThat(told).hasSize(3);
                assertThat(web.proof().orElseThrow().authority()).isEqualTo(renewed);
            }
        }
    }

    @Test
    void whatWasNamedComesFirstAndOnlyPrivateAddressesAreFound() {
        try (TestNode node = TestNode.in(folder.resolve("node"))) {
            Authority authority =
                    new Certificates(node.journal(), InstantSource.system(), new SecureRandom()).authority();
            assertThat(new LocalNetwork(false, List.of(GATE)).hosts(authority)).containsExactly(GATE);
            List<Host> found = new LocalNetwork(true, List.of(GATE)).hosts(authority);
            assertThat(found).startsWith(GATE).doesNotHaveDuplicates();
            assertThat(found).allMatch(authority::permits).noneMatch(Host::isLoopback);
        }
    }
}
